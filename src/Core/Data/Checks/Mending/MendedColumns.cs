using System.Text;
using Almanach.Core.Data.Reading;
using Almanach.Core.French;

namespace Almanach.Core.Data.Checks.Mending;

/// <summary>The columns of a table some values of which are read as others; counts them, row after row.</summary>
internal sealed class MendedColumns
{
    private readonly List<(int Place, string Name, Dictionary<string, string> Values, Dictionary<string, int> Rows)> _columns = [];

    private MendedColumns() { }

    /// <summary>Has the table read by the list from its first row of data on; null where the list has none of its columns.</summary>
    /// <param name="only">The place of the one column that may be; null for any.</param>
    public static MendedColumns? Of(TableRows table, TableHead head, MendList agreed, int? only = null)
    {
        var mended = new MendedColumns();
        foreach (var group in agreed.Mends.GroupBy(mend => mend.Column))
            if (head.Columns.FirstOrDefault(column => column.Name == group.Key) is { } column && (only ?? column.Place) == column.Place)
            {
                var values = group.ToDictionary(mend => mend.Value, mend => mend.Proposed, StringComparer.Ordinal);
                table.Mend(column.Place, new ReadAs(values));
                mended._columns.Add((column.Place, column.Name, values, new Dictionary<string, int>(StringComparer.Ordinal)));
            }
        return mended._columns.Count == 0 ? null : mended;
    }

    public void Count(TableRows table)
    {
        foreach (var column in _columns)
        {
            var raw = CellText.Trimmed(table.Raw(column.Place));
            if (raw.IsEmpty || raw.SequenceEqual(CellText.Trimmed(table.Cell(column.Place))))
                continue;
            var value = Encoding.UTF8.GetString(raw);
            column.Rows[value] = column.Rows.GetValueOrDefault(value) + 1;
        }
    }

    /// <summary>Values that were met, in the order of the columns.</summary>
    public IReadOnlyList<MendedValue> Met => [.. _columns.SelectMany(column => column.Rows.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new MendedValue(column.Name, pair.Key, column.Values[pair.Key], pair.Value)))];

    /// <summary>A word for each column: what is read is not what stands.</summary>
    public void Tell(Findings findings)
    {
        foreach (var column in _columns.Where(column => column.Rows.Count > 0))
            findings.Warnings.Add(new Finding(FindingTypes.Mended, null, column.Place + 1, column.Name, null,
                $"{Place.Column(column.Name)}\u00A0: {Numbers.Count(column.Rows.Values.Sum(), "valeur est lue corrigée", "valeurs sont lues corrigées")}, avec l’accord donné au dépôt. Le fichier reste tel qu’il a été reçu."));
    }
}
