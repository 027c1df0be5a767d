using System.Globalization;
using System.Xml;
using Almanach.Adapters.DataFiles.Cells;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Reading;

namespace Almanach.Adapters.DataFiles.OpenDocuments;

/// <summary>The rows of one table of <c>content.xml</c>. Repeated cells and rows are given as often as they say, blank ones at the end apart.</summary>
internal sealed class OpenDocumentRows : ISheetRows
{
    private const string Table = OpenDocumentFile.Table;

    private readonly XmlReader _reader;

    private readonly CellBytes _cells = new();

    private readonly List<CellKind> _kinds = [];

    private readonly List<MergedCells> _merged = [];

    private int _repeats;

    /// <summary>Blank rows read ahead: given only when a row that is not blank follows.</summary>
    private int _blank;

    private bool _held;

    /// <summary>Blank rows between the last row given and the one being read.</summary>
    private long _ahead;

    private long _given;

    public OpenDocumentRows(Stream content, int sheet)
    {
        _reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true });
        _reader.Read();
        for (var seen = 0; !_reader.EOF;)
            if (!Is("table"))
                _reader.Read();
            else if (seen++ < sheet)
                _reader.Skip();
            else
                break;
    }

    public int Row { get; private set; }

    public int Count => _blank > 0 ? 0 : _cells.Count;

    public Unreadable? Broken => null;

    public bool HasRaggedRows => false;

    /// <summary>Those of the rows read so far, and of the next: a head is read before it is looked at.</summary>
    public IReadOnlyList<MergedCells> Merged => _merged;

    public bool Read()
    {
        try
        {
            return Next();
        }
        catch (Exception problem) when (problem is XmlException or InvalidDataException or IOException)
        {
            throw new UnreadableException(OtherThanTable.Damaged with { Row = Row + 1 });
        }
    }

    public ReadOnlySpan<byte> Cell(int column) => _blank > 0 ? [] : _cells[column];

    public CellKind Kind(int column) => column < _kinds.Count && _blank == 0 ? _kinds[column] : CellKind.Text;

    public void Dispose() => _reader.Dispose();

    private bool Next()
    {
        if (_blank > 0)
            _blank--;
        else if (_repeats > 0)
            _repeats--;
        if (_blank > 0 || (_held && _repeats > 0))
            return Give();
        _held = false;
        for (_ahead = 0; NextRow() is { } repeats;)
            if (_cells.IsBlank)
                _ahead += repeats;
            else if (Row + _ahead + repeats > DataLimits.Rows || (_given += (long)repeats * _cells.Count) > DataLimits.Cells)
                throw new UnreadableException(OtherThanTable.TooLarge);
            else
            {
                (_held, _repeats, _blank) = (true, repeats, (int)_ahead);
                return Give();
            }
        return false;
    }

    private bool Give()
    {
        Row++;
        return true;
    }

    /// <summary>Reads one row element into the cells; how often it stands, or null at the end of the table.</summary>
    private int? NextRow()
    {
        while (_reader.Read())
            if (_reader.NodeType == XmlNodeType.EndElement && _reader.LocalName == "table" && _reader.NamespaceURI == Table)
                return null;
            else if (Is("table-row"))
            {
                var repeats = Number("number-rows-repeated");
                ReadRow();
                return repeats;
            }
        return null;
    }

    private void ReadRow()
    {
        _cells.Clear();
        _kinds.Clear();
        if (_reader.IsEmptyElement)
            return;
        var (depth, blank) = (_reader.Depth, 0L);
        while (_reader.Read() && _reader.Depth > depth)
            if (Is("table-cell") || Is("covered-table-cell"))
            {
                var repeats = Number("number-columns-repeated");
                Note(_cells.Count + blank);
                var (text, kind) = OpenDocumentCell.Read(_reader);
                if (text.Length == 0)
                {
                    blank += repeats;
                    continue;
                }
                if (_cells.Count + blank + repeats > DataLimits.Columns)
                    throw new UnreadableException(new Unreadable(FindingTypes.Format, $"La feuille a plus de {DataLimits.Columns.ToString(CultureInfo.InvariantCulture)} colonnes. Retirez celles qui sont inutiles."));
                for (; blank > 0; blank--)
                    Add("", CellKind.Text);
                for (var i = 0; i < repeats; i++)
                    Add(text, kind);
            }
    }

    private void Note(long column)
    {
        if (_merged.Count >= 10_000 || _reader.LocalName != "table-cell")
            return;
        var (columns, rows, row) = (Number("number-columns-spanned"), Number("number-rows-spanned"), (int)Math.Min(Row + _ahead + 1, DataLimits.Rows));
        if (columns > 1 || rows > 1)
            _merged.Add(new MergedCells(row, row + rows - 1, (int)Math.Min(column, int.MaxValue / 2), (int)Math.Min(column + columns - 1, int.MaxValue / 2)));
    }

    private void Add(string text, CellKind kind)
    {
        _cells.Add(text);
        _kinds.Add(kind);
    }

    private bool Is(string name) => _reader.NodeType == XmlNodeType.Element && _reader.LocalName == name && _reader.NamespaceURI == Table;

    private int Number(string attribute) =>
        int.TryParse(_reader.GetAttribute(attribute, Table), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
}
