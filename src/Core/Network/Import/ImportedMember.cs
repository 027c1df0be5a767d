using System.Globalization;
using Almanach.Core.French;
using Almanach.Core.Tables;

namespace Almanach.Core.Network.Import;

/// <summary>One row, cells by meaning, cleaned.</summary>
internal sealed class ImportedMember
{
    private static readonly string[] Days = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "dd/MM/yy", "dd.MM.yyyy", "dd-MM-yyyy"];

    private readonly ImportedRow _row;
    private readonly IReadOnlyList<MeantColumn> _columns;

    public ImportedMember(ImportedRow row, IReadOnlyList<MeantColumn> columns)
    {
        (_row, _columns) = (row, columns);
        (FirstName, LastName) = Names();
        (Addresses, Broken) = AddressCells.Of(columns.Where(column => column.Meaning == Meaning.Address).Select(column => Cell(column.Index)));
    }

    public int Line => _row.Line;

    public string FirstName { get; }

    public string LastName { get; }

    public string Name => $"{FirstName} {LastName}".Trim();

    public IReadOnlyList<string> Addresses { get; }

    public IReadOnlyList<string> Broken { get; }

    /// <summary>Somebody, not only an organisation.</summary>
    public bool IsPerson => Name.Length > 0 || Addresses.Count > 0 || Broken.Count > 0;

    /// <summary>Bodies the row says yes to.</summary>
    public IEnumerable<string> Bodies => _columns.Where(column => column.Meaning == Meaning.Body && ColumnReader.YesNo(Cell(column.Index)) == true).Select(column => column.Body!);

    /// <summary>The day a cell holds; null for none, or one that cannot be read.</summary>
    public DateOnly? Charter => DateOnly.TryParseExact(this[Meaning.Charter].Split(' ')[0], Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>One space between words; nothing where there is no such column.</summary>
    public string this[Meaning meaning] => _columns.FirstOrDefault(column => column.Meaning == meaning) is { } column
        ? string.Join(' ', Cell(column.Index).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        : "";

    public bool? Says(Meaning meaning) => ColumnReader.YesNo(this[meaning]);

    /// <summary>Addresses pasted from a mail program often begin with a mark of direction.</summary>
    private string Cell(int column) => TypedText.Clean(CsvText.Meant(_row[column]));

    private (string First, string Last) Names()
    {
        if (this[Meaning.SurnameFirst] is { Length: > 0 } both && _columns.All(column => column.Meaning != Meaning.FirstName))
            return PersonNames.Split(both, surnameFirst: true);
        if (this[Meaning.FirstNameFirst] is { Length: > 0 } other)
            return PersonNames.Split(other, surnameFirst: false);
        var last = this[Meaning.LastName].Length > 0 ? this[Meaning.LastName] : this[Meaning.SurnameFirst];
        return (PersonNames.Proper(this[Meaning.FirstName]), PersonNames.Proper(last));
    }
}
