using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Network;

/// <summary>Terms of office: who sits on which day, and what a decision makes of the cards.</summary>
public sealed class TermRulesTests
{
    private static readonly DateOnly Today = new(2022, 3, 1);
    private static readonly Body Committee = new("comite", "Comité technique", "CT", "", 8, 0, TermYears: 1);

    [Theory]
    [InlineData("2022-03-01", true)] // the last day of a term is one of it
    [InlineData("2022-02-28", false)]
    [InlineData("2023-02-28", true)]
    public void Whose_term_is_over_no_longer_sits_and_keeps_her_other_roles(string until, bool sits)
    {
        var contact = Person("ann", until, new Role(RoleKind.Referent), new Role(RoleKind.Member, "comite"));

        var read = contact.On(Today);

        Assert.Equal(sits, read.SitsIn("comite"));
        Assert.True(read.Is(RoleKind.Referent));
        Assert.Equal(Stored(read), Stored(read.On(Today)));
        Assert.NotNull(read.TermIn("comite"));
    }

    [Fact]
    public void Who_had_no_other_role_stays_in_the_network_kept_informed() =>
        Assert.Equal([new Role(RoleKind.Reader)], Person("ann", "2022-02-28", new Role(RoleKind.Member, "comite")).On(Today).Roles);

    [Theory]
    [InlineData("2022-04-30", true)] // sixty days ahead
    [InlineData("2022-05-01", false)]
    [InlineData("2022-02-01", true)] // past, and nobody has decided
    public void A_term_is_due_before_it_ends_and_until_somebody_decides(string until, bool due)
    {
        var person = Person("ann", until, new Role(RoleKind.Chair, "comite")).On(Today);
        var last = person with { Terms = [person.Terms![0] with { Last = true }] };

        Assert.Equal(due, TermRules.Due(Committee, Network(person), Today).Count == 1);
        Assert.Empty(TermRules.Due(Committee, Network(last), Today));
        Assert.Empty(TermRules.Due(Committee with { TermYears = 0 }, Network(person), Today));
    }

    [Fact]
    public void A_renewal_gives_the_seat_back_to_whoever_had_lost_it()
    {
        var over = Person("ann", "2022-02-01", new Role(RoleKind.Chair, "comite")).On(Today);
        var next = TermRules.Next(Committee, TermRules.Of(Committee, Network(over), Today).Single(), Today);

        var card = TermRules.Decide(Committee, [new TermDecision("ann", TermChoice.Renewed, next, "")], Network(over), Today).Single();

        Assert.Equal(new DateOnly(2023, 2, 1), next);
        Assert.Equal([new Role(RoleKind.Chair, "comite")], card.On(Today).Roles);
        Assert.Equal(next, card.TermIn("comite")!.Until);
    }

    [Fact]
    public void A_colleague_takes_the_seat_at_once_and_the_one_replaced_no_longer_sits()
    {
        var roster = Network(Person("ann", "2022-04-01", new Role(RoleKind.Referent), new Role(RoleKind.Member, "comite")), Person("zoe", null, new Role(RoleKind.Suppleant)));

        var cards = TermRules.Decide(Committee, [new TermDecision("ann", TermChoice.Replaced, new DateOnly(2023, 4, 1), "zoe")], roster, Today).Select(card => card.On(Today)).ToList();

        Assert.Equal([false, true], cards.Select(card => card.SitsIn("comite")));
        Assert.Equal(new DateOnly(2023, 4, 1), cards[1].TermIn("comite")!.Until);
        Assert.Empty(TermRules.Due(Committee, new Roster(roster.Organisations.Values, cards), Today));
    }

    [Fact]
    public void Who_is_not_renewed_sits_to_the_end()
    {
        var roster = Network(Person("ann", "2022-04-01", new Role(RoleKind.Member, "comite")));

        var card = TermRules.Decide(Committee, [new TermDecision("ann", TermChoice.Ended, null, "")], roster, Today).Single();

        Assert.True(card.On(new DateOnly(2022, 4, 1)).SitsIn("comite"));
        Assert.False(card.On(new DateOnly(2022, 4, 2)).SitsIn("comite"));
    }

    [Theory]
    [InlineData("ann", TermChoice.Renewed, null, "", "terme-ann")]
    [InlineData("ann", TermChoice.Renewed, "2022-03-01", "", "terme-ann")] // today is no end
    [InlineData("ann", TermChoice.Replaced, "2023-03-01", "", "par-ann")]
    [InlineData("ann", TermChoice.Replaced, "2023-03-01", "ann", "par-ann")]
    [InlineData("ann", TermChoice.Replaced, "2023-03-01", "eve", "par-ann")] // of another organisation
    [InlineData("nobody", TermChoice.Ended, null, "", "decision-nobody")]
    public void What_cannot_be_recorded_says_where(string contact, TermChoice choice, string? until, string by, string field)
    {
        var roster = Network(Person("ann", "2022-04-01", new Role(RoleKind.Member, "comite")), Person("eve", null, new Role(RoleKind.Referent)) with { Organisation = "ain" });

        var errors = TermRules.Check(Committee, [new TermDecision(contact, choice, until is null ? null : DateOnly.Parse(until, null), by)], roster, Today);

        Assert.Equal([field], errors.Select(error => error.Field));
    }

    [Fact]
    public void A_card_saved_by_hand_gives_a_seat_without_end_and_a_term_goes_with_its_role()
    {
        var over = Person("ann", "2022-02-01", new Role(RoleKind.Referent), new Role(RoleKind.Member, "comite")).On(Today);
        var running = Person("zoe", "2022-04-01", new Role(RoleKind.Referent), new Role(RoleKind.Member, "comite"));

        Assert.True(TermRules.Kept(over with { Roles = [.. over.Roles, new Role(RoleKind.Member, "comite")] }, Today).On(Today).SitsIn("comite"));
        Assert.Null(TermRules.Kept(running with { Roles = [new Role(RoleKind.Referent)] }, Today).Terms);
        Assert.Same(over, TermRules.Kept(over, Today));
    }

    [Fact]
    public void The_minutes_say_it_in_one_line()
    {
        var roster = Network(Person("ann", "2022-04-01", new Role(RoleKind.Member, "comite")), Person("zoe", null, new Role(RoleKind.Suppleant)), Person("bob", "2022-04-01", new Role(RoleKind.Member, "comite")));

        var line = TermRules.Minutes(Committee,
            [new TermDecision("ann", TermChoice.Replaced, new DateOnly(2023, 4, 1), "zoe"), new TermDecision("bob", TermChoice.Renewed, new DateOnly(2023, 4, 1), "")], roster);

        Assert.Equal("Mandats au comité technique. Sont renouvelés jusqu’au samedi\u00A01er\u00A0avril 2023\u00A0: bob\u00A0; prennent fin par un remplacement\u00A0: ann, que remplace zoe.", line);
    }

    private static string Stored(Contact contact) => Core.Engine.Stored.Write(contact);

    private static Contact Person(string id, string? until, params Role[] roles) => new(
        id, "drome", "", id, $"{id}@drome.example.org", "", roles, "Essai", new DateOnly(2020, 1, 1),
        Terms: until is null ? null : [new Term("comite", roles.Last().Kind, DateOnly.Parse(until, null))]);

    private static Roster Network(params Contact[] people) => new(
        [new Organisation("drome", "Drôme", "la Drôme", "etat", "", null, ""), new Organisation("ain", "Ain", "l’Ain", "etat", "", null, "")], people);
}
