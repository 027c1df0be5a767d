using Almanach.Core.Engine;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Network;

/// <summary>A place that falls vacant: who is asked, who takes it, and what passes.</summary>
public sealed class SuccessionDeskTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly TestOffice test = new(TestOffice.Pfoss(), Now);

    [Fact]
    public async Task A_colleague_who_is_known_by_her_address_takes_the_place_instead_of_being_entered_twice()
    {
        var (referent, suppleant) = await Pair();
        await test.Office.Requests.Ask(referent, "Quelqu’un", suppleant.Address.ToUpperInvariant(), "", Now);

        var (id, refusal) = await Accept();

        var roster = await test.Office.Network.Load();
        Assert.Null(refusal);
        Assert.Equal(suppleant.Id, id);
        Assert.True(roster.Contacts[id].Is(RoleKind.Referent));
        Assert.False(roster.Contacts[id].Is(RoleKind.Suppleant));
        Assert.Equal((false, referent.Generation + 1), (roster.Contacts[referent.Id].Active, roster.Contacts[referent.Id].Generation));
        Assert.Empty(await test.Office.Requests.Open());
    }

    [Fact]
    public async Task Who_sits_already_keeps_her_own_term_and_a_term_that_is_over_passes_to_nobody()
    {
        var (referent, suppleant) = await Pair();
        var (over, own) = (new Term("copil", RoleKind.Member, new DateOnly(2026, 1, 31)), new Term("copil", RoleKind.Member, new DateOnly(2028, 1, 31)));
        await test.Office.Network.Write([], [referent with { Terms = [over] }, suppleant with { Roles = [.. suppleant.Roles, new Role(RoleKind.Member, "copil")], Terms = [own] }]);
        await test.Office.Requests.Ask(referent, suppleant.Name, suppleant.Address, "", Now);

        Assert.Null((await Accept()).Refusal);

        var successor = (await test.Office.Network.Load()).Contacts[suppleant.Id];
        Assert.Equal([own], successor.Terms);
        Assert.True(successor.SitsIn("copil"));
    }

    [Fact]
    public async Task What_changed_since_it_was_shown_is_shown_again()
    {
        var (referent, _) = await Pair();
        await test.Office.Requests.Ask(referent, "Luc Après", "luc.apres@example.org", "", Now);
        var request = (await test.Office.Requests.Open()).Single().Id;
        var seen = (await test.Office.Successions.Foresee(request, Now)).Stamp;
        await test.Office.Network.Write([], [referent with { Roles = [.. referent.Roles, new Role(RoleKind.Chair, "copil")] }]);

        var (_, refusal) = await test.Office.Successions.Accept(request, seen, "coordination", Now);

        Assert.Equal(Why.Changed, refusal!.Why);
        Assert.True((await test.Office.Network.Load()).Contacts[referent.Id].Active);
    }

    [Fact]
    public async Task A_request_that_names_the_one_to_be_replaced_or_somebody_of_another_organisation_is_not_accepted()
    {
        var (referent, suppleant) = await Pair();
        var stranger = (await test.Office.Network.Load()).Active.First(other => other.Organisation != referent.Organisation);
        var herself = await test.Office.Requests.Ask(referent, "Moi", referent.Address.ToUpperInvariant(), "", Now);
        await test.Office.Requests.Ask(suppleant, "Elle", referent.Address, "", Now, referent.Id);
        var own = (await Accept()).Refusal;
        await test.Office.Requests.Settle((await test.Office.Requests.Open()).Single().Id, "coordination", Now);
        await test.Office.Requests.Ask(referent, "Un autre", stranger.Address, "", Now);

        Assert.Equal("adresse", herself!.Fields.Single().Field);
        Assert.Contains("qui est à remplacer", own!.Message);
        Assert.Contains(stranger.Name, (await Accept()).Refusal!.Message);
    }

    [Fact]
    public async Task A_departure_asks_a_colleague_once_with_a_link_to_the_form()
    {
        var (referent, suppleant) = await Pair();

        await test.Office.Members.Leave(referent.Id, "coordination", Now, asks: true);
        await test.Until(Now.AddMinutes(5));
        await test.Office.Vacancies.Ask(new Effect.AskSuccessor(referent.Id, VacancyReason.Refused, "again", Now.AddDays(1)));
        await test.Until(Now.AddDays(1).AddMinutes(5));

        var mail = Assert.Single(test.Mailer.Sent, sent => sent.Letter == $"name-successor-{referent.Id}");
        Assert.Equal(suppleant.Id, mail.Contact);
        Assert.Equal(suppleant.Id, (await test.Office.Vacancies.Find(referent.Id))!.Asked);
        Assert.Empty(await test.Office.Vacancies.Waiting());
    }

    [Fact]
    public async Task Where_nobody_else_answers_the_coordinator_is_told_until_somebody_does()
    {
        await test.Office.Opening.Open(2027, Now);
        var alone = (await test.Office.Network.Load()).Active.First(contact => contact.Is(RoleKind.Referent) && VacancyRules.Colleague(contact, test.Office.Network.Load().Result) is null);

        await test.Office.Members.Leave(alone.Id, "coordination", Now, asks: true);
        await test.Until(Now.AddMinutes(5));
        var before = await test.Office.Vacancies.Waiting();
        await test.Office.Members.Add(alone with { Id = "", Address = "neuve@example.org", LastName = "Neuve" }, "", false, "coordination", Now.AddMinutes(6));

        Assert.Equal([alone.Id], before.Select(ask => ask.Contact));
        Assert.Empty(await test.Office.Vacancies.Waiting());
        Assert.DoesNotContain(test.Mailer.Sent, sent => sent.Letter.StartsWith("name-successor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_was_only_kept_informed_leaves_without_a_question()
    {
        var (referent, _) = await Pair();
        await test.Office.Network.Write([], [referent with { Roles = [new Role(RoleKind.Reader)] }]);

        await test.Office.Members.Leave(referent.Id, "coordination", Now, asks: true);
        await test.Until(Now.AddMinutes(5));

        Assert.Null(await test.Office.Vacancies.Find(referent.Id));
    }

    [Fact]
    public async Task An_address_refused_for_good_asks_the_colleague_and_another_address_settles_what_waits()
    {
        var (referent, suppleant) = await Pair();
        await test.Office.Network.Write([], [suppleant with { Active = false }]);
        test.Mailer.Next.Enqueue(() => MailOutcome.NoSuchAddress);

        await test.Office.FreshLinks.SendOwnPage(referent, Now);
        await test.Until(Now.AddMinutes(5));
        var waiting = await test.Office.Vacancies.Waiting();
        await test.Office.Network.Write([], [referent with { Address = "juste@example.org" }]);

        Assert.Equal((referent.Id, VacancyReason.Refused), (waiting.Single().Contact, waiting.Single().Reason));
        Assert.Empty(await test.Office.Vacancies.Waiting());
    }

    [Theory]
    [InlineData(1, 1, 1)] // one copy alone: nobody else to compare with
    [InlineData(3, 3, 3)]
    [InlineData(4, 2, 2)]
    [InlineData(4, 3, 0)] // most of four: no departure explains that
    [InlineData(300, 200, 0)]
    [InlineData(300, 2, 2)]
    public void Refusals_of_most_copies_say_nothing_of_people(int copies, int refused, int gone)
    {
        var outcomes = Enumerable.Range(0, copies).ToDictionary(i => $"c{i:D4}", i => i < refused ? MailOutcome.NoSuchAddress : MailOutcome.Sent);

        Assert.Equal(gone, BounceRules.Gone(outcomes).Count);
    }

    [Fact]
    public void What_a_test_environment_keeps_back_says_nothing_of_people() =>
        Assert.Empty(BounceRules.Gone(new Dictionary<string, MailOutcome> { ["c1"] = MailOutcome.Refused, ["c2"] = MailOutcome.Deferred }));

    private async Task<(string Id, Refusal? Refusal)> Accept() =>
        await test.Office.Successions.Accept((await test.Office.Requests.Open()).Single().Id, null, "coordination", Now);

    /// <summary>A référent and a suppléant of one organisation, in a network whose year is open.</summary>
    private async Task<(Contact Referent, Contact Suppleant)> Pair()
    {
        await test.Office.Opening.Open(2027, Now);
        var roster = await test.Office.Network.Load();
        var referent = roster.Active.First(contact => contact.Is(RoleKind.Referent) && VacancyRules.Colleague(contact, roster) is null
            && roster.Active.Any(other => other.Organisation == contact.Organisation && other.Id != contact.Id && other.Roles.Count == 1));
        var other = roster.Active.First(other => other.Organisation == referent.Organisation && other.Id != referent.Id && other.Roles.Count == 1) with { Roles = [new Role(RoleKind.Suppleant)] };
        await test.Office.Network.Write([], [other]);
        return (referent, other);
    }
}
