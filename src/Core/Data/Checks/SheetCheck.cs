using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;
using Almanach.Core.French;

namespace Almanach.Core.Data.Checks;

/// <summary>One sheet, row after row.</summary>
internal sealed class SheetCheck(TableRows table, CheckOptions options, Findings findings)
{
    private readonly Seen _rows = new();

    private FieldCheck[] _fields = [];

    private ColumnProfile?[] _profiles = [];

    private int[] _unnamed = [];

    private TerritoryCheck[] _territories = [];

    private KeyCheck[] _keys = [];

    private RowSums? _sums;

    private TotalRows? _totals;

    private MendedColumns? _mended;

    private readonly HashSet<int> _leftovers = [];

    private int _width;

    private int _count;

    private int _named;

    /// <summary>Of the whole row.</summary>
    private ulong _hash;

    public CheckReport Run(DataFileFacts facts, string sheet)
    {
        foreach (var broken in table.Breaks)
            findings.Errors.Add(new Finding(broken.Type, broken.Row, null, null, null, broken.Message));
        if (table.Head is not { } head)
        {
            findings.Errors.Add(new Finding(FindingTypes.Format, null, null, null, null, "Cette feuille ne contient aucun tableau. Vérifiez qu’elle a une ligne d’en-têtes, et des données au-dessous."));
            return new CheckReport(facts, sheet, 0, 0, [], findings.Errors, findings.Warnings);
        }
        Prepare(head);
        for (var what = table.Read(); what != TableEvent.End; what = table.Read())
            switch (what)
            {
                case TableEvent.Row:
                    Row();
                    break;
                case TableEvent.Blank:
                    if (!findings.Errors.IsFull)
                        findings.Errors.Add(new Finding(FindingTypes.BlankRow, table.Row, null, null, null, $"{Place.Of(table.Row)}\u00A0: la ligne est vide, au milieu des données. Supprimez-la."));
                    else
                        findings.Errors.Add(FindingTypes.BlankRow);
                    break;
                case TableEvent.Head:
                    OtherHead();
                    break;
                case TableEvent.End:
                default:
                    break;
            }
        return Finish(facts, sheet, head);
    }

    private void Prepare(TableHead head)
    {
        if (head.Titles.Count > 0)
            findings.Warnings.Add(new Finding(FindingTypes.TitleRows, head.Titles[0], null, null, null, $"{Numbers.Count(head.Titles.Count, "ligne de titre précède", "lignes de titre précèdent")} le tableau, qui commence à la ligne\u00A0{head.FirstRow}. Elles n’ont pas été lues comme des données."));
        if (table.IsDoubleSpaced)
            findings.Warnings.Add(new Finding(FindingTypes.BlankRow, null, null, null, null, "Une ligne sur deux est vide\u00A0: le programme qui a écrit le fichier termine deux fois ses lignes. Ces lignes vides ont été passées."));
        LabelMatch.Check(head, findings);
        var named = head.Columns.Where(column => !column.IsBlank).ToList();
        _width = head.Columns.Count == 0 ? 0 : head.Columns.Where(column => !column.IsBlank).Select(column => column.Place + 1).DefaultIfEmpty(0).Max();
        _unnamed = [.. head.Columns.Where(column => column.IsBlank).Select(column => column.Place)];
        if (options.Schema is { } schema)
            PrepareSchema(head, schema);
        else
            _profiles = [.. head.Columns.Select(column => column.IsBlank ? null : new ColumnProfile(column.Name, column.Label))];
        _mended = MendedColumns.Of(table, head, options.Agreed);
        _territories = [.. TerritoryColumns.Of(head, _fields, options, findings)];
    }

    private void PrepareSchema(TableHead head, TableSchema schema)
    {
        var places = head.IsMissing
            ? [.. schema.Fields.Select((_, i) => i < head.Columns.Count ? i : (int?)null)]
            : LabelMatch.Of(head, schema, findings);
        _fields = [.. schema.Fields.Select((field, i) => (field, Place: places[i])).Where(pair => pair.Place is not null).Select(pair => new FieldCheck(pair.field, pair.Place!.Value, MissingTexts.Of(pair.field, schema), findings))];
        IEnumerable<IReadOnlyList<string>> keys = schema.PrimaryKey.Count > 0 ? [schema.PrimaryKey, .. schema.UniqueKeys] : schema.UniqueKeys;
        _keys = [.. keys.Select(key => KeyCheck.Of(key, _fields, findings, ReferenceEquals(key, schema.PrimaryKey))).OfType<KeyCheck>()];
        _sums = RowSums.Of(schema, _fields, findings);
        _totals = TotalRows.Of(schema, _fields, findings);
    }

    private void Row()
    {
        _count++;
        _mended?.Count(table);
        if (table.Broken is { } broken)
            findings.Errors.Add(new Finding(broken.Type, broken.Row, null, null, null, broken.Message));
        if (table.HasRaggedRows && table.Count != _width)
            Ragged();
        foreach (var place in _unnamed)
            if (place < table.Count && !CellText.IsBlank(table.Cell(place)))
                Unnamed(place);
        foreach (var key in _keys)
            key.Read(table);
        if (_keys.Length == 0)
            ReadRow();
        foreach (var field in _fields)
            field.Check(table.Cell(field.Place), table.Kind(field.Place), table.Row);
        for (var place = 0; place < _profiles.Length; place++)
            _profiles[place]?.Add(table.Cell(place), table.Kind(place), table.Row);
        foreach (var territory in _territories)
            territory.Check(table.Cell(territory.Place), table.Row);
        foreach (var key in _keys)
            key.Check(table);
        _sums?.Check(table.Row);
        _totals?.Check(table);
        if (_keys.Length == 0)
            Twice();
    }

    private void ReadRow()
    {
        _hash = CellHash.Start;
        for (var i = 0; i < table.Count; i++)
            _hash = CellHash.Add(_hash, table.Cell(i));
        _rows.Fetch(_hash);
    }

    private void Twice()
    {
        if (_rows.Before(_hash, table.Row) is not { } before)
            return;
        if (findings.Warnings.IsFull)
            findings.Warnings.Add(FindingTypes.DuplicateRow);
        else
            findings.Warnings.Add(new Finding(FindingTypes.DuplicateRow, table.Row, null, null, null, $"{Place.Of(table.Row)}\u00A0: la ligne est la même que la ligne\u00A0{before}. Supprimez l’une des deux si c’est une erreur."));
    }

    /// <summary>Cells beyond the head that hold something, or cells that are not there at all.</summary>
    private void Ragged()
    {
        if (table.Count < _width)
        {
            var lacking = _width - table.Count;
            Add(FindingTypes.MissingCell, table.Count, () => $"{Place.Of(table.Row)}\u00A0: il manque {Numbers.Count(lacking, "cellule", "cellules")} à la fin. Vérifiez les séparateurs de cette ligne.");
            return;
        }
        for (var place = Math.Max(_width, table.Head!.Columns.Count); place < table.Count; place++)
            if (!CellText.IsBlank(table.Cell(place)))
            {
                var first = place;
                Add(FindingTypes.ExtraCell, place, () => $"{Place.Of(table.Row)}\u00A0: la ligne a {table.Count} cellules, et le tableau {_width} colonnes. Vérifiez les séparateurs, ou mettez entre guillemets la cellule qui en contient un (à partir de {Place.Quoted(CellText.Shown(table.Cell(first)))}).");
                return;
            }
    }

    private void Add(string type, int place, Func<string> words)
    {
        if (findings.Errors.IsFull)
            findings.Errors.Add(type);
        else
            findings.Errors.Add(new Finding(type, table.Row, place + 1, place < table.Head!.Columns.Count ? table.Head.Columns[place].Name : null, null, words()));
    }

    /// <summary>A column without a name holds something: told once; what formulas left beside the table is none of it.</summary>
    private void Unnamed(int place)
    {
        if (table.Kind(place) == CellKind.Error)
        {
            if (_leftovers.Add(place))
                findings.Warnings.Add(new Finding(FindingTypes.CellError, table.Row, place + 1, null, CellText.Shown(table.Cell(place)), $"{Place.Of(table.Row)}\u00A0: la colonne {Letters.Of(place)}, sans en-tête, contient une formule qui a échoué. Elle n’a pas été lue\u00A0; videz la colonne."));
            return;
        }
        _unnamed = [.. _unnamed.Where(other => other != place)];
        findings.Errors.Add(new Finding(FindingTypes.BlankHeader, table.Head!.IsMissing ? null : table.Head.LastRow, place + 1, null, null, $"La colonne {Letters.Of(place)} contient des données (ligne\u00A0{table.Row}) et n’a pas d’en-tête. Donnez-lui un nom, ou videz-la."));
        _named++;
    }

    private void OtherHead() =>
        findings.Warnings.Add(new Finding(FindingTypes.SecondTable, table.Head!.FirstRow, null, null, null, $"{Place.Of(table.Head.FirstRow)}\u00A0: d’autres en-têtes commencent ici. Les lignes qui suivent ont été lues avec eux\u00A0; mettez plutôt chaque tableau dans sa propre feuille."));

    private CheckReport Finish(DataFileFacts facts, string sheet, TableHead head)
    {
        foreach (var field in _fields)
            field.Finish();
        _totals?.Finish();
        _mended?.Tell(findings);
        foreach (var territory in _territories)
            territory.Finish();
        if (options.Schema is { } schema)
            RowCount(schema);
        else
            ProfileFindings.Add(_profiles.OfType<ColumnProfile>(), _count, findings, head);
        if (_count == 0)
            findings.Errors.Add(new Finding(FindingTypes.RowCount, null, null, null, null, "Le tableau n’a aucune ligne de données sous ses en-têtes. Vérifiez le fichier, ou la feuille choisie."));
        var names = head.Columns.Where(column => !column.IsBlank).Select(column => column.Name).ToList();
        return new CheckReport(facts, sheet, _count, names.Count + _named, names, findings.Errors, findings.Warnings)
        {
            Profiles = [.. _profiles.OfType<ColumnProfile>()],
            Repairs = findings.Offers,
            RepairCount = findings.OfferCount,
            Offers = findings.Mendable,
            Mended = _mended?.Met ?? [],
        };
    }

    private void RowCount(TableSchema schema)
    {
        if (_count < schema.MinRows)
            findings.Errors.Add(new Finding(FindingTypes.RowCount, null, null, null, null, $"Le tableau a {Numbers.Count(_count, "ligne", "lignes")} de données, il en faut au moins {schema.MinRows}. Vérifiez que rien ne manque."));
        if (_count > schema.MaxRows)
            findings.Errors.Add(new Finding(FindingTypes.RowCount, null, null, null, null, $"Le tableau a {Numbers.Count(_count, "ligne", "lignes")} de données, il en faut au plus {schema.MaxRows}. Vérifiez qu’aucune n’est en double."));
    }
}
