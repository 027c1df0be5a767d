using System.Text;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Mail.Mime;

/// <summary>The body of a mail: text first, then HTML, then a calendar invitation, with files around them.</summary>
internal static class MimeParts
{
    public static void Write(MimePieces pieces, Letter letter)
    {
        Whole(pieces, letter);
        pieces.Fixed.Append("\r\n"u8);
    }

    private static void Whole(MimePieces pieces, Letter letter)
    {
        if (letter.Attachments.Count == 0)
        {
            Alternative(pieces, letter);
            return;
        }

        var boundary = Open(pieces.Fixed, "mixed", letter.Key);
        Start(pieces.Fixed, boundary);
        Alternative(pieces, letter);
        foreach (var file in letter.Attachments)
        {
            Start(pieces.Fixed, boundary);
            File(pieces.Fixed, file);
        }
        End(pieces.Fixed, boundary);
    }

    private static void Alternative(MimePieces pieces, Letter letter)
    {
        var boundary = Open(pieces.Fixed, "alternative", letter.Key);
        Start(pieces.Fixed, boundary);
        QuotedPrintablePart(pieces.Fixed, "text/plain");
        TextPart.Write(pieces, letter.Bodies.Text);
        Start(pieces.Fixed, boundary);
        QuotedPrintablePart(pieces.Fixed, "text/html");
        HtmlPart.Write(pieces, letter.Bodies.Html);
        if (letter.Calendar is { } calendar)
        {
            // Mail programs show buttons only for a calendar with a method that stands among the alternatives (RFC 6047, 2.4).
            Start(pieces.Fixed, boundary);
            HeaderLine.Raw(pieces.Fixed, "Content-Type", calendar.ContentType);
            pieces.Vary((sink, addressee) => Base64(sink, Encoding.UTF8.GetBytes(calendar.For(addressee.Mailbox))));
        }
        End(pieces.Fixed, boundary);
    }

    private static string Open(ByteSink sink, string kind, string key)
    {
        var boundary = MessageNames.Boundary(kind, key);
        HeaderLine.Raw(sink, "Content-Type", $"multipart/{kind}; boundary=\"{boundary}\"");
        return boundary;
    }

    /// <summary>The line break before a boundary belongs to it, not to the part before (RFC 2046, 5.1.1).</summary>
    private static void Start(ByteSink sink, string boundary) => sink.Ascii($"\r\n--{boundary}\r\n");

    private static void End(ByteSink sink, string boundary) => sink.Ascii($"\r\n--{boundary}--");

    private static void QuotedPrintablePart(ByteSink sink, string contentType) =>
        sink.Ascii($"Content-Type: {contentType}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");

    /// <summary>A file name is given in ASCII for old programs and in UTF-8 for the others (RFC 2231, RFC 6266 D).</summary>
    private static void File(ByteSink sink, Attachment file)
    {
        var ascii = string.Concat(file.FileName.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ' ' ? c : '_'));
        HeaderLine.Raw(sink, "Content-Disposition", ascii == file.FileName
            ? $"attachment; filename=\"{ascii}\""
            : $"attachment; filename=\"{ascii}\"; filename*=utf-8''{Uri.EscapeDataString(file.FileName)}");
        HeaderLine.Raw(sink, "Content-Type", file.ContentType);
        Base64(sink, file.Content);
    }

    private static void Base64(ByteSink sink, byte[] content)
    {
        sink.Append("Content-Transfer-Encoding: base64\r\n\r\n"u8);
        var base64 = Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks);
        sink.Append(Encoding.ASCII.GetBytes(base64));
    }
}
