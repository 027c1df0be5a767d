using Almanach.Core.Mail.Texts;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms.Checks;

/// <summary>Checks the words in brackets of a text.</summary>
internal static class Slotted
{
    public static void Check(string text, IReadOnlyCollection<string> allowed, string place, Findings found)
    {
        if (Placeholder.FirstBroken(text) is { } broken)
            found.Error(place, $"« {broken} » n’est pas un mot entre crochets.", "Écrire un seul mot entre crochets, comme [année], ou mettre des parenthèses.");
        foreach (var word in Placeholder.Find(text).Distinct(StringComparer.Ordinal))
            Word(word, allowed, place, found);
    }

    public static void Word(string word, IReadOnlyCollection<string> allowed, string place, Findings found)
    {
        if (allowed.Contains(word))
            return;
        var remedy = Wording.Nearest(word, allowed) is { } nearest
            ? $"Écrire sans doute « [{nearest}] »."
            : $"Ici, on peut écrire {Wording.OneOf(allowed.Select(one => $"[{one}]"))}.";
        found.Error(place, $"Rien ne remplit « [{word}] » dans ce texte.", remedy);
    }
}
