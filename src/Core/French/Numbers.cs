using System.Globalization;

namespace Almanach.Core.French;

/// <summary>Numbers as people read them. Thousands are parted by U+202F, which the mail flavour of <see cref="Typography"/> widens.</summary>
public static class Numbers
{
    static readonly string[] _words =
    [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
        "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
    ];

    /// <summary>In words from zero to vingt, then in digits: « onze », « 21 », « 1 204 ».</summary>
    /// <param name="feminine">« une » instead of « un ».</param>
    public static string Words(int number, bool feminine = false) => number switch
    {
        1 when feminine => "une",
        >= 0 and <= 20 => _words[number],
        _ => Digits(number),
    };

    /// <summary>« 34 », « 1 204 », « −3 » with the minus sign.</summary>
    public static string Digits(int number) =>
        number.ToString("#,0", _grouped);

    /// <summary>« 12 310 », « 13,1 », « −0,25 »: rounded half away from zero to so many decimals.</summary>
    /// <param name="decimals">0 to 6.</param>
    public static string Decimal(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString(decimals == 0 ? "#,0" : "#,0." + new string('0', decimals), _grouped);

    /// <summary>The same with its sign, « +0,3 » and « 0 » for none.</summary>
    public static string Signed(decimal value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return rounded > 0 ? "+" + Decimal(rounded, decimals) : Decimal(rounded, decimals);
    }

    /// <summary>« 34 réponses », « 0 réponse », « 1 réponse »: below two is singular.</summary>
    public static string Count(int number, string singular, string plural) =>
        $"{Digits(number)}\u00A0{(Math.Abs((long)number) < 2 ? singular : plural)}";

    static readonly NumberFormatInfo _grouped = new()
    {
        NumberGroupSeparator = "\u202F",
        NumberGroupSizes = [3],
        NegativeSign = "−",
        NumberDecimalSeparator = ",",
    };
}
