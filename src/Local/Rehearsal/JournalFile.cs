using System.Text;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;

namespace Almanach.Local.Rehearsal;

/// <summary><c>journal.csv</c>: UTF-8, comma, LF.</summary>
public static class JournalFile
{
    public static Task Write(IFiles files, IReadOnlyList<JournalRow> rows, CancellationToken stop)
    {
        var text = new StringBuilder(JournalRow.Header).Append('\n');
        foreach (var row in rows)
            text.Append(row.Csv).Append('\n');
        return files.Write("journal.csv", Encoding.UTF8.GetBytes(text.ToString()), stop);
    }
}
