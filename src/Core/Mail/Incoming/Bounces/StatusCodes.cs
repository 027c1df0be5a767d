namespace Almanach.Core.Mail.Incoming.Bounces;

/// <summary>Enhanced status codes (RFC 3463) and replies of SMTP in the words of a notice.</summary>
internal static class StatusCodes
{
    /// <summary>The most telling one: beside a reply of SMTP, not a general « x.0.0 » where another stands. Empty where there is none.</summary>
    public static string In(string words)
    {
        var codes = Enhanced.Matches(words).Select(match => match.Groups["code"].Value).Where(code => !code.StartsWith('2')).ToList();
        return codes.FirstOrDefault(code => !IsGeneral(code)) ?? codes.FirstOrDefault() ?? "";
    }

    /// <summary>« 5.0.0 », or nothing: says only whether for good.</summary>
    public static bool IsGeneral(string code) => code.EndsWith(".0.0", StringComparison.Ordinal) || code.Length == 0;

    /// <summary>The first reply of SMTP, such as 550; null without one.</summary>
    public static int? Reply(string words) => Smtp.Match(words) is { Success: true } match ? int.Parse(match.Groups["code"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>Lines in which a relay is quoted.</summary>
    public static bool HasReply(string line) => Smtp.IsMatch(line) || Enhanced.IsMatch(line);

    /// <summary>What a code alone means; null where it leaves it open.</summary>
    public static BounceReason? Meaning(string code)
    {
        var detail = code.Length > 2 ? code[2..] : "";
        return detail switch
        {
            "1.1" or "1.3" => BounceReason.UserUnknown,
            "1.2" => BounceReason.HostUnknown,
            "1.6" => BounceReason.Moved,
            "1.10" => BounceReason.TakesNoMail,
            "2.2" => BounceReason.MailboxFull,
            "2.3" or "3.4" => BounceReason.TooLarge,
            "4.1" or "4.2" or "4.7" or "4.5" => BounceReason.Delayed,
            _ when detail.StartsWith("7.", StringComparison.Ordinal) => BounceReason.Policy,
            _ => null,
        };
    }

    /// <summary>The code for what was only said in words.</summary>
    public static string For(BounceReason reason, bool temporary) => reason switch
    {
        BounceReason.UserUnknown => "5.1.1",
        BounceReason.HostUnknown => "5.1.2",
        BounceReason.Moved => "5.1.6",
        BounceReason.TakesNoMail => "5.1.10",
        BounceReason.MailboxFull => temporary ? "4.2.2" : "5.2.2",
        BounceReason.Suspended => temporary ? "4.2.1" : "5.2.1",
        BounceReason.TooLarge => "5.3.4",
        BounceReason.Policy => temporary ? "4.7.1" : "5.7.1",
        BounceReason.Delayed => "4.4.1",
        BounceReason.Other => temporary ? "4.0.0" : "5.0.0",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static readonly SafePattern Enhanced = new(@"(^|[^0-9.\p{L}/-])(?<code>[245]\.[0-9]{1,3}\.[0-9]{1,3})($|[^0-9.]|\.($|[^0-9]))", asWritten: true);

    private static readonly SafePattern Smtp = new(@"(^|[^0-9.\p{L}/:-])(?<code>[45][0-9]{2})([ -]|$|\s*#)", asWritten: true);
}
