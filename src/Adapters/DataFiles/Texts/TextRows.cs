using System.Text;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Reading;
using CsvHelper;

namespace Almanach.Adapters.DataFiles.Texts;

internal sealed class TextRows : ISheetRows
{
    /// <summary>A cell with more lines than this has swallowed those that follow it.</summary>
    private const int MostLines = 40;

    private readonly CsvReader _reader;

    /// <param name="told">The first line says the separator: it is no row of the table.</param>
    public TextRows(Stream stream, Encoding encoding, char separator, bool told)
    {
        _reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = separator,
            Encoding = encoding is UTF8Encoding ? null : encoding,
            HasHeader = false,
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
            MaxRecordSize = DataLimits.RowBytes,
            OnMalformedRecord = Break,
            IncludeValuesInExceptions = false,
        });
        if (told)
            Read();
    }

    public int Row { get; private set; }

    public int Count { get; private set; }

    public Unreadable? Broken { get; private set; }

    public IReadOnlyList<MergedCells> Merged => [];

    public bool HasRaggedRows => true;

    public bool Read()
    {
        Broken = null;
        try
        {
            if (!_reader.Read())
                return false;
        }
        catch (CsvFormatException)
        {
            throw Unclosed(Row + 1);
        }
        Row++;
        Count = _reader.FieldCount;
        if (Row > DataLimits.Rows)
            throw new UnreadableException(new Unreadable(FindingTypes.Format, $"Le fichier a plus de {DataLimits.Rows} lignes. Déposez-le en plusieurs fichiers."));
        if (Count > DataLimits.Columns)
            throw new UnreadableException(new Unreadable(FindingTypes.Format, $"Ligne\u00A0{Row}\u00A0: plus de {DataLimits.Columns} cellules. Vérifiez le séparateur, ou retirez les colonnes inutiles.", Row));
        if (_reader.RawRecord.Length > 2_000 && _reader.RawRecord.Count((byte)'\n') > MostLines)
            throw Unclosed(Row);
        return true;
    }

    public ReadOnlySpan<byte> Cell(int column) => column < Count ? _reader.GetSpan(column) : [];

    public CellKind Kind(int column) => CellKind.Text;

    public void Dispose() => _reader.Dispose();

    private static UnreadableException Unclosed(int row) =>
        new(new Unreadable(FindingTypes.UnclosedQuote, $"Ligne\u00A0{row}\u00A0: un guillemet ouvert n’est pas refermé. Refermez-le, ou retirez-le, puis déposez de nouveau le fichier.", row));

    private void Break(CsvMalformedRecord wrong) =>
        Broken = wrong.Reason == CsvMalformedReason.UnterminatedQuote
            ? Unclosed(Row + 1).Problem
            : new Unreadable(FindingTypes.StrayQuote, $"Ligne\u00A0{Row + 1}\u00A0: un guillemet n’est pas à sa place. Doublez-le (\"\") dans une cellule entre guillemets, ou retirez-le.", Row + 1);
}
