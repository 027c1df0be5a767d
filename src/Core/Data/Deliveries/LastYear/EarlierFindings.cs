using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Schemas;
using Almanach.Core.French;

namespace Almanach.Core.Data.Deliveries.LastYear;

/// <summary>How the columns of a file differ from those of the file that was accepted before: warnings all, since nobody has said that they must be the same.</summary>
public static class EarlierFindings
{
    /// <summary>Rows from which a table of half or twice the size is told.</summary>
    private const int FewRows = 10;

    /// <param name="report">Of a check without a schema: receives the warnings.</param>
    /// <param name="year">Of the collection that the file is for.</param>
    public static void Add(CheckReport report, EarlierFile earlier, int year)
    {
        if (report.Profiles.Count == 0)
            return;
        var when = earlier.When(year);
        var free = report.Profiles.ToList();
        List<(SchemaField Before, ColumnProfile Now)> pairs = [];
        List<SchemaField> missing = [];
        foreach (var field in earlier.Schema.Fields)
            if (free.Find(column => Same(column, field.Name) || Same(column, YearInNames.Moved(field.Name, year - earlier.Year)) || field.Title.Length > 0 && LabelMatch.Plain(column.Label) == LabelMatch.Plain(field.Title)) is { } found)
            {
                free.Remove(found);
                pairs.Add((field, found));
            }
            else
                missing.Add(field);
        foreach (var (field, column) in pairs)
            Kind(report, when, field, column);
        foreach (var field in missing.ToList())
            if (free.Find(column => LabelMatch.IsNear(LabelMatch.Plain(column.Name), LabelMatch.Plain(field.Name))) is { } near
                || (near = OnlyOther(missing, free, field)) is not null)
            {
                free.Remove(near);
                missing.Remove(field);
                Warn(report, near, $"{when}, cette colonne s’appelait {Place.Quoted(field.Name)}. Vérifiez que c’est la même, ou reprenez ce nom.");
                Kind(report, when, field, near);
            }
        foreach (var field in missing)
            if (ColumnKinds.LevelOf(field) is { } level && free.Find(column => ColumnKinds.LevelOf(ColumnKinds.FieldOf(column)) is { } other && other != level) is { } moved)
            {
                free.Remove(moved);
                Warn(report, moved, $"{when}, les territoires étaient dans la colonne {Place.Quoted(field.Name)}, {ColumnKinds.Of(field)}. Cette année ils sont dans {Place.Quoted(moved.Name)}, {ColumnKinds.Of(ColumnKinds.FieldOf(moved))}. Vérifiez le niveau de territoire.");
            }
            else
                report.Warnings.Add(new Finding(FindingTypes.LastYear, null, null, field.Name, null, $"{when}, le fichier avait une colonne {Place.Quoted(field.Name)} ({ColumnKinds.Of(field)}), qui n’y est plus. Vérifiez que rien ne manque."));
        foreach (var column in free)
            Warn(report, column, $"{when}, le fichier n’avait pas de colonne {Place.Quoted(column.Name)}. Dites à la coordination ce qu’elle contient, ou retirez-la.");
        if (Math.Max(report.Rows, earlier.Rows) >= FewRows && report.Rows > 0 && (report.Rows > earlier.Rows * 2 || report.Rows * 2 < earlier.Rows))
            report.Warnings.Add(new Finding(FindingTypes.LastYear, null, null, null, null, $"{when}, le tableau avait {Numbers.Count(earlier.Rows, "ligne", "lignes")} de données. Cette année il en a {Numbers.Digits(report.Rows)}. Vérifiez que rien ne manque, et que rien n’est en double."));
    }

    /// <summary>Where one column alone has gone and one alone has come, of the same kind, it was given another name.</summary>
    private static ColumnProfile? OnlyOther(List<SchemaField> missing, List<ColumnProfile> free, SchemaField field) =>
        missing.Count == 1 && free is [var only] && ColumnKinds.Of(ColumnKinds.FieldOf(only)) == ColumnKinds.Of(field) ? only : null;

    private static void Kind(CheckReport report, string when, SchemaField field, ColumnProfile column)
    {
        var (before, now) = (ColumnKinds.Of(field), ColumnKinds.Of(ColumnKinds.FieldOf(column)));
        if (column.Filled == 0 && report.Rows > 0)
            Warn(report, column, $"{when}, la colonne {Place.Quoted(column.Name)} était remplie ({before}). Cette année elle est vide. Vérifiez qu’elle n’a pas été oubliée.");
        else if (before != now && column.Filled > 0 && column.Filled > column.MarkCount && !IsWider(field.Type, SchemaInference.TypeOf(column)))
            Warn(report, column, ColumnKinds.LevelOf(field) is { } level && ColumnKinds.LevelOf(ColumnKinds.FieldOf(column)) is { } other && level != other
                ? $"{when}, la colonne {Place.Quoted(column.Name)} contenait des {before}. Cette année, des {now}. Vérifiez le niveau de territoire."
                : $"{when}, la colonne {Place.Quoted(column.Name)} contenait {Some(before)}. Cette année, {Some(now)}. Vérifiez-la.");
    }

    /// <summary>Numbers that all happen to be whole are no other kind; nor are texts of any length, where codes were.</summary>
    private static bool IsWider(FieldType before, FieldType now) => (before, now) is (FieldType.Number, FieldType.Integer) or (FieldType.Any, _);

    private static string Some(string kind) => kind is "texte" ? "du texte" : kind is "oui ou non" ? "oui ou non" : $"des {kind}";

    private static bool Same(ColumnProfile column, string name) => LabelMatch.Plain(column.Name) == LabelMatch.Plain(name);

    private static void Warn(CheckReport report, ColumnProfile column, string message) =>
        report.Warnings.Add(new Finding(FindingTypes.LastYear, null, null, column.Name, null, message));
}
