using Almanach.Core.Ports;
using Azure.Data.Tables;

namespace Almanach.Functions.Storage;

/// <summary>
/// A record as a row of the table: its value in the properties <c>V</c>, <c>V1</c>, <c>V2</c>…, because one property
/// has at most 64 KiB, and in <c>C</c> the commits that wrote it (<see cref="CommitMarks"/>).
/// </summary>
internal static class TableRows
{
    /// <summary>UTF-16 characters of one property; a surrogate pair is never cut.</summary>
    public const int PieceLength = 32_000;

    private const string Value = "V";
    private const string Marks = "C";

    public static TableEntity Write(string partition, string key, string value, CommitMarks marks)
    {
        var row = new TableEntity(partition, key) { [Marks] = marks.Text };
        foreach (var (index, piece) in Cut(value).Index())
            row[Name(index)] = piece;
        return row;
    }

    public static Entry Read(TableEntity row) => new(row.RowKey, new RowVersion(row.ETag.ToString(), MarksOf(row)).Text, ValueOf(row));

    public static CommitMarks MarksOf(TableEntity row) => new(row.GetString(Marks) ?? "");

    /// <summary>At least one piece; put together again they are the value.</summary>
    public static IEnumerable<string> Cut(string value)
    {
        for (var from = 0; from < value.Length || from == 0;)
        {
            var length = Math.Min(PieceLength, value.Length - from);
            if (from + length < value.Length && char.IsHighSurrogate(value[from + length - 1]))
                length--;
            yield return value.Substring(from, length);
            if (length == 0)
                yield break;
            from += length;
        }
    }

    private static string ValueOf(TableEntity row)
    {
        List<string> pieces = [];
        while (row.GetString(Name(pieces.Count)) is { } piece)
            pieces.Add(piece);
        return pieces.Count == 1 ? pieces[0] : string.Concat(pieces);
    }

    private static string Name(int index) => index == 0 ? Value : $"{Value}{index}";
}
