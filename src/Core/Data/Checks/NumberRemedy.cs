using System.Text;
using Almanach.Core.Data.Reading;

namespace Almanach.Core.Data.Checks;

/// <summary>Why a text is no number, and what was probably meant.</summary>
internal static class NumberRemedy
{
    /// <param name="cell">Trimmed.</param>
    public static string Of(ReadOnlySpan<byte> cell)
    {
        var text = CellText.Shown(cell);
        if (text.StartsWith('#'))
            return "une formule du tableur a échoué. Corrigez-la, ou écrivez la valeur.";
        if (text.Contains('%', StringComparison.Ordinal) && IsNumber(text.Replace("%", "", StringComparison.Ordinal)))
            return $"retirez le signe %, et écrivez {text.Replace("%", "", StringComparison.Ordinal).Trim()}.";
        if (text.Contains('€', StringComparison.Ordinal) && IsNumber(text.Replace("€", "", StringComparison.Ordinal)))
            return $"retirez le signe €, et écrivez {text.Replace("€", "", StringComparison.Ordinal).Trim()}.";
        var zeros = Letters(text);
        if (zeros != text && IsNumber(zeros))
            return $"{(text.Contains('o', StringComparison.OrdinalIgnoreCase) ? "la lettre O au lieu du zéro" : "la lettre l au lieu du chiffre 1")}\u00A0? Écrivez {zeros}.";
        if (DateText.IsDate(cell))
            return "le tableur en a fait une date. Mettez la colonne au format nombre, et écrivez de nouveau la valeur.";
        if (Marks.Of(cell) is Mark.Sign)
            return "ce signe seul n’est pas un chiffre. Écrivez 0 si la valeur est nulle, laissez vide si elle manque, ou «\u00A0s\u00A0» si elle est secrète.";
        if (text is ['\'' or '’', ..] && IsNumber(text[1..]))
            return $"retirez l’apostrophe, et écrivez {text[1..].Trim()}.";
        var stripped = text.TrimEnd('*', 'p', 'r', 'e', 'f', '(', ')', ' ', '\u00A0');
        return stripped.Length > 0 && stripped != text && IsNumber(stripped)
            ? $"écrivez {stripped}, et mettez «\u00A0{text[stripped.Length..].Trim()}\u00A0» dans une note."
            : "écrivez un nombre, laissez vide, ou mettez une marque (s, nd, so, ns).";
    }

    private static bool IsNumber(string text) => FigureText.TryParse(Encoding.UTF8.GetBytes(text.Trim()), out _, out _);

    private static string Letters(string text) =>
        text.Length > 1 && text.Any(char.IsAsciiDigit) ? text.Replace('O', '0').Replace('o', '0').Replace('l', '1').Replace('I', '1') : text;
}
