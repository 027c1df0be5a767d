using System.Globalization;
using System.Text;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Words;

/// <summary>Answers drawn rather than written: « ✅ 12 avril », « [x] », « ~~14 avril~~ ». A smile is none.</summary>
internal static class Drawings
{
    public static bool Answer(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol && rune.Value is not (>= 0x2190 and <= 0x21FF or >= 0x25A0 and <= 0x25FF) && !Harmless.Contains(rune.ToString()))
                return true;
        return Drawn.In(text);
    }

    private static readonly HashSet<string> Harmless = ["🙂", "😊", "😀", "😃", "😄", "😉", "☺", "👏", "🙏", "🎉", "☀", "🌞", "🌸", "💐", "°", "©", "®", "™", "№", "➢", "➤"];

    private static readonly Phrases Drawn = new(@"\[ ?x? ?\]|~~|[:;=]-?\(|\b(barree?s?|rayee?s?|surlignee?s?|entouree?s?|cochee?s?)\b");
}
