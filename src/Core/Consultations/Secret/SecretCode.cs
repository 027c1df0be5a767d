namespace Almanach.Core.Consultations.Secret;

/// <summary>
/// The code of a ballot: twelve letters and digits that are not mistaken for one another, « 7K4Q-92MX-TWHB ». Drawn by the
/// page, shown once, sealed so that nobody chooses one.
/// </summary>
public static class SecretCode
{
    public const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    /// <summary>Characters, 58 bits of chance.</summary>
    public const int Length = 12;

    private const int Group = 4;

    /// <summary>As people read it.</summary>
    public static string Shown(string code) => string.Join('-', code.Chunk(Group).Select(part => new string(part)));

    /// <summary>What was typed, without spaces and dashes, in capitals; null for what can be no code.</summary>
    public static string? Typed(string text)
    {
        if (text.Length > 4 * Length)
            return null;
        var code = string.Concat(text.ToUpperInvariant().Where(character => !char.IsWhiteSpace(character) && character is not ('-' or '–' or '‑' or '.')));
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }
}
