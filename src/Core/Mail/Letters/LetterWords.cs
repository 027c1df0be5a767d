using System.Text.RegularExpressions;
using Almanach.Core.Mail.Texts;

namespace Almanach.Core.Mail.Letters;

/// <summary>Texts on their way between brackets, slots and plain words.</summary>
public static partial class LetterWords
{
    /// <summary>A text whose personal words in brackets have become slots.</summary>
    public static string Marked(string text) => Brackets().Replace(text, match =>
        AddresseeMaker.PersonalSlots.Contains(match.Groups[1].Value) ? Slots.Mark(match.Groups[1].Value) : match.Value);

    /// <summary>A text with its slots shown as words in brackets again, for lists and previews.</summary>
    public static string Plain(string text) => text.Replace(Slots.Open, '[').Replace(Slots.Close, ']');

    /// <summary>A subject as a list shows it: what differs from person to person is named, without brackets.</summary>
    public static string Listed(string text) => text.Replace($"{Slots.Open}", "", StringComparison.Ordinal).Replace($"{Slots.Close}", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\[\]]{1,40})\]")]
    private static partial Regex Brackets();
}
