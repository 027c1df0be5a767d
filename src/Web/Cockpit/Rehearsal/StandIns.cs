using Almanach.Core;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Web.Cockpit.Rehearsal;

/// <summary>What stands in a rehearsal for choices that nobody has made yet. It has no author, so nobody is written to about it.</summary>
internal static class StandIns
{
    /// <summary>A theme for the consultations that ask about themes.</summary>
    public static async Task Propose(Office rehearsed, int year, DateTimeOffset now, CancellationToken stop)
    {
        if (Asks(rehearsed.Setting, OptionSource.ConsolidatedThemes) || Asks(rehearsed.Setting, OptionSource.SeminaireThemes))
            await rehearsed.Themes.Apply(year, new ThemeCommand.Propose(new Proposal(
                "repetition", year, ProposalOrigin.PublicForm, "Répétition", null, "Un thème de la collecte", "", ActionKind.Seminaire, false, "", now, false, [], Shown: true), now), stop: stop);
    }

    /// <summary>What a meeting decided, or a working group where it has not met yet and groups are chosen later; none for other steps.</summary>
    public static async Task<IReadOnlyList<MeetingDecision>> Decisions(Office office, int year, Step step, CancellationToken stop)
    {
        if (step.Work is not StepWork.Meet { Decides: true })
            return [];
        if (await office.Meetings.Find($"{year}-{step.Id}", stop) is { Decisions: { Count: > 0 } known })
            return [.. known.Select(decision => decision with { Themes = [] })];
        return Asks(office.Setting, OptionSource.GroupCandidates) && office.Setting.Platform.ActionKinds.Any(kind => kind.Kind == ActionKind.GroupeDeTravail)
            ? [new MeetingDecision("repetition", "Un groupe de travail.", [], DecisionOutcome.Adopt, new AdoptedAction("repetition", ActionKind.GroupeDeTravail, "Un groupe de travail", [], [], ""))]
            : [];
    }

    private static bool Asks(Setting setting, OptionSource source) =>
        setting.Platform.Consultations.Any(template => template.Questions.Any(question => question.Source == source));
}
