namespace Almanach.Core.Documents;

/// <summary>Small turns that make words typed for one place fit another.</summary>
internal static class Phrases
{
    /// <summary>With a capital and a full stop, whatever its author typed.</summary>
    public static string Sentence(string text) => text.Length == 0 || text[^1] is '.' or '…' or '?' or '!' or ':' or '»' ? Capital(text) : Capital(text) + ".";

    public static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>As it stands inside a sentence: « RSA » and « IMOPE » keep their capitals.</summary>
    public static string Lower(string text) => text.Length < 2 || char.IsUpper(text[1]) ? text : char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>An empty cell says that it is empty, also to those who listen.</summary>
    public static string OrDash(string text) => text.Length == 0 ? "–" : text;
}
