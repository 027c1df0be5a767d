using System.Globalization;
using System.Text;
using Almanach.Core.Data.Secrecy;
using ExcelDataReader;

namespace Almanach.Adapters.Tests.Secrecy;

/// <summary>
/// Job seekers by EPCI at the end of 2016, as Pôle emploi published them: the cells of each sheet, and the sums its columns state.
/// « s.s » is secret; a comma alone is a zero, with which every total reconciles.
/// </summary>
internal sealed class JobSeekers
{
    public const string Categories = "par catégorie", Durations = "par ancienneté", InA = "Apar_age_sexe_diplome", InAbc = "ABCpar_age_sexe_diplome";

    readonly List<AuditCell> _cells = [];
    readonly List<Relation> _relations = [];
    readonly Dictionary<(string Sheet, string Epci, int Column), int> _places = [];
    readonly Dictionary<string, List<string>> _rows = [];

    public JobSeekers(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(file);
        do
        {
            if (reader.Name != "Description")
                ReadSheet(reader);
        }
        while (reader.NextResult());
    }

    public AuditTable Table => new([.. _cells], [.. _relations]);

    public int Rows(string sheet) => _rows[sheet].Count;

    public int Hidden(string sheet) => _places.Count(place => place.Key.Sheet == sheet && _cells[place.Value].Known is CellKnowledge.Hidden);

    /// <summary>The EPCI a cell is about.</summary>
    public string Epci(int cell) => _places.Single(place => place.Value == cell).Key.Epci;

    /// <summary>The last row of each sheet is the sum of the others.</summary>
    public JobSeekers WithTotals()
    {
        foreach (var (sheet, rows) in _rows)
            foreach (var column in Columns(sheet))
                _relations.Add(Relation.Sum($"{sheet}, total de la colonne {column}", _places[(sheet, "total", column)], rows.Where(epci => epci != "total").Select(epci => _places[(sheet, epci, column)])));
        return this;
    }

    /// <summary>Who is in category A is in A, B or C: two sheets of one workbook, side by side.</summary>
    public JobSeekers WithCategoryAWithinAbc()
    {
        foreach (var epci in _rows[InA].Intersect(_rows[InAbc]))
            foreach (var column in Columns(InA))
            {
                _cells.Add(new AuditCell($"{epci}, B et C, {column}", $"{epci}, B et C, colonne {column}", new CellKnowledge.Missing()));
                _relations.Add(Relation.Sum($"{epci}, colonne {column} : A, B et C = A + B et C", _places[(InAbc, epci, column)], [_places[(InA, epci, column)], _cells.Count - 1]));
            }
        return this;
    }

    void ReadSheet(IExcelDataReader reader)
    {
        var rows = _rows[reader.Name] = [];
        for (var header = reader.Name == Categories ? 3 : 4; header > 0; header--)
            reader.Read();
        while (reader.Read())
        {
            // Two sheets write the row of municipalities without EPCI otherwise, and some names in other capitals.
            var epci = (reader.GetValue(0)?.ToString() ?? "").Replace("Z. ", "", StringComparison.Ordinal).ToLowerInvariant();
            if (epci.Length == 0 || epci.StartsWith("s.s", StringComparison.Ordinal))
                continue;
            rows.Add(epci);
            foreach (var column in Columns(reader.Name))
                Put(reader.Name, epci, column, Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!.Trim());
            foreach (var (total, parts) in Sums(reader.Name))
                _relations.Add(Relation.Sum($"{reader.Name}, {epci} : colonne {total}", _places[(reader.Name, epci, total)], parts.Select(part => _places[(reader.Name, epci, part)])));
        }
    }

    void Put(string sheet, string epci, int column, string text)
    {
        CellKnowledge known = text switch
        {
            "s.s" => new CellKnowledge.Hidden(),
            "," => new CellKnowledge.Published(0),
            _ => new CellKnowledge.Published(decimal.Parse(text, CultureInfo.InvariantCulture)),
        };
        _places.Add((sheet, epci, column), _cells.Count);
        _cells.Add(new AuditCell($"{sheet}|{epci}|{column}", $"{epci}, {sheet}, colonne {column}", known));
    }

    static IEnumerable<int> Columns(string sheet) => sheet is Categories or Durations ? Enumerable.Range(1, 7) : Enumerable.Range(1, 17).Where(column => column != 9);

    static (int Total, int[] Parts)[] Sums(string sheet) => sheet switch
    {
        Categories => [(4, [1, 2, 3]), (7, [4, 5, 6])],
        Durations => [(7, [1, 2, 3, 4, 5, 6])],
        // Men and women by age, then everybody by diploma.
        _ => [(4, [1, 2, 3]), (8, [5, 6, 7]), (17, [4, 8]), (17, [10, 11, 12, 13, 14, 15, 16])],
    };
}
