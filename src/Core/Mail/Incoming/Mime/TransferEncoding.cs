namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>Content-Transfer-Encoding (RFC 2045, 6): what is not known is taken as it is.</summary>
internal static class TransferEncoding
{
    public static byte[] Decode(ReadOnlySpan<byte> body, string encoding) => Name(encoding) switch
    {
        "base64" or "b64" or "base-64" => Base64.Decode(body),
        "quoted-printable" or "quotedprintable" or "quoted_printable" => QuotedPrintableReader.Decode(body),
        _ => body.ToArray(),
    };

    /// <summary>Whether the body reads as it stands.</summary>
    public static bool IsPlain(string encoding) => Name(encoding) is not ("base64" or "b64" or "base-64" or "quoted-printable" or "quotedprintable" or "quoted_printable");

    private static string Name(string encoding) => encoding.Split(';')[0].Trim().Trim('"').ToLowerInvariant();
}
