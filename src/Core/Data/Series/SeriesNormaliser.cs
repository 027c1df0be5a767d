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
/// <c>territoire,ligne,[periode,]libelle,</c> then the figures, where the label is the cell of the territory as it stands, if that is no code or was read as another; numbers with a point and exactly as they were, marks each written one
/// way. One pass, bounded memory; no row and no figure is dropped.
/// </summary>
public static class SeriesNormaliser
{
    public const int MostKept = 200;

    private const int MostOdd = 20;

    private const int Full = 1 << 20;

    /// <param name="into">Receives the rows; left open.</param>
    /// <param name="lists">What the codes or names of territories are held against; null: they are kept as they are.</param>
    /// <exception cref="UnreadableException">The rest of the sheet cannot be read.</exception>
    public static NormalisedTable Run(TableRows table, string sheet, ReadColumns columns, SeriesReading reading, Atlas? lists, Stream into) =>
        new Work(table, columns, reading, lists, into).Run(sheet);

    /// <summary>Name of a column of figures in the normalised file.</summary>
    public static string FieldOf(FoundColumn column) => column.Period.Length > 0 ? $"{column.Measure}@{column.Period}" : column.Measure;

    private sealed class Work(TableRows table, ReadColumns columns, SeriesReading reading, Atlas? lists, Stream into)
    {
        private readonly TerritoryYear[] _years = [.. columns.Columns.Select(column => column.Year).Where(year => year > 0).Prepend(reading.TerritoryYear).Distinct()];

        /// <summary>The list that codes are looked up in; null where it is not known.</summary>
        private readonly Atlas? _list = lists is not null && lists.Covers(reading.Level, reading.TerritoryYear) ? lists : null;

        private readonly NameIndex? _names = reading.ByName && lists is not null ? new NameIndex(reading.Level, reading.TerritoryYear, lists) : null;

        private readonly Dictionary<string, byte[]> _found = new(StringComparer.Ordinal);

        private readonly TableHead _head = table.Head!;

        private readonly int[] _marks = new int[Enum.GetValues<FigureState>().Length];

        private readonly List<UnplacedRow> _unplaced = [];

        private readonly List<string> _odd = [];

        private readonly Seen _seen = new();

        private readonly bool _periods = columns.Columns.Any(column => column.Period.Length == 0);

        private byte[] _out = new byte[Full + 65_536];

        private int _at;

        private int _rows;

        private int _figures;

        private int _lost;

        private int _mended;

        public NormalisedTable Run(string sheet)
        {
            Head();
            for (var what = table.Read(); what != TableEvent.End; what = table.Read())
                if (what == TableEvent.Row)
                    Row();
                else if (what == TableEvent.Head)
                    Again();
            Flush();
            return new NormalisedTable(
                sheet, _rows, _figures,
                _marks.Index().Where(pair => pair.Item > 0).ToDictionary(pair => FigureMarks.Of((FigureState)pair.Index), pair => pair.Item),
                _lost, _unplaced, columns.Columns, _periods, _odd)
            { Mended = _mended };
        }

        private void Head()
        {
            Text(_periods ? "territoire,ligne,periode,libelle" : "territoire,ligne,libelle");
            foreach (var column in columns.Columns)
                Text($",{FieldOf(column)}");
            Byte((byte)'\n');
        }

        /// <summary>Another head in the same sheet may not give another sense to what is read.</summary>
        private void Again()
        {
            int[] read = [columns.Territory, .. columns.Period is { } period ? [period] : Array.Empty<int>(), .. columns.Columns.Select(column => column.Place)];
            foreach (var place in read)
                if ((table.Head!.Columns.ElementAtOrDefault(place)?.Label ?? "") != _head.Columns[place].Label)
                    Odd($"Avant la ligne\u00A0{table.Row}, d’autres titres de colonnes\u00A0: «\u00A0{_head.Columns[place].Name}\u00A0» n’y est plus à sa place. Mettez chaque tableau dans sa feuille.");
        }

        private void Row()
        {
            _rows++;
            var raw = CellText.Trimmed(table.Raw(columns.Territory));
            var cell = CellText.Trimmed(table.Cell(columns.Territory));
            var isMended = !raw.SequenceEqual(cell);
            _mended += isMended ? 1 : 0;
            var code = Code(cell);
            Write(code);
            Byte((byte)',');
            Number(table.Row);
            var period = columns.Period is { } place ? CellText.Trimmed(table.Cell(place)) : default;
            if (_periods)
            {
                Byte((byte)',');
                Period(period);
            }
            if (!code.IsEmpty)
                Once(code, period);
            Byte((byte)',');
            if (code.IsEmpty || reading.ByName || isMended)
                Quoted(raw);
            foreach (var column in columns.Columns)
            {
                Byte((byte)',');
                Cell(column);
            }
            Byte((byte)'\n');
            if (_at >= Full)
                Flush();
        }

        /// <summary>Empty where the territory is not known, or is no code; a code that its list does not have is kept.</summary>
        private ReadOnlySpan<byte> Code(ReadOnlySpan<byte> cell)
        {
            if (reading.ByName)
            {
                var name = CellText.OnOneLine(cell);
                if (!_found.TryGetValue(name, out var found))
                    _found[name] = found = _names?.Find(name) is { Kind: NameMatchKind.Unique, Found: [var one] } ? Encoding.ASCII.GetBytes(one.Code.ToString()) : [];
                if (found.Length == 0)
                    Unplaced(cell);
                return found;
            }
            var isCode = TerritoryCode.TryParse(cell, out var code);
            if (!isCode || !IsListed(code))
                Unplaced(cell);
            return isCode ? cell : default;
        }

        private bool IsListed(TerritoryCode code)
        {
            if (_list is null)
                return true;
            foreach (var year in _years)
                if (_list.Knows(reading.Level, code, year) || (reading.Level == TerritoryLevel.Municipality && _list.Knows(TerritoryLevel.Ward, code, year)))
                    return true;
            return false;
        }

        private void Unplaced(ReadOnlySpan<byte> cell)
        {
            _lost++;
            if (_unplaced.Count < MostKept)
                _unplaced.Add(new UnplacedRow(table.Row, CellText.Shown(cell)));
        }

        private void Once(ReadOnlySpan<byte> code, ReadOnlySpan<byte> period)
        {
            if (_seen.Before(CellHash.Add(CellHash.Add(CellHash.Start, code), period), table.Row) is { } before && !IsFull)
                Odd($"{Place.Of(table.Row)}\u00A0: le territoire {Encoding.ASCII.GetString(code)} est déjà à la ligne\u00A0{before}. Gardez-en une seule par territoire et par période.");
        }

        private void Period(ReadOnlySpan<byte> cell)
        {
            Span<char> text = stackalloc char[7];
            if (cell.Length <= text.Length && Encoding.UTF8.TryGetChars(cell, text, out var length) && Series.Period.IsValid(text[..length]))
                Write(cell);
            else if (!IsFull)
                Odd($"{Place.Of(table.Row, reading.PeriodColumn)}\u00A0: {Place.Quoted(cell)} n’est pas une période. Écrivez 2020, 2020-12 (un mois) ou 2020-T4 (un trimestre).");
        }

        private void Cell(FoundColumn column)
        {
            var cell = CellText.Trimmed(table.Cell(column.Place));
            var kind = table.Kind(column.Place);
            if (kind is CellKind.Text or CellKind.Number && FigureText.TryParse(cell, out var value, out var signs))
            {
                _figures++;
                if ((signs & ~(NumberSigns.Point | NumberSigns.Comma | NumberSigns.Ambiguous)) == NumberSigns.None && cell[0] is not ((byte)'+' or 0xE2))
                    Plain(cell, (signs & NumberSigns.Comma) != 0);
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

        private bool IsFull => _odd.Count >= MostOdd;

        private void Odd(FoundColumn column, ReadOnlySpan<byte> cell)
        {
            if (!IsFull)
                Odd($"{Place.Of(table.Row, column.Name)}\u00A0: {Place.Quoted(cell)} n’est ni un nombre, ni une marque connue. Corrigez la cellule.");
        }

        private void Odd(string what)
        {
            if (!IsFull)
                _odd.Add(what);
        }

        private void Quoted(ReadOnlySpan<byte> text)
        {
            if (text.IndexOfAny(",\"\r\n"u8) < 0)
            {
                Write(text);
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

        /// <summary>Digit for digit; a decimal comma becomes a point.</summary>
        private void Plain(ReadOnlySpan<byte> cell, bool hasComma)
        {
            Write(cell);
            if (hasComma)
                _out.AsSpan(_at - cell.Length, cell.Length).Replace((byte)',', (byte)'.');
        }

        private void Number(decimal value)
        {
            Room(40);
            Utf8Formatter.TryFormat(value, _out.AsSpan(_at), out var written);
            _at += written;
        }

        private void Number(int value)
        {
            Room(12);
            Utf8Formatter.TryFormat(value, _out.AsSpan(_at), out var written);
            _at += written;
        }

        private void Text(string text)
        {
            Room(Encoding.UTF8.GetMaxByteCount(text.Length));
            _at += Encoding.UTF8.GetBytes(text, _out.AsSpan(_at));
        }

        private void Write(ReadOnlySpan<byte> bytes)
        {
            Room(bytes.Length);
            bytes.CopyTo(_out.AsSpan(_at));
            _at += bytes.Length;
        }

        private void Byte(byte one)
        {
            Room(1);
            _out[_at++] = one;
        }

        private void Room(int more)
        {
            if (_out.Length - _at < more)
                Array.Resize(ref _out, Math.Max(_out.Length * 2, _at + more));
        }

        private void Flush()
        {
            into.Write(_out.AsSpan(0, _at));
            _at = 0;
        }
    }
}
