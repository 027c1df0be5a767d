using System.Text;
using Almanach.Core.Mail.Incoming.Mime;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Incoming.Bodies;

/// <summary>Which parts of a message are its words, and which are files.</summary>
internal static class BodyChoice
{
    /// <summary>The words a person would see, as plain text; of several bodies on end, all.</summary>
    public static string Words(MimePart message, IHtmlText html)
    {
        var words = Of(message, html).Trim('\n', ' ');
        return words.Length > MimeLimits.TextBytes ? words[..MimeLimits.TextBytes] : words;
    }

    /// <summary>What was sent along, messages carried along included, under the names it came with.</summary>
    public static IEnumerable<Attachment> Files(MimePart part)
    {
        if (part.Parts.Count > 0 && part.Media.StartsWith("multipart/", StringComparison.Ordinal))
            return part.Media switch
            {
                "multipart/report" => [],
                // The others are pictures the page shows: logos of signatures.
                "multipart/related" => part.Parts.Take(1).SelectMany(Files),
                _ => part.Parts.SelectMany(Files),
            };
        if (part.Media == "text/calendar" || part.Media is "application/pkcs7-signature" or "application/x-pkcs7-signature" or "application/pgp-signature")
            return [];
        return part.IsFile || !part.Media.StartsWith("text/", StringComparison.Ordinal) && part.Media != "message/rfc822"
            ? [new Attachment(part.FileName, part.Media, part.Content())]
            : [];
    }

    private static string Of(MimePart part, IHtmlText html)
    {
        if (part.Media == "multipart/alternative")
            return Best(part, html);
        if (part.Media.StartsWith("multipart/", StringComparison.Ordinal))
            return string.Join("\n\n", Inline(part).Take(20).Select(inner => Of(inner, html)).Where(text => !string.IsNullOrWhiteSpace(text)));
        if (part.IsFile)
            return "";
        return part.Media switch
        {
            "text/html" or "application/xhtml+xml" => html.Text(part.Text()),
            "text/plain" when IsHtml(part) => html.Text(part.Text()),
            "text/plain" => Flowed.Unwrap(part.Text(), part.Type).Normalize(NormalizationForm.FormC),
            "text/calendar" => "",
            _ when part.Media.StartsWith("text/", StringComparison.Ordinal) => part.Text(),
            _ => "",
        };
    }

    /// <summary>Of a report the first part is for people; a signed message is its first part; of a related one the others are pictures.</summary>
    private static IEnumerable<MimePart> Inline(MimePart part) => part.Media switch
    {
        "multipart/report" or "multipart/signed" or "multipart/related" => part.Parts.Take(1),
        _ => part.Parts.Where(inner => inner.Media != "message/rfc822"),
    };

    /// <summary>Plain words where there are some, else the richest that gives any.</summary>
    private static string Best(MimePart alternative, IHtmlText html)
    {
        var plain = alternative.Parts.Where(part => part.Media == "text/plain").Select(part => Of(part, html)).FirstOrDefault(HasWords);
        return plain ?? alternative.Parts.Where(part => part.Media != "text/plain").Reverse().Select(part => Of(part, html)).FirstOrDefault(HasWords) ?? "";
    }

    /// <summary>Some programs write « this message is in HTML » for whoever reads plain text.</summary>
    private static bool HasWords(string text) =>
        !string.IsNullOrWhiteSpace(text) && !(text.Length < 200 && text.Contains("HTML", StringComparison.Ordinal) && !text.Contains('\n', StringComparison.Ordinal));

    private static bool IsHtml(MimePart part)
    {
        var start = part.Text().AsSpan().TrimStart();
        return start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }
}
