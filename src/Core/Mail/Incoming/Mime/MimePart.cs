namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>A message or one part of it, its body still as it travelled.</summary>
/// <param name="Type">The media type in lower case and its parameters; <c>text/plain</c> where none is given.</param>
/// <param name="Parts">Of a multipart its parts, of a message carried along that message, of all else none.</param>
public sealed record MimePart(HeaderBlock Headers, HeaderParameters Type, ReadOnlyMemory<byte> Body, IReadOnlyList<MimePart> Parts)
{
    /// <summary>The media type, in lower case.</summary>
    public string Media => Type.Value;

    /// <summary>Whether it is named or marked as a file to keep, rather than words to read.</summary>
    public bool IsFile => Disposition.Value == "attachment" || FileName.Length > 0 && !Media.StartsWith("text/", StringComparison.Ordinal);

    /// <summary>The file name as given, whatever it holds: never a path to write to. Empty where there is none.</summary>
    public string FileName => Disposition["filename"] is { Length: > 0 } name ? name : Type["name"];

    private HeaderParameters Disposition => HeaderParameters.Read(Headers.Raw("Content-Disposition"));

    /// <summary>The body, its transfer encoding undone.</summary>
    public byte[] Content() => TransferEncoding.Decode(Body.Span, Headers.Raw("Content-Transfer-Encoding"));

    /// <summary>The body as text, of at most <see cref="MimeLimits.TextBytes"/>.</summary>
    public string Text()
    {
        var travelled = Body.Length > 3 * MimeLimits.TextBytes ? Body[..(3 * MimeLimits.TextBytes)] : Body;
        var content = TransferEncoding.Decode(travelled.Span, Headers.Raw("Content-Transfer-Encoding"));
        var text = Charsets.Decode(content.AsSpan(0, Math.Min(content.Length, MimeLimits.TextBytes)), Type["charset"]);
        return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "", StringComparison.Ordinal);
    }

    /// <summary>Itself, then its parts, depth first.</summary>
    public IEnumerable<MimePart> Walk() => Parts.SelectMany(part => part.Walk()).Prepend(this);
}
