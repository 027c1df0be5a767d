using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Tests.Network;
using static Almanach.Core.Tests.Newsletter.Subscriptions.Readers;

namespace Almanach.Core.Tests.Newsletter.Subscriptions;

/// <summary>What members of the network keep and leave.</summary>
public sealed class ChoiceTests
{
    [Fact]
    public async Task Leaving_twice_is_leaving_once_and_bears_the_day_of_the_first()
    {
        var test = await Office(Contact("c-1"));

        Assert.Null(await test.Office.Subscriptions.Leave("c-1", List, "c-1", Now));
        Assert.Null(await test.Office.Subscriptions.Leave("c-1", List, "c-1", Now.AddDays(40)));

        Assert.Equal(["lettre"], (await Known(test, "c-1")).LeftLists!);
        Assert.Equal(new ListDeparture(new DateOnly(2021, 10, 4)), (await test.Office.Subscriptions.ChoiceOf("c-1")).Left["lettre"]);
        Assert.Single(await Notes(test));
    }

    [Fact]
    public async Task Coming_back_leaves_no_trace_but_the_journal()
    {
        var test = await Office(Contact("c-1"));
        await test.Office.Subscriptions.Leave("c-1", List, "c-1", Now);

        Assert.Null(await test.Office.Subscriptions.Return("c-1", List, "c-1", Now.AddMinutes(1)));

        Assert.Null((await Known(test, "c-1")).LeftLists);
        Assert.Empty(await test.Rows(NetworkDesk.Partition, ListChoice.Prefix));
        Assert.Equal(["lettre lettre quittée", "lettre lettre reprise"], await Notes(test));
    }

    [Fact]
    public async Task What_the_coordinator_notes_says_for_whom_and_bears_its_day()
    {
        var test = await Office(Contact("c-1"));

        Assert.Null(await test.Office.Subscriptions.Choose("c-1", [], null, Almanach.Core.Access.Coordination.Id, Now));

        Assert.True((await test.Office.Subscriptions.ChoiceOf("c-1")).Left["lettre"].ByCoordination);
        Assert.Equal(["lettre lettre quittée pour c-1"], await Notes(test));
    }

    [Fact]
    public async Task Objecting_to_everything_keeps_what_was_chosen_of_lists()
    {
        var test = await Office(Contact("c-1"));

        await test.Office.Subscriptions.Choose("c-1", ["lettre"], true, "c-1", Now);
        var objecting = await Known(test, "c-1");
        await test.Office.Subscriptions.Choose("c-1", ["lettre"], false, "c-1", Now.AddMinutes(1));

        Assert.True(objecting.Suppressed);
        Assert.True((await Known(test, "c-1")).Receives(List));
        Assert.Equal(["opposition aux messages", "opposition levée"], await Notes(test));
    }

    [Fact]
    public async Task A_list_that_the_platform_no_longer_has_stays_left()
    {
        var test = await Office(Contact("c-1") with { LeftLists = ["ancienne"] });

        await test.Office.Subscriptions.Choose("c-1", [], null, "c-1", Now);

        Assert.Equal(["ancienne", "lettre"], (await Known(test, "c-1")).LeftLists!);
    }

    [Fact]
    public async Task Who_leaves_as_a_member_leaves_by_the_other_door_too()
    {
        var test = await Office(Contact("c-1"));
        await test.Office.Subscribers.Add(List, Person("a", "C-1@insee.example"));

        await test.Office.Subscriptions.Leave("c-1", List, "c-1", Now);

        Assert.Empty(await test.Rows(Subscriber.Partition(List)));
    }

    [Fact]
    public async Task Nobody_is_written_to_who_was_erased_and_her_choice_is_forgotten()
    {
        var test = await Office(Contact("c-1"));
        await test.Office.Subscriptions.Leave("c-1", List, "c-1", Now);

        await test.Office.Erasures.Order("c-1", null, "coordination", Now);
        await test.At(Now.AddHours(1));

        Assert.Null((await Known(test, "c-1")).LeftLists);
        Assert.Empty(await test.Rows(NetworkDesk.Partition, ListChoice.Prefix));
        Assert.Equal(Why.Closed, (await test.Office.Subscriptions.Leave("c-1", List, "c-1", Now))!.Why);
    }

    [Fact]
    public async Task A_successor_does_not_inherit_what_her_predecessor_left()
    {
        var test = await Office(Contact("c-1"));
        await test.Office.Subscriptions.Leave("c-1", List, "c-1", Now);
        await test.Office.Requests.Ask(await Known(test, "c-1"), "Jeanne Suite", "jeanne@insee.example", "", Now);

        var (id, refusal) = await test.Office.Successions.Accept((await test.Office.Requests.Open())[0].Id, null, "coordination", Now);

        Assert.Null(refusal);
        Assert.True((await Known(test, id)).Receives(List));
        Assert.Equal(["lettre"], (await Known(test, "c-1")).LeftLists!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // she leaves while the import waits to be written
    public async Task An_import_that_has_the_same_person_never_subscribes_her_again(bool before)
    {
        var claire = Contact("c-1") with { Organisation = "dep-drome", FirstName = "Claire", LastName = "Martin", Address = "claire.martin@drome.example.org" };
        var test = await Office(claire);
        await test.Office.Network.Write([Sheets.Roster.Organisations["dep-drome"]], []);
        if (before)
            await test.Office.Subscriptions.Leave("c-1", List, "c-1", Now);
        var plan = ImportPlanner.Plan([Sheets.Table("Organisme|Nom|Prénom|Courriel|Fonction", "Département de la Drôme|MARTIN|Claire|Claire.Martin@drome.example.org|directrice")],
            await test.Office.Network.Load(), test.Office.Setting.Platform, "Annuaire", new DateOnly(2021, 10, 4)).Plan!;
        if (!before)
            await test.Office.Subscriptions.Leave("c-1", List, "c-1", Now);

        await test.Office.Imports.Start(plan, "coordination", Now);
        await test.Settle();

        Assert.Equal("directrice", (await Known(test, "c-1")).Function);
        Assert.Equal(["lettre"], (await Known(test, "c-1")).LeftLists!);
    }

    [Fact]
    public async Task The_quarter_counts_those_who_left_in_it_and_are_still_away()
    {
        var test = await Office(Contact("c-1"), Contact("c-2"), Contact("c-3"), Contact("c-4"));
        await Subscribe(test, Person("a"), Person("b"));
        await test.Office.Subscriptions.Leave("c-1", List, "c-1", Now.AddDays(-10));
        await test.Office.Subscriptions.Leave("c-2", List, "c-2", Now);
        await test.Office.Subscriptions.Leave("c-3", List, "c-3", Now);
        await test.Office.Subscriptions.Return("c-3", List, "c-3", Now);
        await test.Office.Subscribers.Leave("a", List, Now);
        await test.Office.Subscribers.Leave("a", List, Now);

        Assert.Equal(new ListCounts(2, 1, 1, 1), await test.Office.Subscriptions.Counts(List, Now));
        Assert.Equal(new ListCounts(2, 1, 0, 0), await test.Office.Subscriptions.Counts(List, Now.AddDays(100)));
    }

    static async Task<Contact> Known(TestOffice test, string id) => (await test.Office.Network.Load()).Contacts[id];

    static async Task<List<string>> Notes(TestOffice test)
    {
        await test.At(Now.AddDays(50));
        return [.. (await test.Journal(Now.AddDays(-60), Now.AddDays(60))).Where(line => line.Kind == nameof(Effect.Note)).Select(line => line.Subject)];
    }
}
