using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Tests.Programme;

public sealed class RescheduleTests
{
    private static readonly DateTimeOffset Now = new(2022, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly ProgrammeAction Action = new(
        "journee", 2022, ActionKind.JourneeEchanges, "Le non-recours", "", [], [new Occurrence(new DateOnly(2022, 4, 12), "", "Clermont-Ferrand", true)],
        [], "", [], ActionState.Adopted, "2022-copil", []);

    [Fact]
    public void A_reserve_is_lifted_and_the_journal_says_so()
    {
        var accepted = Assert.IsType<Decision<ProgrammeAction>.Accepted>(ProgrammeRules.Reschedule(Action, [Action.Occurrences[0] with { Provisional = false }], "coordination", Now));

        Assert.False(accepted.State.Occurrences.Single().Provisional);
        Assert.Equal(ActionState.Adopted, accepted.State.State);
        Assert.IsType<Effect.Note>(Assert.Single(accepted.Effects));
    }

    [Fact]
    public void The_same_dates_change_nothing()
    {
        Assert.IsType<Decision<ProgrammeAction>.AlreadyDone>(ProgrammeRules.Reschedule(Action, [.. Action.Occurrences], "coordination", Now));
    }

    public static TheoryData<Occurrence[], string> Refused => new()
    {
        { [new Occurrence(null, "courant juin", "Lyon", false)], "jour-1" }, // confirmed without a day
        { [.. Enumerable.Repeat(new Occurrence(null, "courant juin", "", true), 13)], "jour-1" }, // too many
        { [new Occurrence(null, new string('x', 81), "", true)], "lieu-1" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_makes_no_sense_is_refused_with_its_field(Occurrence[] occurrences, string field)
    {
        var refused = Assert.IsType<Decision<ProgrammeAction>.Refused>(ProgrammeRules.Reschedule(Action, occurrences, "coordination", Now));

        Assert.Equal(field, refused.Refusal.Fields.Single().Field);
    }

    [Theory]
    [InlineData(1900, false)]
    [InlineData(2020, false)]
    [InlineData(2021, true)]
    [InlineData(2023, true)] // the séminaire of the year after
    [InlineData(2024, false)]
    [InlineData(2099, false)]
    public void A_day_far_from_the_year_of_the_programme_is_a_slip(int year, bool taken)
    {
        var decision = ProgrammeRules.Reschedule(Action, [new Occurrence(new DateOnly(year, 6, 14), "", "Lyon", true)], "coordination", Now);

        Assert.Equal(taken, decision is Decision<ProgrammeAction>.Accepted);
        if (decision is Decision<ProgrammeAction>.Refused refused)
            Assert.Contains("2021, 2022 ou 2023", refused.Refusal.Message, StringComparison.Ordinal);
    }
}
