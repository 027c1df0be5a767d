using Almanach.Core.Data.Reading;

namespace Almanach.Core.Data.Checks;

/// <summary>Fields that together name a row once only.</summary>
internal sealed class KeyCheck(IReadOnlyList<FieldCheck> fields, Findings findings, bool isPrimary)
{
    private readonly Seen _seen = new();

    /// <summary>Null where a field of the key has no column: that is said already.</summary>
    public static KeyCheck? Of(IReadOnlyList<string> key, IReadOnlyList<FieldCheck> fields, Findings findings, bool isPrimary)
    {
        var parts = key.Select(name => fields.FirstOrDefault(field => field.Field.Name == name)).ToList();
        return parts.Contains(null) || parts.Count == 0 ? null : new KeyCheck([.. parts.OfType<FieldCheck>()], findings, isPrimary);
    }

    public void Check(TableRows table)
    {
        var (hash, lacking) = (CellHash.Start, 0);
        foreach (var field in fields)
        {
            var cell = CellText.Trimmed(table.Cell(field.Place));
            hash = CellHash.Add(hash, cell);
            lacking += cell.IsEmpty ? 1 : 0;
        }
        if (lacking > 0 && isPrimary)
            Add(table, null, "");
        else if (lacking == 0 && _seen.Before(hash, table.Row) is { } before)
            Add(table, before, CellText.Shown(table.Cell(fields[0].Place)));
    }

    private void Add(TableRows table, int? before, string value)
    {
        var type = isPrimary ? FindingTypes.PrimaryKey : FindingTypes.Unique;
        if (findings.Errors.IsFull)
        {
            findings.Errors.Add(type);
            return;
        }
        var names = string.Join(", ", fields.Select(field => field.Field.Name));
        var shown = string.Join(", ", fields.Select(field => CellText.Shown(table.Cell(field.Place))));
        findings.Errors.Add(new Finding(type, table.Row, fields[0].Place + 1, fields[0].Field.Name, value, before is null
            ? $"{Place.Of(table.Row, names)}\u00A0: la clé de la ligne n’est pas remplie. Indiquez-la, ou supprimez la ligne."
            : $"{Place.Of(table.Row, names)}\u00A0: {Place.Quoted(shown)} se trouve déjà à la ligne\u00A0{before}. Gardez une seule des deux lignes."));
    }
}
