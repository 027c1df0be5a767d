using System.Globalization;
using System.Xml;
using Almanach.Adapters.DataFiles.Cells;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Reading;

namespace Almanach.Adapters.DataFiles.Xlsx;

/// <summary>The rows of one sheet. Rows that are not written are blank, and so are cells.</summary>
internal sealed class XlsxRows(Stream content, XlsxStrings strings, XlsxWorkbook workbook, IReadOnlyList<MergedCells> merged) : ISheetRows
{
    private readonly XmlReader _reader = XmlReader.Create(content, XlsxWorkbook.Settings);

    private readonly CellBytes _cells = new();

    private readonly List<CellKind> _kinds = [];

    /// <summary>The row that was read and whose turn has not come: blank ones stand before it.</summary>
    private int _next;

    private long _given;

    public int Row { get; private set; }

    public int Count => Row == _next ? _cells.Count : 0;

    public Unreadable? Broken => null;

    public IReadOnlyList<MergedCells> Merged => merged;

    public bool HasRaggedRows => false;

    public bool Read()
    {
        try
        {
            while (_next <= Row)
                if (!ReadRow())
                    return false;
            Row++;
            return true;
        }
        catch (Exception problem) when (problem is XmlException or InvalidDataException or IOException)
        {
            throw new UnreadableException(OtherThanTable.Damaged with { Row = Row + 1 });
        }
    }

    public ReadOnlySpan<byte> Cell(int column) => Row == _next ? _cells[column] : [];

    public CellKind Kind(int column) => Row == _next && column < _kinds.Count ? _kinds[column] : CellKind.Text;

    public void Dispose() => _reader.Dispose();

    /// <summary>Reads on to the next row that holds something.</summary>
    private bool ReadRow()
    {
        while (_reader.Read())
        {
            if (_reader is { NodeType: XmlNodeType.EndElement, LocalName: "sheetData" })
                return false;
            if (_reader is not { NodeType: XmlNodeType.Element, LocalName: "row" })
                continue;
            var row = int.TryParse(_reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Math.Max(_next, Row) + 1;
            if (row <= _next || row > DataLimits.Rows)
                throw new InvalidDataException();
            _cells.Clear();
            _kinds.Clear();
            if (!_reader.IsEmptyElement)
                ReadCells(row);
            if (_cells.IsBlank)
                continue;
            if ((_given += _cells.Count) > DataLimits.Cells)
                throw new UnreadableException(OtherThanTable.TooLarge);
            _next = row;
            return true;
        }
        return false;
    }

    private void ReadCells(int row)
    {
        var depth = _reader.Depth;
        while (_reader.Read() && _reader.Depth > depth)
        {
            if (_reader is not { NodeType: XmlNodeType.Element, LocalName: "c" })
                continue;
            var place = Place(_reader.GetAttribute("r"));
            var (type, style) = (_reader.GetAttribute("t"), int.TryParse(_reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
            if (place < _cells.Count)
                throw new InvalidDataException();
            if (_reader.IsEmptyElement)
                continue;
            var (value, isInline) = Value();
            if (value.Length == 0)
                continue;
            if (place >= DataLimits.Columns && IsWhite(type, value))
                continue;
            if (place >= DataLimits.Columns)
                throw new UnreadableException(new Unreadable(FindingTypes.Format, $"Ligne\u00A0{row}\u00A0: la feuille a plus de {DataLimits.Columns} colonnes. Retirez celles qui sont inutiles.", row));
            while (_cells.Count < place)
                Add("", CellKind.Text);
            Add(isInline ? "inlineStr" : type, style, value);
        }
    }

    /// <summary>Spaces left far to the right of a table are none of it.</summary>
    private bool IsWhite(string? type, string value) =>
        type == "s" ? int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var shared) && CellText.IsBlank(strings[shared]) : string.IsNullOrWhiteSpace(value);

    private int Place(string? reference)
    {
        var letters = 0;
        while (letters < reference?.Length && letters < 3 && reference[letters] is >= 'A' and <= 'Z')
            letters++;
        return letters == 0 ? _cells.Count : XlsxMerges.Column(reference.AsSpan(0, letters));
    }

    /// <summary>The text of <c>v</c>, or of the string in the cell itself.</summary>
    private (string Value, bool IsInline) Value()
    {
        var (depth, value) = (_reader.Depth, "");
        while (_reader.Read() && _reader.Depth > depth)
            if (_reader is { NodeType: XmlNodeType.Element, LocalName: "is" })
                return Rest(depth, XlsxText.Of(_reader));
            else if (_reader is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false })
            {
                _reader.Read();
                value = _reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace ? _reader.Value : value;
            }
        return (value, false);
    }

    private (string Value, bool IsInline) Rest(int depth, string value)
    {
        while (_reader.Depth > depth && _reader.Read())
        {
        }
        return (value, true);
    }

    private void Add(string? type, int style, string value)
    {
        switch (type)
        {
            case "s":
                if (!int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var place))
                    throw new InvalidDataException();
                _cells.Add(strings[place]);
                _kinds.Add(CellKind.Text);
                break;
            case "inlineStr" or "str":
                Add(value, FailedFormula.Is(value) ? CellKind.Error : CellKind.Text);
                break;
            case "e":
                Add(value, CellKind.Error);
                break;
            case "b":
                Add(value is "1" or "true" ? "true" : "false", CellKind.Truth);
                break;
            case "d":
                Add(value.EndsWith("T00:00:00", StringComparison.Ordinal) || value.EndsWith("T00:00:00Z", StringComparison.Ordinal) ? value[..value.IndexOf('T', StringComparison.Ordinal)] : value, CellKind.Date);
                break;
            default:
                Number(style, value.Trim());
                break;
        }
    }

    private void Number(int style, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            Add(value, CellKind.Text);
        else if (workbook.Styles.IsDate(style) && SerialDay.Text(number, workbook.CountsFrom1904) is { } day)
            Add(day, CellKind.Date);
        else
            Add(NumberText.Of(number, workbook.Styles.Format(style)), CellKind.Number);
    }

    private void Add(string text, CellKind kind)
    {
        _cells.Add(text);
        _kinds.Add(kind);
    }
}
