using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Names;

namespace Almanach.Core.Data.Series;

/// <summary>
/// Writes a table of a producer in the one form that series are kept in (ADR 40): a CSV in UTF-8, a row for each row,
/// <c>territoire,ligne,[periode,]libelle,</c> then the figures; numbers with a point and exactly as they were, marks each written one
/// way. One pass, bounded memory; no row and no figure is dropped.
/// </summary>
public static class SeriesNormaliser
{
    public const int MostKept = 200;

    private const int MostOdd = 20;

    private const int Full = 1 << 20;

    /// <param name="into">Receives the rows; left open.</param>
    /// <param name="names">Of territories, where the reading goes by names.</param>
    /// <exception cref="UnreadableException">The rest of the sheet cannot be read.</exception>
    public static NormalisedTable Run(TableRows table, string sheet, ReadColumns columns, SeriesReading reading, NameIndex? names, Stream into)
    {
        var work = new Work(table, columns, reading, names, into);
        return work.Run(sheet);
    }

    /// <summary>Name of a column of figures in the normalised file.</summary>
    public static string FieldOf(FoundColumn column) => column.Period.Length > 0 ? $"{column.Measure}@{column.Period}" : column.Measure;

    private sealed class Work(TableRows table, ReadColumns columns, SeriesReading reading, NameIndex? names, Stream into)
    {
        private readonly ArrayBufferWriter<byte> _out = new(Full + 65_536);

        private readonly int[] _marks = new int[Enum.GetValues<FigureState>().Length];

        private readonly List<UnplacedRow> _unplaced = [];

        private readonly List<string> _odd = [];

        private readonly HashSet<(TerritoryCode, ulong)> _seen = [];

        private readonly Dictionary<string, TerritoryCode?> _found = new(StringComparer.Ordinal);

        private readonly bool _periods = columns.Columns.Any(column => column.Period.Length == 0);

        private int _rows;

        private int _figures;

        private int _lost;

        public NormalisedTable Run(string sheet)
        {
            Head();
            for (var what = table.Read(); what != TableEvent.End; what = table.Read())
                if (what == TableEvent.Row)
                    Row();
            Flush();
            return new NormalisedTable(
                sheet, _rows, _figures,
                _marks.Index().Where(pair => pair.Item > 0).ToDictionary(pair => FigureMarks.Of((FigureState)pair.Index), pair => pair.Item),
                _lost, _unplaced, columns.Columns, _periods, _odd);
        }

        private void Head()
        {
            Text(_periods ? "territoire,ligne,periode,libelle" : "territoire,ligne,libelle");
            foreach (var column in columns.Columns)
                Text($",{FieldOf(column)}");
            Byte((byte)'\n');
        }

        private void Row()
        {
            _rows++;
            var cell = CellText.Trimmed(table.Cell(columns.Territory));
            var code = Code(cell);
            if (code is not null)
            {
                CodeText(code.Value, cell);
                Once(code.Value);
            }
            Byte((byte)',');
            Number(table.Row);
            if (_periods)
            {
                Byte((byte)',');
                if (columns.Period is { } place)
                    Quoted(CellText.Trimmed(table.Cell(place)));
            }
            Byte((byte)',');
            if (code is null)
            {
                _lost++;
                if (_unplaced.Count < MostKept)
                    _unplaced.Add(new UnplacedRow(table.Row, CellText.Shown(cell)));
            }
            if (code is null || names is not null)
                Quoted(cell);
            foreach (var column in columns.Columns)
            {
                Byte((byte)',');
                Cell(column);
            }
            Byte((byte)'\n');
            if (_out.WrittenCount >= Full)
                Flush();
        }

        private TerritoryCode? Code(ReadOnlySpan<byte> cell)
        {
            if (names is null)
                return TerritoryCode.TryParse(cell, out var code) ? code : null;
            var name = CellText.OnOneLine(cell);
            if (!_found.TryGetValue(name, out var found))
                _found[name] = found = names.Find(name) is { Kind: NameMatchKind.Unique, Found: [var one] } ? one.Code : null;
            return found;
        }

        private void Once(TerritoryCode code)
        {
            var period = columns.Period is { } place ? CellHash.Add(CellHash.Start, CellText.Trimmed(table.Cell(place))) : 0;
            if (!_seen.Add((code, period)) && _odd.Count < MostOdd)
                _odd.Add($"{Place.Of(table.Row)}\u00A0: le territoire {code} a déjà une ligne dans ce tableau. Gardez-en une seule par territoire et par période.");
        }

        private void CodeText(TerritoryCode code, ReadOnlySpan<byte> cell)
        {
            if (names is null)
                _out.Write(cell);
            else
                Text(code.ToString());
        }

        private void Cell(FoundColumn column)
        {
            var cell = CellText.Trimmed(table.Cell(column.Place));
            var kind = table.Kind(column.Place);
            if (kind is CellKind.Text or CellKind.Number && FigureText.TryParse(cell, out var value, out var signs))
            {
                _figures++;
                if ((signs & ~NumberSigns.Point) == NumberSigns.None && cell[0] is not ((byte)'+' or 0xE2))
                    _out.Write(cell);
                else
                    Number(value);
            }
            else if (kind is CellKind.Text && Marks.Of(cell) is { } mark)
            {
                if (mark == Mark.Sign && reading.ZeroSign)
                {
                    _figures++;
                    Byte((byte)'0');
                    return;
                }
                if (mark == Mark.Sign)
                    Odd(column, cell);
                var state = Figure.Of(mark).State;
                _marks[(int)state]++;
                Text(FigureMarks.Of(state));
            }
            else
                Odd(column, cell);
        }

        private void Odd(FoundColumn column, ReadOnlySpan<byte> cell)
        {
            if (_odd.Count < MostOdd)
                _odd.Add($"{Place.Of(table.Row)}, {Place.Column(column.Name)}\u00A0: {Place.Quoted(CellText.Shown(cell))} n’est ni un nombre, ni une marque connue. Corrigez la cellule.");
        }

        private void Quoted(ReadOnlySpan<byte> text)
        {
            if (text.IndexOfAny(",\"\r\n"u8) < 0)
            {
                _out.Write(text);
                return;
            }
            Byte((byte)'"');
            foreach (var one in text)
            {
                if (one == '"')
                    Byte(one);
                Byte(one is (byte)'\r' or (byte)'\n' ? (byte)' ' : one);
            }
            Byte((byte)'"');
        }

        private void Number(decimal value)
        {
            Utf8Formatter.TryFormat(value, _out.GetSpan(40), out var written);
            _out.Advance(written);
        }

        private void Number(int value)
        {
            Utf8Formatter.TryFormat(value, _out.GetSpan(12), out var written);
            _out.Advance(written);
        }

        private void Text(string text)
        {
            _out.Advance(Encoding.UTF8.GetBytes(text, _out.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
        }

        private void Byte(byte one)
        {
            _out.GetSpan(1)[0] = one;
            _out.Advance(1);
        }

        private void Flush()
        {
            into.Write(_out.WrittenSpan);
            _out.ResetWrittenCount();
        }
    }
}
