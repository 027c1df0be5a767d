using System.Text;

namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>
/// Reads an Internet message and its parts (RFC 5322, RFC 2046) as they arrive: broken boundaries, parts left open and
/// missing blank lines lose nothing. Never throws; bounded by <see cref="MimeLimits"/>.
/// </summary>
public static class MimeReader
{
    private static readonly HeaderParameters Plain = HeaderParameters.Read("text/plain");

    /// <summary>Headers one of which a message has; without any, the bytes are words alone.</summary>
    private static readonly string[] Telling =
    [
        "From", "To", "Subject", "Date", "Received", "Return-Path", "Message-ID", "MIME-Version", "Content-Type", "Delivered-To", "X-Original-To", "Envelope-To",
    ];

    public static MimePart Read(ReadOnlyMemory<byte> bytes)
    {
        var even = ByteLines.Even(bytes);
        var blank = even.Span.IndexOfAnyExcept(" \t\r\n"u8);
        if (blank > 0)
            even = even[blank..];
        if (even.Span.StartsWith(Encoding.UTF8.Preamble))
            even = even[3..];
        var budget = MimeLimits.Parts;
        var (headers, body) = HeaderReader.Read(even.Span);
        return Telling.Any(headers.Has) ? Part(headers, even[body..], 0, ref budget) : new MimePart(HeaderBlock.Empty, Plain, even, []);
    }

    private static MimePart Part(ReadOnlyMemory<byte> bytes, int depth, ref int budget)
    {
        var (headers, body) = HeaderReader.Read(bytes.Span);
        return Part(headers, bytes[body..], depth, ref budget);
    }

    private static MimePart Part(HeaderBlock headers, ReadOnlyMemory<byte> body, int depth, ref int budget)
    {
        budget--;
        var type = Type(headers);
        if (depth >= MimeLimits.Depth)
            return new MimePart(headers, type, body, []);
        if (type.Value.StartsWith("multipart/", StringComparison.Ordinal))
        {
            var parts = new List<MimePart>();
            foreach (var slice in MultipartBody.Split(body, type["boundary"], budget))
                if (budget > 0)
                    parts.Add(Part(slice, depth + 1, ref budget));
            return parts.Count > 0 ? new MimePart(headers, type, body, parts) : new MimePart(headers, Plain, body, []);
        }
        if (type.Value is "message/rfc822" or "message/global" && budget > 0)
        {
            var encoding = headers.Raw("Content-Transfer-Encoding");
            var carried = TransferEncoding.IsPlain(encoding) ? body : TransferEncoding.Decode(body.Span, encoding);
            return new MimePart(headers, type, body, [Part(Trimmed(carried), depth + 1, ref budget)]);
        }
        return new MimePart(headers, type, body, []);
    }

    /// <summary>A message carried along may be preceded by blank lines.</summary>
    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> bytes)
    {
        var start = bytes.Span.IndexOfAnyExcept((byte)'\r', (byte)'\n');
        return start > 0 ? bytes[start..] : bytes;
    }

    private static HeaderParameters Type(HeaderBlock headers)
    {
        var type = HeaderParameters.Read(headers.Raw("Content-Type"));
        return type.Value switch
        {
            "" or "text" or "plain" => type with { Value = "text/plain" },
            "html" => type with { Value = "text/html" },
            _ => type,
        };
    }
}
