using Almanach.Core.Engine;

namespace Almanach.Core.Programme;

/// <summary>Who speaks at the meeting of an action.</summary>
public static class SpeakerRules
{
    public const int Most = 12;

    /// <summary>Characters of an organisation, a name or a function.</summary>
    public const int MostName = 160;

    public static Decision<ProgrammeAction> Set(ProgrammeAction action, IReadOnlyList<Speaker> speakers, string actor, DateTimeOffset now)
    {
        if (speakers.Count > Most)
            return Refusal.Invalid(new FieldError("intervenants", $"Notez au plus {Most} intervenants."));
        if (speakers.Any(speaker => speaker.Organisation.Length is 0 or > MostName || speaker.Name.Length > MostName || speaker.Function.Length > MostName))
            return Refusal.Invalid(new FieldError("intervenants", $"Commencez chaque ligne par l’organisme, et gardez {MostName} caractères au plus pour chaque mot."));
        return speakers.SequenceEqual(action.Speakers ?? [])
            ? Decision.Done<ProgrammeAction>()
            : Decision.Accept(action with { Speakers = speakers.Count > 0 ? speakers : null },
                new Effect.Note(actor, $"intervenants de l’action {action.Id}", $"note-speakers-{action.Year}-{action.Id}-{Todo.Stamp(now)}", now, ""));
    }

    /// <summary>An action past keeping, without the names of those who spoke: their organisations stay. Null when nothing changes.</summary>
    public static ProgrammeAction? After(ProgrammeAction action) => action.Speakers?.Any(speaker => speaker.Name.Length > 0 || speaker.Function.Length > 0) == true
        ? action with { Speakers = [.. action.Speakers.Select(speaker => speaker with { Name = "", Function = "" })] }
        : null;

    /// <summary>Without the name and function of one person; null when she does not speak there.</summary>
    public static ProgrammeAction? Without(ProgrammeAction action, Func<string, bool> isHer) => action.Speakers?.Any(speaker => isHer(speaker.Name)) == true
        ? action with { Speakers = [.. action.Speakers.Select(speaker => isHer(speaker.Name) ? speaker with { Name = "", Function = "" } : speaker)] }
        : null;

    /// <summary>« Insee, Anne Petit, cheffe de projet »: as a line of a form holds it.</summary>
    public static string Line(Speaker speaker) =>
        string.Join(", ", new[] { speaker.Organisation, speaker.Name, speaker.Function }.Where((text, index) => index == 0 || text.Length > 0));

    /// <summary>The same read back: what follows the second comma is the function.</summary>
    public static IReadOnlyList<Speaker> Read(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',', 3, StringSplitOptions.TrimEntries))
            .Select(parts => new Speaker(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? ""))];
}
