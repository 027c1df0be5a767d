using System.Text;

namespace Almanach.Core.Data.Reading;

/// <summary>Cells as people write them: white space around them means nothing.</summary>
public static class CellText
{
    private static ReadOnlySpan<byte> NoBreak => "\u00A0"u8;

    private static ReadOnlySpan<byte> NarrowNoBreak => "\u202F"u8;

    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    public static bool IsBlank(ReadOnlySpan<byte> cell) => cell.IsEmpty || (cell[0] is <= (byte)' ' or 0xC2 or 0xE2 or 0xEF && Trimmed(cell).IsEmpty);

    /// <summary>Without the spaces, no-break ones too, at both ends.</summary>
    public static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> cell)
    {
        while (cell.Length > 0)
            if (cell[0] <= ' ')
                cell = cell[1..];
            else if (cell.StartsWith(NoBreak))
                cell = cell[2..];
            else if (cell.StartsWith(NarrowNoBreak) || cell.StartsWith(Mark))
                cell = cell[3..];
            else
                break;
        while (cell.Length > 0)
            if (cell[^1] <= ' ')
                cell = cell[..^1];
            else if (cell.EndsWith(NoBreak))
                cell = cell[..^2];
            else if (cell.EndsWith(NarrowNoBreak))
                cell = cell[..^3];
            else
                break;
        return cell;
    }

    /// <summary>On one line, inner white space single.</summary>
    public static string OnOneLine(ReadOnlySpan<byte> cell) => string.Join(' ', Encoding.UTF8.GetString(Trimmed(cell)).Split([' ', '\n', '\r', '\t', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As it stands, cut to what a message can show.</summary>
    public static string Shown(ReadOnlySpan<byte> cell)
    {
        const int most = 80;
        var text = Encoding.UTF8.GetString(cell.Length > most * 4 ? cell[..(most * 4)] : cell).TrimEnd('\uFFFD');
        return text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1), "…");
    }
}
