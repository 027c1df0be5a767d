using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Privacy;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Privacy;

/// <summary>Correcting what is hers to correct, and asking for the rest.</summary>
public sealed class DataRequestDeskTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly TestOffice test = new(TestOffice.Pfoss(), Now);

    [Fact]
    public async Task She_corrects_her_name_and_function_and_the_journal_says_so_without_a_name()
    {
        var person = await Person();

        var refusal = await Correct(person, "Amandine", "Petit", "Chargée d’études", Print.Of(person));
        await test.Settle();

        Assert.Null(refusal);
        Assert.Equal(person with { FirstName = "Amandine", LastName = "Petit", Function = "Chargée d’études" }, await Again(person) with { Roles = person.Roles, Terms = person.Terms });
        var line = Assert.Single(await test.Journal(Now, Now), line => line.Actor == person.Id);
        Assert.Equal($"contact {person.Id}", line.Subject);
    }

    [Fact]
    public async Task A_card_changed_in_between_is_not_overwritten()
    {
        var person = await Person();
        await Correct(person, "Amandine", "Petit", "", Print.Of(person));

        var refusal = await Correct(person, "Amandine", "Grand", "", Print.Of(person));

        Assert.Equal(Why.Changed, refusal!.Why);
        Assert.Equal("Petit", (await Again(person)).LastName);
    }

    [Fact]
    public async Task A_card_is_never_left_without_any_word_for_her()
    {
        var person = await Person();

        var refusal = await Correct(person, "", "", "", Print.Of(person));

        Assert.Equal(["prenom", "nom"], refusal!.Fields.Select(error => error.Field));
    }

    [Fact]
    public async Task An_address_changes_only_once_the_coordinator_has_accepted_it()
    {
        var person = await Person();
        Assert.Null(await test.Office.DataRequests.AskAddress(person, "ailleurs@example.org", Now));
        Assert.Null(await test.Office.DataRequests.AskAddress(person, "ailleurs@example.org", Now.AddSeconds(1)));
        var before = await Again(person);
        var request = Assert.Single(await test.Office.DataRequests.Open());

        var refusal = await test.Office.DataRequests.AcceptAddress(request.Id, "coordination", Now.AddDays(1));
        var twice = await test.Office.DataRequests.AcceptAddress(request.Id, "coordination", Now.AddDays(1));

        Assert.Equal(person.Address, before.Address);
        Assert.Equal((null, null, "ailleurs@example.org"), (refusal, twice, (await Again(person)).Address));
        Assert.Empty(await test.Office.DataRequests.Open());
        Assert.DoesNotContain("ailleurs", string.Concat((await test.Rows(DataRequest.Partition)).Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_somebody_else_has_is_refused_and_the_request_waits()
    {
        var person = await Person();
        var other = (await test.Office.Network.Load()).Active.First(other => other.Id != person.Id);
        await test.Office.DataRequests.AskAddress(person, other.Address, Now);
        var request = Assert.Single(await test.Office.DataRequests.Open());

        var refusal = await test.Office.DataRequests.AcceptAddress(request.Id, "coordination", Now);

        Assert.Contains("déjà celle de", refusal!.Message, StringComparison.Ordinal);
        Assert.Single(await test.Office.DataRequests.Open());
    }

    [Fact]
    public async Task She_takes_her_request_back_and_nothing_waits_any_more()
    {
        var person = await Person();
        await test.Office.DataRequests.AskErasure(person, Now);
        await test.Office.DataRequests.AskErasure(person, Now.AddMinutes(1));
        Assert.Single(await test.Office.DataRequests.Open());

        await test.Office.DataRequests.TakeBack(person, DataRequestKind.Erasure, Now.AddHours(1));

        Assert.Empty(await test.Office.DataRequests.Open());
        Assert.Equal(Now.AddHours(1), Assert.Single(await test.Office.DataRequests.Of(person.Id)).Settled);
    }

    [Theory]
    [InlineData("")]
    [InlineData("effacement-personne")]
    [InlineData("../../x|y")]
    public async Task A_request_that_nobody_made_is_unknown(string id) =>
        Assert.Equal((Why.Unknown, Why.Unknown), ((await test.Office.DataRequests.Settle(id, "coordination", Now))!.Why, (await test.Office.DataRequests.AcceptAddress(id, "coordination", Now))!.Why));

    private Task<Refusal?> Correct(Contact person, string first, string last, string function, string seen) =>
        test.Office.DataRequests.Correct(person.Id, first, last, function, seen, Now);

    private async Task<Contact> Person()
    {
        await test.Office.Opening.Open(2027, Now);
        return (await test.Office.Network.Load()).Active.First();
    }

    private async Task<Contact> Again(Contact person) => (await test.Office.Network.Load()).Contacts[person.Id];
}
