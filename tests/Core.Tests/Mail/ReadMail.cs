using System.Text;
using System.Text.RegularExpressions;

namespace Almanach.Core.Tests.Mail;

/// <summary>A small, strict reader of what the MIME writer writes, written apart from it from RFC 2045, 2047 and 5322.</summary>
internal sealed partial record ReadMail(ILookup<string, string> Headers, byte[] Body, IReadOnlyList<ReadMail> Parts)
{
    public string this[string header] => Headers[header].Single();

    public string Text => Encoding.UTF8.GetString(Body);

    public ReadMail Part(string contentType) =>
        Parts.Single(part => part["Content-Type"].StartsWith(contentType, StringComparison.Ordinal));

    public static ReadMail Of(byte[] bytes) => Of(Encoding.ASCII.GetString(bytes));

    /// <summary>Decodes the encoded-words of a header; white space between two of them is nothing (RFC 2047, 6.2).</summary>
    public static string Words(string header) =>
        EncodedWord().Replace(BetweenWords().Replace(header, "?==?"), match => Encoding.UTF8.GetString(Q(match.Groups[1].Value)));

    /// <summary>The display name of an address header, its quotes and encoded-words undone.</summary>
    public static string Name(string header)
    {
        var name = header[..header.LastIndexOf('<')].TrimEnd(' ');
        return name.StartsWith('"') ? Regex.Replace(name[1..^1], @"\\(.)", "$1") : Words(name);
    }

    private static ReadMail Of(string mail)
    {
        var split = mail.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = mail[..split].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n");
        var headers = lines.ToLookup(
            line => line[..line.IndexOf(':', StringComparison.Ordinal)],
            line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart(' '),
            StringComparer.OrdinalIgnoreCase);
        var body = mail[(split + 4)..];
        var boundary = Boundary().Match(headers["Content-Type"].Single());
        if (!boundary.Success)
            return new(headers, Decode(headers["Content-Transfer-Encoding"].Single(), body), []);

        var parts = ("\r\n" + body).Split($"\r\n--{boundary.Groups[1].Value}");
        Assert.Equal("", parts[0]);
        Assert.Equal("--", parts[^1].TrimEnd());
        return new(headers, [], [.. parts[1..^1].Select(part => Of(part[2..]))]);
    }

    private static byte[] Decode(string encoding, string body) =>
        encoding == "base64" ? Convert.FromBase64String(body) : QuotedPrintable(body.Replace("=\r\n", "", StringComparison.Ordinal));

    private static byte[] QuotedPrintable(string text) => Bytes(text, '=');

    private static byte[] Q(string word) => Bytes(word.Replace('_', ' '), '=');

    private static byte[] Bytes(string text, char escape)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            bytes.Add(text[i] == escape ? Convert.FromHexString(text.AsSpan(i + 1, 2))[0] : (byte)text[i]);
            i += text[i] == escape ? 2 : 0;
        }
        return [.. bytes];
    }

    [GeneratedRegex(@"=\?utf-8\?Q\?([!-~]*?)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?= +=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"boundary=""([^""]+)""")]
    private static partial Regex Boundary();
}
