namespace Almanach.Core.French;

public static class Capitals
{
    /// <summary>The first letter in capital: « Trois propositions ».</summary>
    public static string First(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
