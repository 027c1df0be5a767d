using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Web.Cockpit.Meetings.Sittings;

/// <summary>From the forms to the decisions a meeting records. Pure.</summary>
/// <param name="sitting">Who sat: votes are compared with it.</param>
/// <param name="programme">Actions the year already has.</param>
internal sealed class DecisionMaker(Meeting meeting, Sitting sitting, IReadOnlyList<ProgrammeAction> programme, Func<ActionKind, string> nameOf)
{
    private readonly HashSet<string> _used = [.. programme.Where(action => action.Source != meeting.Id).Select(action => action.Id)];
    private const int MaxTitle = 200;

    private readonly List<FieldError> _errors = [];

    public (IReadOnlyList<MeetingDecision> Decisions, IReadOnlyList<string> Notes, Refusal? Refusal) Make(DecisionSheet sheet)
    {
        List<MeetingDecision> decisions = [.. sheet.Themes.Select(choice => Of(choice, sheet)).OfType<MeetingDecision>()];
        foreach (var other in sheet.Others.Where(other => other.Title.Length > 0))
            if (Adopted(other) is { } action)
                decisions.Add(new MeetingDecision($"d-{other.Field}", Text(other.Text, DecisionOutcome.Adopt, [], action), [], DecisionOutcome.Adopt, action));
        decisions = [.. decisions.OrderBy(decision => decision.Outcome)];
        foreach (var free in sheet.Free)
            decisions.Add(new MeetingDecision($"d-{free.Field}", Typography.Text(free.Text), [], DecisionOutcome.Record, null));
        decisions = [.. decisions.Select(decision => sheet.VoteOf(FieldOf(decision)).On(decision, FieldOf(decision), _errors))];
        if (_errors.Count == 0)
            _errors.AddRange(DecisionVoteRules.Check(decisions, sitting, decision => $"pour-{FieldOf(decision)}"));
        var notes = sheet.Notes.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(note => Typography.Text(note)).ToList();
        if (_errors.Count == 0 && decisions.Count == 0 && notes.Count == 0)
            _errors.Add(new FieldError("autres-decisions", "Choisissez ce que devient un thème au moins, ou écrivez une décision."));
        return (decisions, notes, _errors.Count == 0 ? null : Refusal.Invalid(_errors));
    }

    private static string FieldOf(MeetingDecision decision) => decision.Id["d-".Length..];

    private MeetingDecision? Of(ThemeChoice choice, DecisionSheet sheet)
    {
        if (choice.Outcome is not { } outcome || outcome == DecisionOutcome.Record || Leader(choice, sheet) is not null)
            return null;
        var followers = sheet.Themes.Where(other => Leader(other, sheet) == choice);
        List<ThemeChoice> together = [choice, .. followers];
        var action = outcome == DecisionOutcome.Adopt ? Adopted(choice.Action) : null;
        if (outcome == DecisionOutcome.Adopt && action is null)
            return null;
        return new MeetingDecision($"d-{choice.Theme.Id}", Text(choice.Text, outcome, [.. together.Select(one => one.Theme.Title)], action),
            [.. together.Select(one => one.Theme.Id)], outcome, action);
    }

    /// <summary>The theme whose decision is about this one too: the same becomes of both, and it does not itself follow another.</summary>
    private static ThemeChoice? Leader(ThemeChoice choice, DecisionSheet sheet) => choice.Outcome is { } outcome && choice.With.Length > 0
        ? sheet.Themes.FirstOrDefault(other => other != choice && other.Theme.Id == choice.With && other.Outcome == outcome && other.With.Length == 0)
        : null;

    private AdoptedAction? Adopted(ActionWords words)
    {
        var before = _errors.Count;
        if (words.Title.Length == 0)
            _errors.Add(new FieldError($"titre-{words.Field}", "Donnez un titre à l’action."));
        if (words.Title.Length > MaxTitle)
            _errors.Add(new FieldError($"titre-{words.Field}", $"Gardez {MaxTitle} caractères au plus."));
        if (words.Kind is null)
            _errors.Add(new FieldError($"type-{words.Field}", $"Choisissez le type d’action de «\u00A0{words.Title}\u00A0»."));
        if (words.Occurrences.Any(occurrence => !occurrence.IsSound))
            _errors.Add(new FieldError($"jour-{words.Field}-1", $"Une date de «\u00A0{words.Title}\u00A0» ne se lit pas. Écrivez par exemple 14/06/2022, ou une période."));
        if (words.Occurrences.Any(occurrence => !ProgrammeRules.IsNear(occurrence.Occurrence, meeting.Year)))
            _errors.Add(new FieldError($"jour-{words.Field}-1", ProgrammeRules.TooFar(meeting.Year)));
        return _errors.Count > before ? null : new AdoptedAction(
            Named(words), words.Kind!.Value, Typography.Text(words.Title), [.. words.Occurrences.Select(occurrence => occurrence.Occurrence)],
            [.. Lines(words.Conditions).Select(line => Typography.Text(line))], Typography.Text(words.Note));
    }

    /// <summary>An action keeps its id from one recording to the next; a new one is named after its title.</summary>
    private string Named(ActionWords words)
    {
        var known = words.Id.Length > 0 && meeting.Decisions.Any(decision => decision.Action?.Id == words.Id);
        var name = known ? words.Id : Typography.Slug(words.Title, 50) is { Length: > 0 } slug ? slug : "action";
        var free = name;
        for (var copy = 2; !_used.Add(free); copy++)
            free = $"{name}-{copy}";
        return free;
    }

    private string Text(string written, DecisionOutcome outcome, IReadOnlyList<string> titles, AdoptedAction? action) => written.Length > 0
        ? Typography.Text(written)
        : DecisionWords.Of(outcome, titles, action, action is null ? "" : nameOf(action.Kind), meeting.Year);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
