using System.Text;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;

namespace Almanach.Local.Rehearsal;

/// <summary><c>journal.csv</c>: UTF-8, comma, LF.</summary>
public static class JournalFile
{
    /// <summary>Bytes, generously: a stream that grows holds its content twice.</summary>
    private const int UsualRow = 192;

    public static async Task Write(IFiles files, IReadOnlyList<JournalRow> rows, CancellationToken stop)
    {
        using var bytes = new MemoryStream(rows.Count * UsualRow);
        await using (var text = new StreamWriter(bytes, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
        {
            await text.WriteLineAsync(JournalRow.Header.AsMemory(), stop);
            foreach (var row in rows)
                await text.WriteLineAsync(row.Csv.AsMemory(), stop);
        }
        await files.Write("journal.csv", bytes.GetBuffer().AsMemory(0, (int)bytes.Length), stop);
    }
}
