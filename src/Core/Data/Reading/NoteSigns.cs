using Almanach.Core.French;

namespace Almanach.Core.Data.Reading;

/// <summary>Which rows may be notes below a table: one cell that is not like those of its column, or « Source : … ».</summary>
internal sealed class NoteSigns
{
    private static readonly string[] Openings =
    [
        "source", "sources", "note", "notes", "nb", "n.b", "champ", "lecture", "legende", "avertissement", "remarque", "mise a jour", "unite", "definition", "definitions", "precision", "precisions",
        "s", "s.s", "ss", "nd", "n.d", "so", "ns", "n.s", "c", "r", "p", "attention", "geographie", "date", "contact", "donnees", "pour en savoir plus", "secret", "conf.", "confidentiel",
    ];

    private readonly HashSet<string> _shapes = [];

    private readonly int _longest;

    private readonly int _width;

    private readonly int _first;

    public NoteSigns(IReadOnlyList<HeldRow> body, TableHead? head)
    {
        _width = head?.Columns.Count(column => !column.IsBlank) ?? 0;
        _first = head?.Columns.FirstOrDefault(column => !column.IsBlank)?.Place ?? 0;
        foreach (var row in body.Where(row => row.Filled().Skip(1).Any()))
        {
            var cell = row.Cell(row.Filled().First());
            _shapes.Add(Shape(cell));
            _longest = Math.Max(_longest, cell.Length);
        }
    }

    /// <param name="filled">Cells that are filled, counted up to three.</param>
    /// <param name="follows">A blank row or another note stands before it.</param>
    public bool IsNote(HeldRow row, int filled, bool follows)
    {
        var cell = row.Cell(row.Filled().First());
        // A cell alone further right goes on with the row above it.
        if (row.Filled().First() > _first && !Opens(cell))
            return false;
        // A title before another table of the sheet: « Tableau 1 … | Retour au sommaire ».
        if (filled == 2 && follows && _width >= 5 && cell.Length > 2 * _longest)
            return true;
        if (filled > 2 || (filled == 2 && (_width < 4 || !Opens(cell))))
            return false;
        if (_width < 2)
            return follows && Opens(cell);
        if (Opens(cell) && _width > 1)
            return true;
        var isLike = _shapes.Contains(Shape(cell));
        return !isLike && (follows || cell.Length > 2 * _longest || cell[0] is (byte)'*' or (byte)'(' || CellText.OnOneLine(cell).Contains(" : ", StringComparison.Ordinal));
    }

    /// <summary>« Source : », « NB », « s.s : secret statistique », « * provisoire », « (1) … », « © Insee ».</summary>
    private static bool Opens(ReadOnlySpan<byte> cell)
    {
        var text = Typography.Fold(CellText.OnOneLine(cell.Length > 400 ? cell[..400] : cell));
        if (text.Length == 0)
            return false;
        if (text[0] is '*' or '©' || (text[0] == '(' && text.IndexOf(')', StringComparison.Ordinal) is 2 or 3))
            return true;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var opening = (colon < 0 ? text : text[..colon]).Replace("(s)", "", StringComparison.Ordinal).Trim();
        return Openings.Contains(opening) ? colon > 0 || opening.Length > 3 : colon < 0 && Openings.Any(word => word.Length > 3 && text.StartsWith(word + " ", StringComparison.Ordinal) && text.Length > 25);
    }

    /// <summary>01004 is 99999, 2A004 is 9A999; text with spaces has no shape of its own.</summary>
    private static string Shape(ReadOnlySpan<byte> cell)
    {
        var text = CellText.Trimmed(cell);
        if (text.Length > 20 || text.Contains((byte)' '))
            return "mots";
        return string.Create(text.Length, text.ToArray(), (shape, bytes) =>
        {
            for (var i = 0; i < shape.Length; i++)
                shape[i] = bytes[i] is >= (byte)'0' and <= (byte)'9' ? '9' : bytes[i] is >= (byte)'A' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z' or >= 0x80 ? 'A' : (char)bytes[i];
        });
    }
}

/// <summary>Rows that sum others up, by the word they begin with.</summary>
internal static class TotalWords
{
    private static readonly string[] Words = ["total", "ensemble", "france", "métropole", "région", "département", "dom", "auvergne-rhône-alpes"];

    public static bool Begin(HeldRow row)
    {
        var text = CellText.OnOneLine(row.Cell(row.Filled().First()));
        return Words.Any(word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>« Total », « Ensemble », « Total région »: in the place of a territory.</summary>
    public static bool IsTotal(string text) => Words[..2].Any(word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
