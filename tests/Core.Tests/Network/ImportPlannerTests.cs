using Almanach.Core.Network;
using Almanach.Core.Network.Import;

namespace Almanach.Core.Tests.Network;

public sealed class ImportPlannerTests
{
    private const string Head = "Organisme|Nom|Prénom|Courriel|Fonction|Référent O/N";

    [Fact]
    public void A_new_person_is_added_with_the_next_id_and_is_to_be_informed()
    {
        var plan = Sheets.Plan(Head, "Département de l’Isère|DURAND|Luc|luc.durand@isere.example.org|chef de projet|O");

        var contact = Assert.Single(plan.Rows.Contacts);
        Assert.Equal(("c0008", "dep-isere", "Luc", "Durand", "chef de projet"), (contact.Id, contact.Organisation, contact.FirstName, contact.LastName, contact.Function));
        Assert.Equal([new Role(RoleKind.Referent)], contact.Roles);
        Assert.Equal(("Annuaire de la plate-forme", Sheets.Today), (contact.Source, contact.Since));
        Assert.Equal(["c0008"], plan.Rows.Inform);
        Assert.Equal(Verdict.Added, plan.Lines.Single().Verdict);
    }

    [Fact]
    public void Marks_of_direction_pasted_with_an_address_or_a_name_are_dropped()
    {
        var plan = Sheets.Plan(Head, "Département de l’Isère|DU\u202DRAND|Luc|\u202Aluc.durand@isere.example.org\u202C|chef de\u2066 projet|O");

        var contact = Assert.Single(plan.Rows.Contacts);
        Assert.Equal(("Durand", "luc.durand@isere.example.org", "chef de projet"), (contact.LastName, contact.Address, contact.Function));
    }

    [Fact]
    public void The_same_table_twice_changes_nothing_the_second_time()
    {
        var plan = Sheets.Plan(Head, "Département de la Drôme|MARTIN|Claire|Claire.Martin@drome.example.org|Chargée d'études|oui");

        Assert.True(plan.WritesNothing);
        Assert.Equal(Verdict.Unchanged, plan.Lines.Single().Verdict);
    }

    [Fact]
    public void A_blank_cell_erases_nothing_and_a_role_is_never_taken_away()
    {
        var plan = Sheets.Plan(Head, "Département de la Drôme|MARTIN|Claire|claire.martin@drome.example.org||N");

        Assert.True(plan.WritesNothing);
        Assert.Contains("n’enlève aucun rôle", plan.Lines.Single().Reasons.Single());
    }

    [Fact]
    public void A_changed_function_is_told_from_what_to_what()
    {
        var plan = Sheets.Plan(Head, "Département de la Drôme|MARTIN|Claire|claire.martin@drome.example.org|directrice|");

        Assert.Equal("directrice", plan.Rows.Contacts.Single().Function);
        Assert.Empty(plan.Rows.Inform);
        Assert.Equal(["Fonction\u00A0: «\u00A0chargée d’études\u00A0» devient «\u00A0directrice\u00A0»."], plan.Lines.Single().Reasons);
    }

    [Theory]
    [InlineData("Département de la Drôme|ROUX|Paul|paul.roux@drome.example.org|chef|O", "partie")] // has left
    [InlineData("Département de l’Isère|BLANC|Zoé|ZOE.BLANC@isere.example.org|cheffe|O", "ne veut plus de messages")] // objected
    [InlineData("Union des anciens|Neuf|Ève|eve.neuf@anciens.example.org||", "quitté la plate-forme")] // the organisation has left
    public void Nobody_who_left_or_objected_is_subscribed_again(string row, string reason)
    {
        var plan = Sheets.Plan(Head, row);

        Assert.True(plan.WritesNothing);
        Assert.Equal(Verdict.KeptOut, plan.Lines.Single().Verdict);
        Assert.Contains(reason, string.Join(' ', plan.Lines.Single().Reasons));
    }

    [Theory]
    [InlineData("Département de la Drôme|Petit|Anne||cheffe|", "Sans adresse")]
    [InlineData("Département de la Drôme|Petit|Anne|anne.petit@drome|cheffe|", "n’est pas une adresse")]
    [InlineData("|Petit|Anne|anne.petit@drome.example.org|cheffe|", "L’organisme n’est pas dit")]
    [InlineData("Département de la Drome et de l’Ardèche|Petit|Anne|anne.petit@drome.example.org||", "ressemble à")] // near a known name
    [InlineData("Observatoire des ponts|Petit|Anne|anne.petit@ponts.example.org||", "n’est pas connu")] // no college given
    [InlineData("Département de l’Isère|Martin|Claire|claire.martin@drome.example.org||", "Si la personne a changé d’organisme")]
    [InlineData("Département de la Drôme|Petit|Anne|claire.martin@drome.example.org||", "Si c’est une autre personne")]
    [InlineData("Département de la Drôme|||nouveau@drome.example.org||", "Donnez un nom")]
    public void What_is_doubtful_is_shown_and_not_written(string row, string reason)
    {
        var plan = Sheets.Plan(Head, row);

        Assert.Empty(plan.Rows.Contacts);
        Assert.Equal(Verdict.Doubtful, plan.Lines.Single().Verdict);
        Assert.Contains(reason, string.Join(' ', plan.Lines.Single().Reasons));
    }

    [Theory]
    [InlineData("DREETS")] // the acronym in brackets
    [InlineData("dreets")]
    [InlineData("DREETS Auvergne-Rhône-Alpes")] // as a sentence names it, without article
    [InlineData("Direction régionale de l'économie, de l'emploi, du travail et des solidarités")] // without the brackets, straight apostrophes
    [InlineData("DIRECTION REGIONALE DE L’ECONOMIE DE L’EMPLOI DU TRAVAIL ET DES SOLIDARITES (DREETS)")]
    public void An_organisation_is_found_by_what_people_call_it(string name)
    {
        var plan = Sheets.Plan(Head, $"{name}|Petit|Anne|anne.petit@dreets.example.org||");

        Assert.Equal("dreets", plan.Rows.Contacts.Single().Organisation);
    }

    [Fact]
    public void A_second_referent_becomes_suppleant()
    {
        var plan = Sheets.Plan(Head, "Département de la Drôme|Petit|Anne|anne.petit@drome.example.org||X");

        Assert.Equal([new Role(RoleKind.Suppleant)], plan.Rows.Contacts.Single().Roles);
        Assert.Contains("Claire Martin est déjà la personne référente", plan.Lines.Single().Reasons[0]);
    }

    [Fact]
    public void Of_two_new_referents_the_first_keeps_the_part()
    {
        var plan = Sheets.Plan(Head, "Département de l’Isère|Un|A|a@isere.example.org||O", "Département de l’Isère|Deux|B|b@isere.example.org||O");

        Assert.Equal([RoleKind.Referent, RoleKind.Suppleant], plan.Rows.Contacts.Select(contact => contact.Roles.Single().Kind));
    }

    [Fact]
    public void The_same_address_twice_is_taken_once()
    {
        var plan = Sheets.Plan(Head, "Département de l’Isère|Un|A|a@isere.example.org||", "Département de l’Isère|Deux|B|A@isere.example.org||");

        Assert.Single(plan.Rows.Contacts);
        Assert.Contains("déjà à la ligne 2", plan.Lines[1].Reasons.Single());
    }

    [Fact]
    public void A_new_organisation_needs_a_college_and_gets_its_article()
    {
        var plan = Sheets.Plan(
            "Structure|Collège|Type|Nom Prénom|Mail",
            "Observatoire régional de la santé (ORS)|Observatoires et recherche|Observatoire|DUPONT Jean|jean@ors.example.org",
            "Observatoire régional de la santé (ORS)|||Anne Petit|anne@ors.example.org");

        var organisation = Assert.Single(plan.Rows.Organisations);
        Assert.Equal(("ors", "l’Observatoire régional de la santé (ORS)", "observatoires", "Observatoire"), (organisation.Id, organisation.For, organisation.College, organisation.Kind));
        Assert.Equal(["ors", "ors"], plan.Rows.Contacts.Select(contact => contact.Organisation));
    }

    [Fact]
    public void Several_addresses_in_a_cell_leave_the_first_and_say_so()
    {
        var plan = Sheets.Plan(Head, "Département de l’Isère|Un|A|A. Un <a.un@isere.example.org> ; mailto:secretariat@isere.example.org||");

        Assert.Equal("a.un@isere.example.org", plan.Rows.Contacts.Single().Address);
        Assert.Contains("«\u00A0secretariat@isere.example.org\u00A0» est laissée", plan.Lines.Single().Reasons[0]);
    }

    [Fact]
    public void Membership_of_a_body_is_read_from_its_own_column()
    {
        var plan = Sheets.Plan("Organisme|Nom|Mail|COPIL", "Département de l’Isère|Un A|a@isere.example.org|oui", "Département de l’Isère|Deux B|b@isere.example.org|");

        Assert.Equal([new Role(RoleKind.Member, "copil")], plan.Rows.Contacts[0].Roles);
        Assert.Equal([new Role(RoleKind.Reader)], plan.Rows.Contacts[1].Roles);
    }

    [Fact]
    public void A_title_above_the_head_and_unknown_columns_are_left_aside_and_told()
    {
        var plan = Sheets.Plan("Annuaire 2022", "Organisme|Téléphone|Mail", "DREETS|04 00 00 00 00|observation@dreets.example.org");

        Assert.Equal(["Téléphone"], plan.Columns.Where(column => column.Meaning is null).Select(column => column.Head));
        Assert.Contains("au-dessus de l’en-tête", plan.Remarks.Single());
        Assert.Equal(3, plan.Lines.Single().Line);
    }

    [Fact]
    public void A_formula_kept_harmless_by_our_export_comes_home_as_it_was()
    {
        var plan = Sheets.Plan(Head, "Département de l’Isère|Un|A|a@isere.example.org|'=chef|");

        Assert.Equal("=chef", plan.Rows.Contacts.Single().Function);
    }

    [Theory]
    [InlineData("a|b|c")] // nothing we know
    [InlineData("Nom|Prénom")] // no address, no organisation
    public void A_table_without_a_head_is_refused_in_french(string head)
    {
        var planning = Sheets.Planning(head, "x|y|z");

        Assert.Null(planning.Plan);
        Assert.Contains("en-tête", planning.Problem);
    }

    [Fact]
    public void The_hash_names_exactly_what_is_written()
    {
        var one = Sheets.Plan(Head, "Département de l’Isère|Un|A|a@isere.example.org||");
        var same = Sheets.Plan("Ligne de titre|", Head, "Département de l’Isère|Un|A|a@isere.example.org||");
        var other = Sheets.Plan(Head, "Département de l’Isère|Un|A|a@isere.example.org|chef|");

        Assert.Equal(one.Hash, same.Hash);
        Assert.NotEqual(one.Hash, other.Hash);
    }

    [Theory]
    [InlineData("Référente", RoleKind.Referent, null)]
    [InlineData("Suppléante", RoleKind.Suppleant, null)]
    [InlineData("pour information", RoleKind.Reader, null)]
    [InlineData("COPIL", RoleKind.Member, "copil")]
    [InlineData("membre du Copil", RoleKind.Member, "copil")]
    [InlineData("Présidente du comité de pilotage", RoleKind.Chair, "copil")]
    public void A_role_is_known_as_people_type_it(string typed, RoleKind kind, string? body)
    {
        var plan = Sheets.Plan("Organisme|Nom|Prénom|Courriel|Rôle", $"Département de l’Isère|DURAND|Luc|luc.durand@isere.example.org|{typed}");

        Assert.Equal([new Role(kind, body)], plan.Rows.Contacts.Single().Roles);
        Assert.Contains(plan.Columns, column => column is { Head: "Rôle", Meaning: "rôles" });
    }

    [Fact]
    public void Several_roles_stand_in_one_cell_and_those_of_a_known_person_are_shown_as_added()
    {
        var plan = Sheets.Plan("Organisme|Nom|Prénom|Courriel|Rôles",
            "Département de la Drôme|MARTIN|Claire|claire.martin@drome.example.org|personne référente, suppléance et membre du comité de pilotage",
            "Département de l’Isère|DURAND|Luc|luc.durand@isere.example.org|Référent ; COPIL");

        Role[] referentInCommittee = [new Role(RoleKind.Referent), new Role(RoleKind.Member, "copil")];
        Assert.Equal([new Role(RoleKind.Referent), new Role(RoleKind.Suppleant), new Role(RoleKind.Member, "copil")], plan.Rows.Contacts[0].Roles);
        Assert.Equal(referentInCommittee, plan.Rows.Contacts[1].Roles);
        Assert.Equal((Verdict.Changed, Verdict.Added), (plan.Lines[0].Verdict, plan.Lines[1].Verdict));
        Assert.Equal(["Rôle ajouté\u00A0: suppléance.", "Rôle ajouté\u00A0: membre du comité de pilotage."], plan.Lines[0].Reasons);
    }

    [Fact]
    public void A_role_that_the_column_no_longer_says_is_kept_and_that_is_told()
    {
        var plan = Sheets.Plan("Organisme|Courriel|Rôles", "Département de la Drôme|claire.martin@drome.example.org|pour information");

        Assert.Equal([new Role(RoleKind.Referent), new Role(RoleKind.Reader)], plan.Rows.Contacts.Single().Roles);
        Assert.Contains("Le fichier ne dit plus personne référente\u00A0: un import n’enlève aucun rôle.", plan.Lines.Single().Reasons);
    }

    [Theory]
    [InlineData("Département de l’Isère|DURAND|Luc|luc.durand@isere.example.org")] // new
    [InlineData("Département de la Drôme|MARTIN|Claire|claire.martin@drome.example.org")] // known
    public void A_role_nobody_knows_makes_the_row_doubtful(string person)
    {
        var plan = Sheets.Plan("Organisme|Nom|Prénom|Courriel|Rôles", $"{person}|Référent, trésorière");

        Assert.True(plan.WritesNothing);
        Assert.Equal(Verdict.Doubtful, plan.Lines.Single().Verdict);
        Assert.StartsWith("«\u00A0trésorière\u00A0» n’est pas un rôle connu. Les rôles sont «\u00A0personne référente\u00A0», «\u00A0suppléance\u00A0»", plan.Lines.Single().Reasons.Single(), StringComparison.Ordinal);
    }
}
