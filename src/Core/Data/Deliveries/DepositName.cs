namespace Almanach.Core.Data.Deliveries;

/// <summary>Names that people give to files: shown, given back, never a path.</summary>
public static class DepositName
{
    public const int Most = 120;

    private const string NotInNames = "<>:\"|?*";

    /// <summary>« C:\Temp\rsa 2022.csv » is « rsa 2022.csv »; nothing is « fichier ».</summary>
    public static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = string.Concat(last.EnumerateRunes().Where(rune => rune != System.Text.Rune.ReplacementChar && !IsHidden(rune) && !(rune.IsAscii && NotInNames.Contains((char)rune.Value))));
        kept = string.Join(' ', kept.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        if (kept.Length > Most)
            kept = Shortened(kept);
        return kept.Length == 0 ? "fichier" : kept;
    }

    private static bool IsHidden(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.PrivateUse;

    /// <summary>The ending stays: it says what the file is.</summary>
    private static string Shortened(string name)
    {
        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= 6 ? name[dot..] : "";
        var most = Most - ending.Length;
        return (char.IsHighSurrogate(name[most - 1]) ? name[..(most - 1)] : name[..most]) + ending;
    }
}
