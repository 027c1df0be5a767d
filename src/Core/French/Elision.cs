namespace Almanach.Core.French;

/// <summary>« de » and « d’ », by what follows.</summary>
public static class Elision
{
    private const string Vowels = "aeiou";

    /// <summary>« d’Olivier Pichon », « de Claire Martin ».</summary>
    public static string De(string name) => Before(name) + name;

    /// <summary>« d’ » or « de », with its space: what stands before a name that is marked up by itself.</summary>
    public static string Before(string name) => Elides(Typography.Fold(name.TrimStart())) ? "d’" : "de ";

    /// <summary>The h of names is mute more often than not; a y is a vowel before a consonant: « d’Yves », « de Yann ».</summary>
    private static bool Elides(string folded) => folded switch
    {
        ['y', var next, ..] => char.IsLetter(next) && !Vowels.Contains(next, StringComparison.Ordinal),
        ['h', var next, ..] => Vowels.Contains(next, StringComparison.Ordinal) || next == 'y',
        [var first, ..] => Vowels.Contains(first, StringComparison.Ordinal),
        [] => false,
    };
}
