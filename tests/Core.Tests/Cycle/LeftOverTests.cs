using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Themes;

namespace Almanach.Core.Tests.Cycle;

/// <summary>What a year leaves to the next: a theme is proposed in it, then something becomes of it.</summary>
public sealed class LeftOverTests
{
    private static readonly DateTimeOffset _held = new(2021, 12, 14, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _september = new(2022, 9, 6, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("proposed", true)] // nobody has decided
    [InlineData("rejected", false)]
    [InlineData("put off", true)]
    [InlineData("adopted without a date", true)]
    [InlineData("adopted for June", true)] // its day went by and nobody said that it was held
    [InlineData("adopted for November", false)] // still to come
    [InlineData("adopted for a period", false)] // « courant 2023 »
    [InlineData("adopted for November, put off", true)]
    [InlineData("held", false)]
    public async Task A_theme_is_left_to_the_next_year(string what, bool left)
    {
        var test = await Proposed();
        await Become(test, what);

        test.Clock.Set(_september);
        var themes = await test.Office.LeftOver.Themes(2022, _september);

        Assert.Equal(left ? ["Ce qu’on en dit."] : Array.Empty<string>(), themes.Where(theme => theme.Id == "t").Select(theme => theme.Description));
    }

    [Fact]
    public async Task What_is_put_off_after_the_next_year_opened_is_in_its_collection()
    {
        var test = await Proposed();
        await Become(test, "adopted for November");
        await test.Until(_september.AddDays(1));
        Assert.DoesNotContain("t", (await test.Office.Themes.Load(2023)).Themes.Keys);

        Assert.Null(await test.Office.Programme.Report(2022, "action", ActionState.CarriedOver, "L’intervenante a changé de poste.", "coordination", test.Now));
        await test.Settle();
        await test.Until((await test.Office.Cycle.Find(2023))!.Find("collecte")!.Starts.AddMinutes(1));

        var options = (await test.Office.Consultations.Find("2023-themes"))!.Options["a-reprendre"];
        Assert.Contains("t", options.Select(option => option.Id));
    }

    /// <summary>The year 2022 on the morning of its committee, with one theme on its board.</summary>
    private static async Task<TestOffice> Proposed()
    {
        var test = new TestOffice(TestOffice.Pfoss(), _held.AddMonths(-4));
        await test.Office.Opening.Open(2022, test.Now);
        Assert.Null(await test.Office.Themes.Apply(2022, new ThemeCommand.Propose(
            new Proposal("t", 2022, ProposalOrigin.Spontaneous, "drees", null, "Un thème", "Ce qu’on en dit.", ActionKind.Atelier, false, "", test.Now, false, []), test.Now)));
        await test.Until(_held);
        return test;
    }

    private static async Task Become(TestOffice test, string what)
    {
        MeetingDecision? decision = what switch
        {
            "proposed" => null,
            "rejected" => new("d", "Non retenu.", ["t"], DecisionOutcome.Reject, null),
            "put off" => new("d", "Reporté.", ["t"], DecisionOutcome.CarryOver, null),
            "adopted without a date" => Adopt(),
            "adopted for June" or "held" => Adopt(new Occurrence(new DateOnly(2022, 6, 14), "", "Lyon", false)),
            "adopted for a period" => Adopt(new Occurrence(null, "courant 2023", "Lyon", true)),
            _ => Adopt(new Occurrence(new DateOnly(2022, 11, 8), "", "Lyon", true)),
        };
        if (decision is not null)
            Assert.Null(await test.Office.Meetings.RecordDecisions("2022-copil", [decision], [], "coordination", test.Now));
        await test.Settle();
        ActionState? state = what switch
        {
            "held" => ActionState.Done,
            "adopted for November, put off" => ActionState.CarriedOver,
            _ => null,
        };
        if (state is { } reported)
            Assert.Null(await test.Office.Programme.Report(2022, "action", reported, "", "coordination", test.Now));
        await test.Settle();
    }

    private static MeetingDecision Adopt(params Occurrence[] occurrences) =>
        new("d", "Retenu.", ["t"], DecisionOutcome.Adopt, new AdoptedAction("action", ActionKind.Atelier, "Un atelier", occurrences, [], ""));
}
