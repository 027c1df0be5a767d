using System.Text;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;

namespace Almanach.Local.Rehearsal;

/// <summary><c>journal.csv</c>: UTF-8, comma, LF.</summary>
public static class JournalFile
{
    public static async Task Write(IFiles files, IReadOnlyList<JournalRow> rows, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        await using (var text = new StreamWriter(bytes, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
        {
            await text.WriteLineAsync(JournalRow.Header.AsMemory(), stop);
            foreach (var row in rows)
                await text.WriteLineAsync(row.Csv.AsMemory(), stop);
        }
        await files.Write("journal.csv", bytes.GetBuffer().AsMemory(0, (int)bytes.Length), stop);
    }
}
