using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Almanach.Core;
using Almanach.Core.Rehearsal;

namespace Almanach.Local.Rehearsal;

/// <summary>What a rehearsed year came to: counts that lead to the files beside it.</summary>
/// <param name="Mails">Copies sent, by text.</param>
/// <param name="Effects">Effects performed, by kind.</param>
/// <param name="Waiting">Steps whose day came and that did not open: nothing in the script decides them.</param>
/// <param name="Refused">What the script wanted and the state of things did not allow.</param>
public sealed record Summary(
    int Year, int Organisations, int Contacts, IReadOnlyDictionary<string, int> Effects, IReadOnlyDictionary<string, int> Mails,
    IReadOnlyList<SummaryConsultation> Consultations, IReadOnlyList<string> Documents, IReadOnlyList<SummaryAction> Programme, IReadOnlyList<RefusedAct> Refused,
    IReadOnlyList<SummaryStep> Waiting)
{
    public static async Task<Summary> Of(Office office, Script script, WalkReport report, IReadOnlyList<JournalRow> rows, CancellationToken stop)
    {
        var roster = await office.Network.Load(stop);
        List<SummaryConsultation> consultations = [];
        foreach (var template in office.Setting.Platform.Consultations)
            if (await office.Consultations.Find($"{script.Year}-{template.Id}", stop) is { } consultation)
                consultations.Add(new SummaryConsultation(consultation.Id, consultation.Audience.Count, consultation.Asked, consultation.Answered));
        return new Summary(
            script.Year, roster.Organisations.Count, roster.Contacts.Count,
            Count(rows.Where(row => !row.Kind.StartsWith("Mail", StringComparison.Ordinal)), row => row.Kind),
            Count(rows.Where(row => row.Kind.StartsWith("Mail", StringComparison.Ordinal)), row => row.Subject),
            consultations, [.. (await office.Documents.All(stop)).OrderBy(document => document.At).Select(document => document.HtmlPath)],
            [.. (await office.Programme.Load(script.Year, stop)).Select(action => new SummaryAction(action.Id, $"{action.Kind}", action.Title, $"{action.State}"))],
            report.Refused,
            [.. ((await office.Cycle.Find(script.Year, stop))?.Steps ?? []).Where(step => step is { IsAhead: true, Waiting: true })
                .Select(step => new SummaryStep(step.Id, step.Title, step.Held ?? ""))]);
    }

    public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(this, SummaryJson.Readable);

    /// <param name="peak">Most memory the process held, in bytes.</param>
    public string Text(string folder, TimeSpan took, long peak)
    {
        var text = new StringBuilder();
        text.Append($"Année {Year}\u00A0: {Organisations} organismes, {Contacts} personnes.\n");
        text.Append($"{Mails.Values.Sum()} messages, {Documents.Count} documents, {Programme.Count} actions au programme.\n");
        foreach (var consultation in Consultations)
            text.Append($"  {consultation.Id}\u00A0: {consultation.Answered} réponses sur {consultation.Units}, {consultation.People} personnes sollicitées\n");
        foreach (var step in Waiting)
            text.Append($"  Pas ouverte\u00A0: {step.Title}{(step.Why.Length > 0 ? $". {step.Why}" : ", que rien dans le script n’ouvre ou qui attend une autre étape.")}\n");
        foreach (var refused in Refused.GroupBy(refused => (refused.At, refused.Why)))
            text.Append($"  Refusé le {refused.Key.At:yyyy-MM-dd HH:mm}\u00A0: {refused.Key.Why}{(refused.Count() > 1 ? $" ({refused.Count()} fois)" : "")}\n");
        text.Append($"Tout est dans {folder} (journal.csv, mails/, documents/, summary.json). {took.TotalSeconds:F1}\u00A0s, {peak / 1_048_576}\u00A0Mo au plus.\n");
        return text.ToString();
    }

    private static SortedDictionary<string, int> Count(IEnumerable<JournalRow> rows, Func<JournalRow, string> by) =>
        new(rows.GroupBy(by).ToDictionary(group => group.Key, group => group.Count()), StringComparer.Ordinal);
}

public sealed record SummaryConsultation(string Id, int People, int Units, int Answered);

/// <param name="Why">What holds it back; empty where it waits for somebody or for another step.</param>
public sealed record SummaryStep(string Id, string Title, string Why);

public sealed record SummaryAction(string Id, string Kind, string Title, string State);

[JsonSerializable(typeof(Summary))]
internal sealed partial class SummaryJson : JsonSerializerContext
{
    private static readonly SummaryJson _indented = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static JsonTypeInfo<Summary> Readable => _indented.Summary;
}
