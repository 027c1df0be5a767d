using System.Globalization;
using Almanach.Adapters.DataFiles.Cells;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Reading;
using ExcelDataReader;

namespace Almanach.Adapters.DataFiles.Workbooks;

/// <summary>The rows of an XLS sheet. A formula that failed is blank: the library does not tell it.</summary>
internal sealed class WorkbookRows(IExcelDataReader reader) : ISheetRows
{
    private readonly CellBytes _cells = new();

    private readonly List<CellKind> _kinds = [];

    private long _seen;

    public int Row { get; private set; }

    public int Count => _cells.Count;

    public Unreadable? Broken => null;

    public bool HasRaggedRows => false;

    public IReadOnlyList<MergedCells> Merged { get; } =
        [.. (reader.MergeCells ?? []).Select(range => new MergedCells(range.FromRow + 1, range.ToRow + 1, range.FromColumn, range.ToColumn))];

    public bool Read()
    {
        try
        {
            if (!reader.Read())
                return false;
            Take();
            return true;
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException or UnreadableException))
        {
            throw new UnreadableException(OtherThanTable.Damaged with { Row = Row + 1 });
        }
    }

    public ReadOnlySpan<byte> Cell(int column) => _cells[column];

    public CellKind Kind(int column) => column < _kinds.Count ? _kinds[column] : CellKind.Text;

    public void Dispose()
    {
    }

    private void Take()
    {
        Row++;
        _cells.Clear();
        _kinds.Clear();
        if (Row > DataLimits.Rows || (_seen += reader.FieldCount) > DataLimits.Cells)
            throw new UnreadableException(OtherThanTable.TooLarge);
        for (var column = 0; column < Math.Min(reader.FieldCount, DataLimits.Columns); column++)
            Take(column);
        for (var column = DataLimits.Columns; column < reader.FieldCount; column++)
            if (reader.GetValue(column) is not null)
                throw new UnreadableException(new Unreadable(FindingTypes.Format, $"Ligne\u00A0{Row}\u00A0: la feuille a plus de {DataLimits.Columns} colonnes. Retirez celles qui sont inutiles.", Row));
    }

    private void Take(int column)
    {
        switch (reader.GetValue(column))
        {
            case null:
                Add("", CellKind.Text);
                break;
            case string text:
                Add(text, FailedFormula.Is(text) ? CellKind.Error : CellKind.Text);
                break;
            case double number:
                Add(NumberText.Of(number, reader.GetNumberFormatString(column)), CellKind.Number);
                break;
            case int number:
                Add(NumberText.Of(number, reader.GetNumberFormatString(column)), CellKind.Number);
                break;
            case DateTime { TimeOfDay.Ticks: 0 } day:
                Add(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date);
                break;
            case DateTime instant:
                Add(instant.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), CellKind.Date);
                break;
            case TimeSpan time:
                Add(time.ToString("c", CultureInfo.InvariantCulture), CellKind.Date);
                break;
            case bool truth:
                Add(truth ? "true" : "false", CellKind.Truth);
                break;
            case var other:
                Add(Convert.ToString(other, CultureInfo.InvariantCulture) ?? "", CellKind.Text);
                break;
        }
    }

    private void Add(string text, CellKind kind)
    {
        _cells.Add(text);
        _kinds.Add(kind);
    }
}
