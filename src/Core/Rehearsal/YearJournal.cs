using Almanach.Core.Mail.Sending;

namespace Almanach.Core.Rehearsal;

/// <summary>
/// The journal of a period as rows: one for each effect, and for each message one for each person it went to. In order
/// of instant, then key: the same year gives the same rows.
/// </summary>
public sealed class YearJournal(Office office)
{
    public async Task<IReadOnlyList<JournalRow>> Read(DateTimeOffset from, DateTimeOffset to, CancellationToken stop = default)
    {
        List<JournalRow> rows = [];
        await foreach (var line in office.Journal.Read(from, to, stop))
            rows.Add(new JournalRow(line.Instant, line.Step, line.Kind, line.Subject, line.Actor, line.Key));
        await foreach (var held in office.Ledger.List<MailingLine>(MailingLine.Partition, "", stop))
            rows.AddRange(await Copies(held.Value, stop));
        rows.Sort(Earlier);
        return rows;
    }

    /// <summary>No two rows share instant, key and recipient.</summary>
    private static int Earlier(JournalRow one, JournalRow other) =>
        one.Instant.CompareTo(other.Instant) is var byInstant and not 0 ? byInstant
        : string.CompareOrdinal(one.Key, other.Key) is var byKey and not 0 ? byKey
        : string.CompareOrdinal(one.Recipient, other.Recipient);

    private async Task<IEnumerable<JournalRow>> Copies(MailingLine line, CancellationToken stop) =>
        (await office.MailRoom.Outcomes(line.Key, stop)).Select(copy =>
            new JournalRow(line.Due, line.Step, $"Mail{copy.Value}", line.Subject, copy.Key, $"mail-{line.Key}-{copy.Key}"));
}

/// <param name="Recipient">Contact id; for an effect, who decided it or nobody.</param>
public sealed record JournalRow(DateTimeOffset Instant, string Step, string Kind, string Subject, string Recipient, string Key)
{
    public const string Header = "instant,step,kind,subject,recipient,key";

    public string Csv => string.Join(',', Instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null), Quoted(Step), Kind, Quoted(Subject), Recipient, Quoted(Key));

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
