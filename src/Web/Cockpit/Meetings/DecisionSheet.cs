using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Themes;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Meetings;

/// <summary>What a committee makes of the themes, as the forms hold it from one page to the next.</summary>
/// <param name="Free">Other decisions, one a line.</param>
/// <param name="Notes">What was said, paragraphs apart by a blank line.</param>
public sealed record DecisionSheet(IReadOnlyList<ThemeChoice> Themes, IReadOnlyList<ActionWords> Others, string Free, string Notes)
{
    /// <summary>Actions adopted without a theme that a form may send.</summary>
    private const int MostOthers = 12;

    public IEnumerable<ThemeChoice> Adopted => Themes.Where(choice => choice.Outcome == DecisionOutcome.Adopt);

    public static DecisionSheet Of(IFormCollection form, IReadOnlyList<Theme> themes) => new(
        [.. themes.Select(theme => new ThemeChoice(
            theme, Posted.Named<DecisionOutcome>(form.Text($"suite-{theme.Id}")), form.Text($"avec-{theme.Id}"), form.Text($"texte-{theme.Id}"), ActionWords.Of(form, theme.Id, theme)))],
        [.. Enumerable.Range(1, MostOthers).Select(index => ActionWords.Of(form, $"autre-{index}", null))],
        form.Text("autres-decisions"), form.Text("notes"));

    /// <summary>What was recorded before; the dates are those the programme has now.</summary>
    public static DecisionSheet Of(Meeting meeting, IReadOnlyList<Theme> themes, IReadOnlyList<ProgrammeAction> programme, Func<ActionKind, string> nameOf)
    {
        AdoptedAction Current(AdoptedAction action) =>
            programme.FirstOrDefault(known => known.Id == action.Id) is { } known ? action with { Occurrences = known.Occurrences } : action;

        return new DecisionSheet(
            [.. themes.Select(theme => Recorded(theme, meeting.Decisions.FirstOrDefault(decision => decision.Themes.Contains(theme.Id))))],
            [.. meeting.Decisions.Where(decision => decision is { Themes.Count: 0, Action: not null })
                .Select((decision, index) => ActionWords.Of(Current(decision.Action!), $"autre-{index + 1}") with { Text = Own(decision) })],
            string.Join('\n', meeting.Decisions.Where(decision => decision.Outcome == DecisionOutcome.Record).Select(decision => decision.Text)),
            string.Join("\n\n", meeting.Notes));

        string Own(MeetingDecision decision) => decision.Text == DecisionWords.Of(
            decision.Outcome, [.. decision.Themes.Select(id => themes.FirstOrDefault(other => other.Id == id)?.Title ?? id)],
            decision.Action, decision.Action is { } action ? nameOf(action.Kind) : "", meeting.Year) ? "" : decision.Text;

        ThemeChoice Recorded(Theme theme, MeetingDecision? decision)
        {
            if (decision is null)
                return new ThemeChoice(theme, null, "", "", ActionWords.Of(theme));
            var leads = decision.Themes[0] == theme.Id;
            return new ThemeChoice(theme, decision.Outcome, leads ? "" : decision.Themes[0], leads ? Own(decision) : "",
                decision.Action is { } adopted && leads ? ActionWords.Of(Current(adopted), theme.Id) : ActionWords.Of(theme));
        }
    }
}

/// <param name="With">Id of the theme whose action treats this one too; empty for an action of its own.</param>
/// <param name="Text">The decision as the minutes say it; empty for the usual sentence.</param>
public sealed record ThemeChoice(Theme Theme, DecisionOutcome? Outcome, string With, string Text, ActionWords Action);
