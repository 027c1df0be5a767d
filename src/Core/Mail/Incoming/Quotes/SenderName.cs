namespace Almanach.Core.Mail.Incoming.Quotes;

/// <summary>The name a mail says it is from, as people write it under their words: in any order and case, with or without a title.</summary>
internal sealed class SenderName(string name)
{
    private readonly HashSet<string> words = Words(name);

    /// <summary>The whole name, or of a longer one two words at least.</summary>
    public bool IsWhole(Line line) => line.Plain.Length is > 3 and <= 80 && words.Count > 1 && Words(line.Plain) is { Count: > 1 } said && said.IsSubsetOf(words);

    /// <summary>The whole name, then what she is or where: « Anne Martin | Directrice | 02 41 00 00 00 ».</summary>
    /// <param name="ruled">Under a drawn line a dash is enough; else « Anne Martin - présente » is an answer.</param>
    public bool Leads(Line line, bool ruled) => line.Plain.Length <= 200 && (ruled ? Dashed : Parts).Split(line.Plain) is { Count: > 1 } parts && words.Count > 1 && Words(parts[0]) is { Count: > 1 } said && said.IsSubsetOf(words);

    private static readonly SafePattern Parts = new(@"\s*[|•·]\s*");

    private static readonly SafePattern Dashed = new(@"\s*[|•·]\s*|\s[-–—/]\s");

    /// <summary>The whole name, or one word of it.</summary>
    public bool Is(Line line) => line.Plain.Length is > 1 and <= 80 && Words(line.Plain) is { Count: > 0 } said && said.IsSubsetOf(words);

    private static HashSet<string> Words(string name) =>
    [
        .. name.Split([' ', ',', '.', '(', ')', '"', '-', '–', '—', '!'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => French.Typography.Fold(word)).Where(word => word.Length > 0 && word is not ("m" or "mme" or "mlle" or "monsieur" or "madame" or "dr" or "pr" or "via" or "de" or "du" or "la" or "le")),
    ];
}
