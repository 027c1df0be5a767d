using System.Net;
using Almanach.Core.French;
using Almanach.Core.Network;

namespace Almanach.Core.Privacy;

/// <summary>
/// Whether a text names somebody: by her address, or by her first and last name side by side, whatever their case, accents
/// and spaces. One name alone is too many people’s to be hers.
/// </summary>
public sealed class Mention(Contact contact)
{
    private readonly IReadOnlyList<string> words =
    [
        .. new[] { contact.Address, Both(contact.FirstName, contact.LastName), Both(contact.LastName, contact.FirstName) }.Select(Plain).Where(word => word.Length > 0),
    ];

    /// <param name="text">Plain or HTML.</param>
    public bool In(string text)
    {
        if (words.Count == 0 || text.Length == 0)
            return false;
        var plain = Plain(text);
        return words.Any(word => Stands(plain, word));
    }

    public bool IsAddress(string address) => contact.Address.Length > 0 && contact.Address.Equals(address, StringComparison.OrdinalIgnoreCase);

    private static string Both(string one, string other) => one.Length > 0 && other.Length > 0 ? $"{one} {other}" : "";

    private static string Plain(string text) =>
        string.Join(' ', Typography.Fold(WebUtility.HtmlDecode(text)).Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool Stands(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length])))
                return true;
        return false;
    }
}
