using System.Globalization;

namespace Almanach.Adapters.DataFiles.Cells;

/// <summary>A number of a workbook as text: all its digits, and the zeros its format shows before them.</summary>
internal static class NumberText
{
    /// <param name="format">The number format of the cell; <c>00000</c> makes a code of 1004: 01004.</param>
    public static string Of(double number, string? format)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
            return number.ToString(CultureInfo.InvariantCulture);
        if (number == Math.Truncate(number) && Math.Abs(number) < 1e15)
            return number.ToString(number >= 0 && IsCode(format) ? new string('0', format!.Length) : "F0", CultureInfo.InvariantCulture);
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && Math.Abs(number) < 7e27 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : text;
    }

    private static bool IsCode(string? format) => format is { Length: > 1 and <= 15 } && format.AsSpan().IndexOfAnyExcept('0') < 0;
}

/// <summary>What a workbook keeps of a formula that failed.</summary>
internal static class FailedFormula
{
    private static readonly HashSet<string> Words = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#VALEUR!", "#NOM?", "#NOMBRE!", "#NUL!"];

    public static bool Is(string text) => text.Length > 0 && text[0] == '#' && Words.Contains(text);
}
