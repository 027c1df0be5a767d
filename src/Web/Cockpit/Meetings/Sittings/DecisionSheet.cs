using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Themes;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Meetings.Sittings;

/// <summary>What a committee makes of the themes, as the forms hold it from one page to the next.</summary>
/// <param name="Free">Other decisions.</param>
/// <param name="Notes">What was said, paragraphs apart by a blank line.</param>
/// <param name="Votes">The votes, by the end of their field names; what is left out was not voted on.</param>
public sealed record DecisionSheet(
    IReadOnlyList<ThemeChoice> Themes, IReadOnlyList<ActionWords> Others, IReadOnlyList<FreeDecision> Free, string Notes, IReadOnlyDictionary<string, DecisionVoteWords> Votes)
{
    /// <summary>Actions adopted without a theme that a form may send.</summary>
    private const int MostOthers = 12;

    /// <summary>Other decisions that a form may send, each in its field.</summary>
    private const int MostFree = 40;

    public DecisionVoteWords VoteOf(string field) => Votes.GetValueOrDefault(field, DecisionVoteWords.Blank);

    public IEnumerable<ThemeChoice> Adopted => Themes.Where(choice => choice.Outcome == DecisionOutcome.Adopt);

    public static DecisionSheet Of(IFormCollection form, IReadOnlyList<Theme> themes) => new(
        [.. themes.Select(theme => new ThemeChoice(
            theme, Posted.Named<DecisionOutcome>(form.Text($"suite-{theme.Id}")), form.Text($"avec-{theme.Id}"), form.Text($"texte-{theme.Id}"), ActionWords.Of(form, theme.Id, theme)))],
        [.. Enumerable.Range(1, MostOthers).Select(index => ActionWords.Of(form, $"autre-{index}", null))],
        FreeIn(form), form.Text("notes"), VotesIn(form, [.. themes.Select(theme => theme.Id), .. Numbered("autre", MostOthers), .. Numbered("libre", MostFree)]));

    /// <summary>The first page has them one a line, the second one a field.</summary>
    private static List<FreeDecision> FreeIn(IFormCollection form)
    {
        List<FreeDecision> fields = [.. Numbered("libre", MostFree).Select(field => new FreeDecision(field, string.Join(' ', form.Text(field).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))).Where(one => one.Text.Length > 0)];
        return fields.Count > 0 ? fields : FreeDecision.Of(Lines(form.Text("autres-decisions")));
    }

    /// <summary>The same, each saying what it is about: read together, away from their fields.</summary>
    public Refusal? About(Refusal? refusal) => refusal is not { Fields.Count: > 0 } ? refusal
        : Refusal.Invalid([.. refusal.Fields.Select(error => Subject(error.Field) is { Length: > 0 } subject && !error.Message.Contains(subject, StringComparison.Ordinal)
            ? error with { Message = $"{subject}\u00A0: {Words.Lower(error.Message)}" } : error)]);

    private string? Subject(string field)
    {
        if (Themes.Where(choice => Is(choice.Theme.Id)).MaxBy(choice => choice.Theme.Id.Length) is { } about)
            return $"«\u00A0{about.Theme.Title}\u00A0»";
        if (Others.FirstOrDefault(other => Is(other.Field)) is { Title.Length: > 0 } action)
            return $"«\u00A0{action.Title}\u00A0»";
        return Free.FirstOrDefault(free => Is(free.Field)) is { } other ? $"«\u00A0{other.Text}\u00A0»" : null;

        bool Is(string name) => field.EndsWith($"-{name}", StringComparison.Ordinal) || field.Contains($"-{name}-", StringComparison.Ordinal);
    }

    private static Dictionary<string, DecisionVoteWords> VotesIn(IFormCollection form, IReadOnlyList<string> fields) =>
        fields.Select(field => (field, words: DecisionVoteWords.Of(form, field))).Where(pair => !pair.words.IsBlank).ToDictionary(pair => pair.field, pair => pair.words);

    private static IEnumerable<string> Numbered(string name, int most) => Enumerable.Range(1, most).Select(index => $"{name}-{index}");

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What was recorded before; the dates are those the programme has now.</summary>
    public static DecisionSheet Of(Meeting meeting, IReadOnlyList<Theme> themes, IReadOnlyList<ProgrammeAction> programme, Func<ActionKind, string> nameOf)
    {
        var free = meeting.Decisions.Where(decision => decision.Outcome == DecisionOutcome.Record).ToList();

        IEnumerable<(string Field, MeetingDecision Decision)> voted =
        [
            .. meeting.Decisions.Where(decision => decision is { Themes.Count: > 0, Outcome: not DecisionOutcome.Record }).Select(decision => (decision.Themes[0], decision)),
            .. meeting.Decisions.Where(decision => decision is { Themes.Count: 0, Action: not null }).Select((decision, index) => ($"autre-{index + 1}", decision)),
            .. free.Select((decision, index) => ($"libre-{index + 1}", decision)),
        ];

        AdoptedAction Current(AdoptedAction action) =>
            programme.FirstOrDefault(known => known.Id == action.Id) is { } known ? action with { Occurrences = known.Occurrences } : action;

        return new DecisionSheet(
            [.. themes.Select(theme => Recorded(theme, meeting.Decisions.FirstOrDefault(decision => decision.Themes.Contains(theme.Id))))],
            [.. meeting.Decisions.Where(decision => decision is { Themes.Count: 0, Action: not null })
                .Select((decision, index) => ActionWords.Of(Current(decision.Action!), $"autre-{index + 1}") with { Text = Own(decision) })],
            FreeDecision.Of([.. free.Select(decision => decision.Text)]), string.Join("\n\n", meeting.Notes),
            voted.DistinctBy(pair => pair.Field).ToDictionary(pair => pair.Field, pair => DecisionVoteWords.Of(pair.Decision)));

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

/// <summary>A decision that is not about a theme.</summary>
/// <param name="Field">Name of its field: « libre-1 ».</param>
public sealed record FreeDecision(string Field, string Text)
{
    public static List<FreeDecision> Of(IReadOnlyList<string> lines) => [.. lines.Select((line, index) => new FreeDecision($"libre-{index + 1}", line))];
}
