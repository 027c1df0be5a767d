using System.Globalization;
using System.Text;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;

namespace Almanach.Core.Data.Checks;

/// <summary>Types other than numbers (Table Schema, « Field types »). Days may be written as the French write them.</summary>
internal static class FieldTypes
{
    private static readonly HashSet<string> Truths = new(["true", "1", "vrai", "oui", "false", "0", "faux", "non"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a text, in words that follow it; null where it is of the type.</summary>
    public static string? Problem(SchemaField field, ReadOnlySpan<byte> cell) => field.Type switch
    {
        FieldType.String => Text(field.Format, cell),
        FieldType.Boolean => IsTruth(field, Encoding.UTF8.GetString(cell)) ? null : "n’est ni «\u00A0true\u00A0» ni «\u00A0false\u00A0» (oui ou non).",
        FieldType.Date => IsDay(field.Format, cell) ? null : Serial(cell) ?? "n’est pas une date. Écrivez-la ainsi\u00A0: 2024-12-31 ou 31/12/2024.",
        FieldType.Time => Fits(cell, field.Format, ["HH:mm:ss", "HH:mm", "HH:mm:ss.FFFFFFF"]) ? null : "n’est pas une heure. Écrivez-la ainsi\u00A0: 14:30:00.",
        FieldType.DateTime => Fits(cell, field.Format, ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss"]) ? null : "n’est pas une date avec son heure. Écrivez-la ainsi\u00A0: 2024-12-31T14:30:00.",
        FieldType.Year => cell.Length == 4 && cell.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 ? null : "n’est pas une année. Écrivez ses quatre chiffres\u00A0: 2024.",
        FieldType.YearMonth => Fits(cell, "default", ["yyyy-MM"]) ? null : "n’est pas un mois. Écrivez-le ainsi\u00A0: 2024-12.",
        FieldType.Any or FieldType.Number or FieldType.Integer => null,
        _ => null,
    };

    private static string? Text(string format, ReadOnlySpan<byte> cell) => format switch
    {
        "email" => cell.IndexOf((byte)'@') is var at && at > 0 && at < cell.Length - 1 && !cell.Contains((byte)' ') ? null : "n’est pas une adresse électronique.",
        "uri" => Uri.TryCreate(Encoding.UTF8.GetString(cell), UriKind.Absolute, out _) ? null : "n’est pas une adresse du web. Elle commence par https://.",
        "uuid" => Guid.TryParseExact(Encoding.UTF8.GetString(cell), "D", out _) ? null : "n’est pas un identifiant UUID.",
        _ => null,
    };

    private static bool IsTruth(SchemaField field, string text) =>
        field.TrueValues.Count + field.FalseValues.Count > 0 ? field.TrueValues.Contains(text) || field.FalseValues.Contains(text) : Truths.Contains(text);

    private static bool IsDay(string format, ReadOnlySpan<byte> cell) =>
        format.Contains('%', StringComparison.Ordinal)
            ? DateOnly.TryParseExact(Encoding.UTF8.GetString(cell), DotNet(format), CultureInfo.InvariantCulture, DateTimeStyles.None, out _) || (cell.Length == 10 && cell[4] == '-' && DateText.IsDate(cell))
            : DateText.IsDate(cell);

    private static bool Fits(ReadOnlySpan<byte> cell, string format, string[] usual) =>
        DateTime.TryParseExact(Encoding.UTF8.GetString(cell), format.Contains('%', StringComparison.Ordinal) ? [DotNet(format)] : usual, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _);

    /// <summary>Excel counts days from 30 December 1899: 45657 is 31 December 2024.</summary>
    private static string? Serial(ReadOnlySpan<byte> cell) =>
        cell.Length == 5 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 10_000 and < 80_000
            ? $"est le nombre qu’Excel garde d’une date\u00A0: le {new DateOnly(1899, 12, 30).AddDays(days).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}\u00A0? Mettez la colonne au format date."
            : null;

    /// <summary>A format of strptime in the words of .NET.</summary>
    private static string DotNet(string format) => format
        .Replace("%d", "dd", StringComparison.Ordinal).Replace("%m", "MM", StringComparison.Ordinal).Replace("%Y", "yyyy", StringComparison.Ordinal).Replace("%y", "yy", StringComparison.Ordinal)
        .Replace("%H", "HH", StringComparison.Ordinal).Replace("%M", "mm", StringComparison.Ordinal).Replace("%S", "ss", StringComparison.Ordinal).Replace("%f", "ffffff", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal);
}
