namespace Almanach.Adapters.Smtp;

/// <summary>What the relay answered (RFC 5321, 4.2).</summary>
/// <param name="Code">200 to 599.</param>
/// <param name="Lines">Its words, one or more lines, without the code.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsYes => Code is >= 200 and < 300;

    public bool IsLater => Code is >= 400 and < 500;

    /// <summary>The relay closes the connection (RFC 5321, 3.8).</summary>
    public bool Closes => Code == 421;

    /// <summary>The enhanced status code without its class, <c>1.1</c> of <c>5.1.1</c> (RFC 3463, 2034); empty where there is none.</summary>
    public string Detail => DetailOf(Code, Lines[0]);

    public string Text => string.Join(' ', Lines);

    /// <summary>The codes alone, to be shown: the words may hold an address.</summary>
    public string Codes => Detail.Length == 0 ? $"{Code}" : $"{Code} {Code / 100}.{Detail}";

    private static string DetailOf(int code, string line)
    {
        var parts = line.Split(' ', 2)[0].Split('.');
        return parts.Length == 3 && parts[0] == $"{code / 100}" && IsNumber(parts[1]) && IsNumber(parts[2]) ? $"{parts[1]}.{parts[2]}" : "";
    }

    private static bool IsNumber(string part) => part.Length is > 0 and <= 3 && part.All(char.IsAsciiDigit);
}
