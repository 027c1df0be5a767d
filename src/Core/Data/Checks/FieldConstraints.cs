using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;

namespace Almanach.Core.Data.Checks;

/// <summary>The constraints of a field (Table Schema, « Constraints »), each broken one in words that follow the value.</summary>
internal sealed class FieldConstraints(SchemaField field)
{
    private readonly HashSet<string>? _texts = field.Enum.Count == 0 ? null : [.. field.Enum];

    private readonly HashSet<decimal>? _numbers = field.Enum.Count == 0 ? null
        : [.. field.Enum.Select(text => FigureText.TryParse(Encoding.UTF8.GetBytes(text), out var value, out _) ? value : (decimal?)null).OfType<decimal>()];

    public string? OfNumber(decimal value)
    {
        if (field.Minimum is { } least && (field.IsMinimumOut ? value <= least : value < least))
            return $"est {(field.IsMinimumOut ? "au plus égal" : "inférieur")} au minimum attendu ({Shown(least)}). Vérifiez la valeur.";
        if (field.Maximum is { } most && (field.IsMaximumOut ? value >= most : value > most))
            return $"est {(field.IsMaximumOut ? "au moins égal" : "supérieur")} au maximum attendu ({Shown(most)}). Vérifiez la valeur, ou son unité.";
        return _numbers is null || _numbers.Contains(value) ? null : Allowed();
    }

    public string? OfText(ReadOnlySpan<byte> cell)
    {
        if (field.MinLength is null && field.MaxLength is null && field.Pattern is null && _texts is null && field.Minimum is null && field.Maximum is null)
            return null;
        var length = Length(cell);
        if (length < field.MinLength)
            return $"a moins de {field.MinLength} caractères. Complétez la valeur (un zéro perdu au début\u00A0?).";
        if (length > field.MaxLength)
            return $"a plus de {field.MaxLength} caractères. Raccourcissez la valeur.";
        if (_texts is null && field.Pattern is null)
            return null;
        var text = Encoding.UTF8.GetString(cell);
        if (_texts is not null && !_texts.Contains(text))
            return Allowed();
        return field.Pattern is { } pattern && !Fits(pattern, text) ? $"n’a pas la forme attendue ({pattern.ToString()[4..^2]}). Corrigez la valeur." : null;
    }

    /// <summary>Characters of a text in UTF-8: those of its bytes that continue none.</summary>
    private static int Length(ReadOnlySpan<byte> text)
    {
        var length = 0;
        foreach (var one in text)
            length += (one & 0xC0) == 0x80 ? 0 : 1;
        return length;
    }

    /// <summary>A pattern that takes too long on a text does not fit it.</summary>
    private static bool Fits(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private string Allowed() =>
        $"n’est pas une des valeurs attendues\u00A0: {string.Join(", ", field.Enum.Take(10))}{(field.Enum.Count > 10 ? "…" : "")}.";

    private static string Shown(decimal value) => value.ToString(CultureInfo.InvariantCulture).Replace('.', ',');
}
