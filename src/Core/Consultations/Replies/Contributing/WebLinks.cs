using Almanach.Core.Links;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Contributing;

/// <summary>Addresses of pages in a text, as they can be followed.</summary>
internal static class WebLinks
{
    public static IReadOnlyList<string> In(string text) =>
        [.. Address.Matches(text).Select(match => match.Value.TrimEnd('.', ',', ';', ')', '»', '>', '!', '?', ':')).Where(WebAddress.IsOne).Distinct(StringComparer.Ordinal)];

    private static readonly SafePattern Address = new(@"\bhttps?://[^\s<>""«»]+");
}
