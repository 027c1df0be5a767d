using Almanach.Core.Platforms;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Tests.Platforms;

public class BrokenFolderTests
{
    private const string Json = "platform.json";
    private const string Organisations = "organisations.csv";
    private const string Contacts = "contacts.csv";
    private const string Relance = "textes/relance.md";
    private const string Year = "years/2026.json";

    /// <summary>One change to the made-up platform, and the one problem it must give.</summary>
    public static TheoryData<string, string, string, string, string> Mutations() => new()
    {
        // syntax and form of platform.json
        { Json, "\"brand\": {", "\"brand\" {", Json, "ligne 3, caractère 11" }, // a colon is missing
        { Json, "\"locale\": \"fr-FR\",", "\"locale\": \"fr-FR\",,", Json, "ligne 13, caractère 21" }, // a comma too many
        { Json, "\"short\": \"OSVO\",", "\"short\": \"OSVO\", \"short\": \"OSVO\",", Json, "/brand/short" }, // given twice
        { Json, "\"region\": \"Val-d’Orme\",", "", Json, "/region" }, // required and missing
        { Json, "\"region\": ", "\"regoin\": ", Json, "/regoin" }, // misspelt: told once, not as missing too
        { Json, "\"region\": ", "\"couleur\": 3, \"region\": ", Json, "/couleur" }, // unknown
        { Json, "\"firstYear\": 2027", "\"firstYear\": \"2027\"", Json, "/firstYear" }, // a text for a number
        { Json, "\"firstYear\": 2027", "\"firstYear\": 2027.5", Json, "/firstYear" }, // not whole
        { Json, "\"academies\": [\n    \"Nantes\"\n  ]", "\"academies\": \"Nantes\"", Json, "/academies" }, // a text for a list
        { Json, "\"region\": \"Val-d’Orme\"", "\"region\": null", Json, "/region" }, // null where a text is needed
        { Json, "\"region\": \"Val-d’Orme\"", "\"region\": \"\\ud800\"", Json, "/region" }, // half a surrogate pair
        { Json, "\"remindersAt\": \"08:30\"", "\"remindersAt\": \"8h30\"", Json, "/mail/remindersAt" }, // not an hour
        { Json, "\"remindersAt\": ", "\"budget\": { \"solicitations\": 0 }, \"remindersAt\": ", Json, "/mail/budget/solicitations" }, // nobody could be asked anything
        { Json, "\"remindersAt\": ", "\"budget\": { \"days\": 61 }, \"remindersAt\": ", Json, "/mail/budget/days" }, // longer than the rule looks back
        { Json, "\"remindersAt\": ", "\"budget\": { \"alwaysReminded\": 5 }, \"remindersAt\": ", Json, "/mail/budget/alwaysReminded" }, // more than there are
        { Json, "\"remindersAt\": ", "\"budget\": { \"priority\": [\"vote\", \"votes\"] }, \"remindersAt\": ", Json, "/mail/budget/priority/1" }, // no such kind
        { Json, "\"remindersAt\": ", "\"budget\": { \"priority\": [\"vote\", \"dates\", \"vote\"] }, \"remindersAt\": ", Json, "/mail/budget/priority/2" }, // given twice
        { Json, "\"late\": \"accept\"", "\"late\": \"acept\"", Json, "/consultations/2/late" }, // unknown value of an enum
        { Json, "\"document\": \"compteRendu\",", "\"document\": \"compteRendu\", \"meeting\": \"collecte\",", Json, "/calendar/6/work/meeting" }, // minutes of what is no meeting
        { Json, "\"decides\": true", "\"decides\": false", Json, "/calendar/6/work" }, // minutes of a meeting that is not
        { Json, "\"document\": \"programme\"", "\"document\": \"programme\", \"meeting\": \"copil\"", Json, "/calendar/7/work/meeting" }, // only minutes have one
        { Json, "\"does\": \"openNextYear\"", "\"does\": \"openYear\"", Json, "/calendar/12/work/does" }, // unknown case
        { Json, "\"does\": \"openNextYear\"", "\"fait\": \"openNextYear\"", Json, "/calendar/12/work/does" }, // no case named
        // meaning of platform.json
        { Json, "\"id\": \"terrain\"", "\"id\": \"institutions\"", Json, "/colleges/1/id" }, // twice; its organisations are told apart below
        { Json, "\"id\": \"date-atelier\",\n      \"title\": \"Date de l’atelier [année]\"", "\"id\": \"besoins\",\n      \"title\": \"Date de l’atelier [année]\"", Json, "/consultations/2/id" },
        { Json, "\"accentDay\": \"#2f4b8f\"", "\"accentDay\": \"#8fa3d8\"", Json, "/brand/accentDay" }, // 2.4:1 on paper
        { Json, "\"accentNight\": \"#a9bdf2\"", "\"accentNight\": \"#2f4b8f\"", Json, "/brand/accentNight" }, // 2.2:1 by night
        { Json, "\"accentDay\": \"#2f4b8f\"", "\"accentDay\": \"bleu\"", Json, "/brand/accentDay" }, // malformed
        { Json, "\"mailbox\": \"contact@osvo.example.net\"", "\"mailbox\": \"contact.osvo.example.net\"", Json, "/brand/mailbox" },
        { Json, "\"timeZone\": \"Europe/Paris\"", "\"timeZone\": \"Europe/Pari\"", Json, "/timeZone" },
        { Json, "\"quorum\": 0.5", "\"quorum\": 50", Json, "/bodies/0/quorum" },
        { Json, "\"body\": \"groupe-technique\"", "\"body\": \"groupe-technic\"", Json, "/consultations/2/body" },
        { Json, "\"invitation\": \"invitation-date\"", "\"invitation\": \"invitation-dates\"", Json, "/consultations/2/invitation" },
        { Json, "jusqu’au [clôture]. Comptez deux minutes.", "jusqu’au [cloture]. Comptez deux minutes.", Json, "/consultations/0/lede" },
        { Json, "\"reminders\": [\n        5,\n        1\n      ]", "\"reminders\": [1, 5]", Json, "/consultations/1/reminders/1" },
        { Json, "\"source\": \"consolidatedThemes\"", "\"source\": \"listed\"", Json, "/consultations/1/questions/0/options" }, // a choice of nothing
        { Json, "\"kind\": \"proposals\"", "\"kind\": \"proposals\", \"source\": \"carriedOverThemes\"", Json, "/consultations/0/questions/0/source" },
        { Json, "\"declineLabel\": \"Rien cette année\"", "\"declineLabel\": \" \"", Json, "/consultations/0/declineLabel" },
        { Json, "\"blank\": true", "\"blank\": true, \"byReply\": \"oui\"", Json, "/consultations/1/vote/byReply" }, // yes or no
        { Json, "\"catalogue\": {", "\"territories\": { \"region\": \"Val-d’Orme\", \"tiles\": [{ \"code\": \"44\", \"name\": \"Une\", \"column\": 0, \"row\": 0 }, { \"code\": \"49\", \"name\": \"Autre\", \"column\": 2, \"row\": 0 }] }, \"catalogue\": {", Json, "/territories/region" }, // a name for a code
        { Json, "\"catalogue\": {", "\"territories\": { \"region\": \"52\", \"tiles\": [{ \"code\": \"44\", \"name\": \"Une\", \"column\": 0, \"row\": 0 }, { \"code\": \"44\", \"name\": \"Autre\", \"column\": 2, \"row\": 0 }] }, \"catalogue\": {", Json, "/territories/tiles/1/code" }, // twice
        { Json, "\"catalogue\": {", "\"territories\": { \"region\": \"52\", \"tiles\": [{ \"code\": \"44\", \"name\": \"Une\", \"column\": 0, \"row\": 0 }, { \"code\": \"49\", \"name\": \"Autre\", \"column\": 1, \"row\": 0 }] }, \"catalogue\": {", Json, "/territories/tiles/1/column" }, // over the one before
        { Json, "\"catalogue\": {", "\"territories\": { \"region\": \"52\", \"tiles\": [{ \"code\": \"44\", \"name\": \"Une\", \"column\": 0, \"row\": 0 }, { \"code\": \"49\", \"name\": \"Autre\", \"column\": 61, \"row\": 0 }] }, \"catalogue\": {", Json, "/territories/tiles/1/column" }, // too far
        { Json, "\"catalogue\": {", "\"data\": { \"deliveries\": [{ \"id\": \"rsa\", \"title\": \"RSA\", \"organisation\": \"caise\", \"period\": \"en [année]\", \"indicators\": [\"RSA\"] }] }, \"catalogue\": {", Json, "/data/deliveries/0/organisation" }, // no member
        { Json, "\"catalogue\": {", "\"data\": { \"deliveries\": [{ \"id\": \"rsa\", \"title\": \"RSA\", \"organisation\": \"caisse\", \"period\": \"en [année]\", \"due\": \"31-05\", \"indicators\": [\"RSA\"] }] }, \"catalogue\": {", Json, "/data/deliveries/0/due" }, // day and month
        { Json, "\"catalogue\": {", "\"data\": { \"deliveries\": [{ \"id\": \"rsa\", \"title\": \"RSA\", \"organisation\": \"caisse\", \"period\": \"en [année]\", \"schema\": \"schemas/rsa.json\", \"indicators\": [\"RSA\"] }] }, \"catalogue\": {", Json, "/data/deliveries/0/schema" }, // no such file
        { Json, "\"catalogue\": {", "\"data\": { \"deliveries\": [{ \"id\": \"rsa\", \"title\": \"RSA\", \"organisation\": \"caisse\", \"period\": \"en [annee]\", \"indicators\": [\"RSA\"] }] }, \"catalogue\": {", Json, "/data/deliveries/0/period" }, // no such word
        { Json, "\"catalogue\": {", "\"data\": { \"deliveries\": [{ \"id\": \"rsa\", \"title\": \"RSA\", \"organisation\": \"caisse\", \"period\": \"en [année]\", \"indicators\": [] }] }, \"catalogue\": {", Json, "/data/deliveries/0/indicators" }, // feeds nothing
        { Json, "\"catalogue\": {", "\"data\": { \"deliveries\": [{ \"id\": \"rsa\", \"title\": \"RSA\", \"organisation\": \"caisse\", \"period\": \"en [année]\", \"indicators\": [\"RSA\"] }, { \"id\": \"rsa\", \"title\": \"RSA\", \"organisation\": \"caisse\", \"period\": \"en [année]\", \"indicators\": [\"RSA\"] }] }, \"catalogue\": {", Json, "/data/deliveries/1/id" }, // twice
        // calendar
        { Json, "comite-automne - 8 weeks at 09:00", "comite-automne - 8 semaines", Json, "/calendar/0/starts" }, // not the language of dates
        { Json, "comite-automne - 8 weeks at 09:00", "comite-atomne - 8 weeks at 09:00", Json, "/calendar/0/starts" }, // no such step
        { Json, "besoins.end + 1 working day", "comite-automne.end + 1 working day", Json, "/calendar/1/starts" }, // has no end
        { Json, "third Thursday of November of the year before at 14:00", "choix - 1 week", Json, "/calendar/2/starts" }, // choix counts from it
        { Json, "\"needs\": [\n        \"besoins\"\n      ],\n      \"automatic\"", "\"needs\": [\n        \"choix\"\n      ],\n      \"automatic\"", Json, "/calendar/1/needs" }, // and choix waits for it
        { Json, "\"needs\": [\n        \"regroupement\"", "\"needs\": [\n        \"regroupment\"", Json, "/calendar/2/needs/0" },
        { Json, "\"consultation\": \"choix\"", "\"consultation\": \"choisir\"", Json, "/calendar/2/work/consultation" },
        { Json, "\"meeting\": \"comite-printemps\"", "\"meeting\": \"lettre\"", Json, "/calendar/9/work/meeting" }, // not a meeting
        { Json, "\"place\": \"Orme-la-Ville\",", "", Json, "/calendar/5/work/place" }, // neither a place nor by video
        { Json, "\"ends\": \"comite-automne - 1 week at 18:00\",", "", Json, "/calendar/2/ends" }, // a consultation without a close
        { Json, "date-atelier + 10 days at 18:00", "date-atelier - 10 days at 18:00", Json, "/calendar/8/ends" }, // ends before it starts
        // organisations
        { Organisations, "id,nom,", "id,name,", Organisations, "ligne 1" }, // a column misspelt or missing
        { Organisations, "agence,Agence", "departement,Agence", Organisations, "ligne 3, colonne «\u00A0id\u00A0»" },
        { Organisations, ",savoirs,", ",savoir,", Organisations, "ligne 9, colonne «\u00A0college\u00A0»" },
        { Organisations, "2026-02-12", "2026-02-30", Organisations, "ligne 3, colonne «\u00A0charte\u00A0»" }, // no such day
        { Organisations, "caisse,Caisse d’allocations du Val-d’Orme,", "caisse,Caisse, allocations du Val-d’Orme,", Organisations, "ligne 4" }, // an unquoted separator
        { Organisations, "regie,Régie", "regie,\"Régie", Organisations, "ligne 8" }, // a quote never closed
        // contacts
        { Contacts, "p02,departement", "p02,departemant", Contacts, "ligne 3, colonne «\u00A0organisme\u00A0»" },
        { Contacts, "p02,departement", "p02,", Contacts, "ligne 3, colonne «\u00A0organisme\u00A0»" },
        { Contacts, "p02,departement", "p01,departement", Contacts, "ligne 3, colonne «\u00A0id\u00A0»" },
        { Contacts, "@departement.example.net", "@departement", Contacts, "ligne 2, colonne «\u00A0courriel\u00A0»" },
        { Contacts, "chair:comite", "chair:comité", Contacts, "ligne 2, colonne «\u00A0roles\u00A0»" },
        { Contacts, "chair:comite", "chair", Contacts, "ligne 2, colonne «\u00A0roles\u00A0»" },
        { Contacts, "suppleant member", "suppléante member", Contacts, "ligne 3, colonne «\u00A0roles\u00A0»" },
        // texts
        { Relance, "[demandes]", "[demande]", Relance, "ligne 9" },
        { Relance, "[demandes]", "Vos réponses.", Relance, "" }, // what the text is for
        { Relance, "Objet", "Sujet", Relance, "ligne 1" },
        { Relance, "-> Répondre\n", "-> Répondre\n\n-> Refuser\n", Relance, "ligne 13" }, // two buttons
        // years
        { Year, "\"year\": 2026", "\"year\": 2025", Year, "/year" },
        { Year, "\"id\": \"logement-des-jeunes\"", "\"id\": \"Logement des jeunes\"", Year, "/untreated/0/id" },
        { Year, "\"kind\": \"etude\"", "\"kind\": \"étude\"", Year, "/untreated/0/kind" },
    };

    [Theory]
    [MemberData(nameof(Mutations))]
    public void One_mistake_gives_one_problem_at_its_place(string file, string sound, string broken, string expectedFile, string place)
    {
        var files = Folders.Exemple();
        var text = files.Text(file);
        Assert.Contains(sound, text, StringComparison.Ordinal);
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        files.Write(file, string.Concat(text.AsSpan(0, at), broken, text.AsSpan(at + sound.Length)));

        var reading = PlatformFolder.Read(files);

        var errors = reading.Problems.Where(problem => problem.Severity == Severity.Error).ToList();
        Assert.True(errors.Count == 1, reading.Shown());
        Assert.Equal((expectedFile, place), (errors[0].File, errors[0].Place));
        Assert.Null(reading.Loaded);
    }

    [Fact]
    public void A_missing_text_is_an_error_under_its_own_name()
    {
        var files = Folders.Exemple();
        files.Remove("textes/accuse.md");

        var problem = Assert.Single(PlatformFolder.Read(files).Problems);

        Assert.Equal(("textes/accuse.md", ""), (problem.File, problem.Place));
    }

    [Fact]
    public void An_organisation_nobody_answers_for_is_only_a_warning()
    {
        var files = Folders.Exemple();
        files.Write(Contacts, files.Text(Contacts).Replace("referent chair:comite", "reader chair:comite"));

        var reading = PlatformFolder.Read(files);

        var problem = Assert.Single(reading.Problems);
        Assert.Equal((Organisations, "ligne 2", Severity.Warning), (problem.File, problem.Place, problem.Severity));
        Assert.NotNull(reading.Loaded);
    }

    [Fact]
    public void A_convocation_that_leaves_too_late_is_a_warning()
    {
        var files = Folders.Exemple();
        files.Write(Json, files.Text(Json).Replace("comite-printemps - 15 days", "comite-printemps - 14 days"));

        var problem = Assert.Single(PlatformFolder.Read(files).Problems);

        Assert.Equal((Json, "/calendar/9/starts", Severity.Warning), (problem.File, problem.Place, problem.Severity));
    }

    [Theory]
    [InlineData("de [organisme]")] // « de le Département »
    [InlineData("à [organisme]")] // « à le Département »
    public void A_sentence_that_would_need_a_contracted_article_is_a_warning(string words)
    {
        var files = Folders.Exemple();
        files.Write(Relance, files.Text(Relance).Replace("pour [organisme]. Voici", $"{words}. Voici"));

        var problem = Assert.Single(PlatformFolder.Read(files).Problems);

        Assert.Equal((Relance, "ligne 7", Severity.Warning), (problem.File, problem.Place, problem.Severity));
    }

    [Fact]
    public void The_remedy_names_what_was_probably_meant_and_what_is_allowed()
    {
        var files = Folders.Exemple();
        files.Write(Json, files.Text(Json).Replace("\"late\": \"accept\"", "\"late\": \"acept\""));

        var problem = Assert.Single(PlatformFolder.Read(files).Problems);

        Assert.Equal("Écrire sans doute «\u00A0accept\u00A0». Les valeurs permises\u00A0: «\u00A0refuse\u00A0» ou «\u00A0accept\u00A0».", problem.Remedy);
    }

    [Fact]
    public void A_text_that_would_shut_out_the_last_day_is_a_warning()
    {
        const string invitation = "textes/invitation-besoins.md";
        var files = Folders.Exemple();
        files.Write(invitation, files.Text(invitation).Replace("vos besoins jusqu’au [clôture]", "vos besoins avant le [clôture]"));

        var problem = Assert.Single(PlatformFolder.Read(files).Problems);

        Assert.Equal((invitation, "ligne 1", Severity.Warning), (problem.File, problem.Place, problem.Severity));
    }
}
