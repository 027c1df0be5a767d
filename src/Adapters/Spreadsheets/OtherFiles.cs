namespace Almanach.Adapters.Spreadsheets;

/// <summary>Files that people choose for a table and that are none: told what they are, and what to choose.</summary>
internal static class OtherFiles
{
    public const string Taken = "Choisissez un classeur Excel (.xlsx, .xls) ou un fichier CSV.";

    public const string NoTable = $"Ce fichier n’est pas un tableau. {Taken}";

    /// <param name="what">« une image ».</param>
    public static string Say(string what) => $"Ce fichier est {what}, pas un tableau. {Taken}";

    /// <summary>« un document PDF », by its first bytes; null for what may be a table.</summary>
    public static string? Named(ReadOnlySpan<byte> start) => start switch
    {
        _ when start.StartsWith("%PDF-"u8) => "un document PDF",
        _ when start.StartsWith("{\\rtf"u8) => "un document de traitement de texte",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] => "une image",
        _ when start.StartsWith("GIF8"u8) || (start.Length > 8 && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8)) || (start.Length > 4 && start[4..].StartsWith("ftyp"u8)) => "une image ou une vidéo",
        _ => null,
    };

    /// <summary>The same of a package, by a part that it has; an archive where it has none of an office document.</summary>
    public static string NamedPackage(Func<string, bool> has) =>
        has("word/document.xml") ? "un document Word"
        : has("ppt/presentation.xml") ? "une présentation PowerPoint"
        : "une archive ZIP";
}
