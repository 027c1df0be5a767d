using System.Globalization;

namespace Almanach.Core.Data.Series;

/// <summary>
/// When a figure is of: <c>2020</c>, <c>2016-12</c> (a month, as at its end), <c>2021-T3</c> (a quarter). Compared as text, in
/// the order of time within one kind.
/// </summary>
public static class Period
{
    private static readonly string[] Months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    public static bool IsValid(ReadOnlySpan<char> period) => Year(period) is not null;

    /// <summary>Null for what is no period.</summary>
    public static int? Year(ReadOnlySpan<char> period) => period.Length switch
    {
        4 when Number(period) is >= 1900 and <= 2100 and var year => year,
        7 when period[4] == '-' && Number(period[..4]) is >= 1900 and <= 2100 and var year && (Month(period) is not null || Quarter(period) is not null) => year,
        _ => null,
    };

    /// <summary>« 2020 », « décembre 2016 », « 3e trimestre 2021 ».</summary>
    public static string Label(string period) =>
        Month(period) is { } month ? $"{Months[month - 1]}\u00A0{period[..4]}"
        : Quarter(period) is { } quarter ? $"{(quarter == 1 ? "1er" : $"{quarter}e")}\u00A0trimestre {period[..4]}"
        : period;

    /// <summary>« en 2020 », « en décembre 2016 », « au 3e trimestre 2021 ».</summary>
    public static string In(string period) => $"{(Quarter(period) is null ? "en" : "au")}\u00A0{Label(period)}";

    /// <summary>The same moment so many years earlier.</summary>
    public static string Before(string period, int years) => Year(period) is { } year ? string.Create(CultureInfo.InvariantCulture, $"{year - years:D4}{period[4..]}") : "";

    private static int? Month(ReadOnlySpan<char> period) => period.Length == 7 && period[5] != 'T' && Number(period[5..]) is >= 1 and <= 12 and var month ? month : null;

    private static int? Quarter(ReadOnlySpan<char> period) => period.Length == 7 && period[5] == 'T' && period[6] is >= '1' and <= '4' ? period[6] - '0' : null;

    private static int Number(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
