using Almanach.Core.Data.Reading;

namespace Almanach.Core.Data.Checks;

/// <summary>Where a finding is, in words: « Ligne 48, colonne « RSA_2023 » ».</summary>
internal static class Place
{
    public static string Of(int row) => $"Ligne\u00A0{row}";

    public static string Of(int row, string field) => $"Ligne\u00A0{row}, colonne {Quoted(field)}";

    public static string Column(string field) => $"Colonne {Quoted(field)}";

    public static string Quoted(string text) => $"«\u00A0{text}\u00A0»";

    public static string Quoted(ReadOnlySpan<byte> cell) => Quoted(CellText.Shown(cell));
}
