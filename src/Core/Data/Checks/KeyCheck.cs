using Almanach.Core.Data.Reading;

namespace Almanach.Core.Data.Checks;

/// <summary>Fields that together name a row once only.</summary>
internal sealed class KeyCheck(IReadOnlyList<FieldCheck> fields, Findings findings, bool isPrimary)
{
    private readonly Seen _seen = new();

    private ulong _hash;

    private bool _lacks;

    /// <summary>Null where a field of the key has no column: that is said already.</summary>
    public static KeyCheck? Of(IReadOnlyList<string> key, IReadOnlyList<FieldCheck> fields, Findings findings, bool isPrimary)
    {
        var parts = key.Select(name => fields.FirstOrDefault(field => field.Field.Name == name)).ToList();
        return parts.Contains(null) || parts.Count == 0 ? null : new KeyCheck([.. parts.OfType<FieldCheck>()], findings, isPrimary);
    }

    /// <summary>Reads the key of the row, to be checked once its fields are: <see cref="Seen.Fetch"/>.</summary>
    public void Read(TableRows table)
    {
        (_hash, _lacks) = (CellHash.Start, false);
        foreach (var field in fields)
        {
            var cell = CellText.Trimmed(table.Cell(field.Place));
            _hash = CellHash.Add(_hash, cell);
            _lacks |= cell.IsEmpty;
        }
        _seen.Fetch(_hash);
    }

    public void Check(TableRows table)
    {
        if (_lacks && isPrimary)
            Add(table, null, "");
        else if (!_lacks && _seen.Before(_hash, table.Row) is { } before)
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
