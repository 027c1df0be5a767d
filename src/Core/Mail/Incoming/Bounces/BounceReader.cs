using Almanach.Core.Mail.Incoming.Mime;

namespace Almanach.Core.Mail.Incoming.Bounces;

/// <summary>Reads notices of relays: what is written for programs first (RFC 3464), then what is written for people.</summary>
public static class BounceReader
{
    /// <summary>Each address the notice speaks of; nothing for what is no notice, or says that all arrived.</summary>
    /// <param name="words">The words of the message.</param>
    internal static IReadOnlyList<Bounce> Read(MimePart message, string words)
    {
        if (!Notice.Is(message))
            return [];
        var own = Notice.Own(words);
        var reported = message.Walk().Where(Notice.IsStatus).SelectMany(DeliveryStatus.Read).ToList();
        var failed = reported.Where(status => !status.Arrived).ToList();
        if (reported.Count > 0 && failed.Count == 0)
            return [];
        var told = NoticeWords.Read(own, message);
        if (failed.Count == 0)
            return told.Count > 0 ? [.. told.Select(one => Judged(one.Recipient, "", "", one.Words, own))] : Notice.IsCalledSo(message) ? [Nameless(own)] : [];
        return [.. failed.DistinctBy(status => status.Recipient).Take(100).Select((status, index) => Judged(
            status.Recipient.Length > 0 ? status.Recipient : told.ElementAtOrDefault(index)?.Recipient ?? "",
            status.Status,
            status.Diagnostic,
            told.FirstOrDefault(one => one.Recipient == status.Recipient)?.Words ?? "",
            own,
            status.Action == "delayed"))];
    }

    /// <summary>A relay tells that something failed, and not for whom: nothing is known of any address.</summary>
    private static Bounce Nameless(string notice) => Judged("", "", "", "", notice);

    /// <summary>What a relay's answer to one address means, told with its code by whoever got it.</summary>
    /// <param name="status">Enhanced status code; may be empty.</param>
    /// <param name="diagnostic">The relay's words.</param>
    public static Bounce Judge(string status, string diagnostic) => Judged("", StatusCodes.In(status), diagnostic.Length > 2_000 ? diagnostic[..2_000] : diagnostic, "", "");

    /// <param name="diagnostic">What the other relay answered, as reported.</param>
    /// <param name="near">What the notice says of that address.</param>
    /// <param name="notice">All it says.</param>
    private static Bounce Judged(string recipient, string status, string diagnostic, string near, string notice, bool delayed = false)
    {
        (diagnostic, near, notice) = (Preface.Replace(diagnostic, "${answer}"), Preface.Replace(near, "${answer}"), Preface.Replace(notice, "${answer}"));
        var code = StatusCodes.IsGeneral(status) ? First(StatusCodes.In(diagnostic), StatusCodes.In(near), status, StatusCodes.In(notice)) : status;
        var temporary = delayed || code.StartsWith('4') || code.Length == 0 && StatusCodes.Reply(diagnostic + "\n" + near) is < 500;
        var reason = BounceWords.Of(diagnostic) ?? BounceWords.Of(near) ?? StatusCodes.Meaning(code) ?? BounceWords.Of(notice) ?? BounceReason.Other;
        reason = Weighed(reason, code, delayed, $"{diagnostic} {near}");
        return new Bounce(recipient, code.Length > 0 ? code : StatusCodes.For(reason, temporary), reason);
    }

    /// <summary>The words against the code, and against when they were said.</summary>
    private static BounceReason Weighed(BounceReason reason, string code, bool delayed, string told) => reason switch
    {
        // Taken at RCPT and refused for its content: « unknown » is then a filter's word.
        BounceReason.UserUnknown when AfterData.In(told) => BounceReason.Policy,
        BounceReason.UserUnknown when delayed => BounceReason.Delayed,
        // A domain that cannot be found for now.
        BounceReason.HostUnknown or BounceReason.TakesNoMail when delayed || code.StartsWith('4') || Later.In(told) => BounceReason.Delayed,
        // Said of the sender, or of the address it writes from.
        BounceReason.HostUnknown or BounceReason.TakesNoMail when code.StartsWith("5.7.", StringComparison.Ordinal) || code is "5.1.7" or "5.1.8" => BounceReason.Policy,
        _ => reason,
    };

    private static readonly Phrases Later = new(@"try again|temporar|temporaire|later|plus tard");

    private static readonly Phrases AfterData = new(@"(in reply to|after) end of data");

    /// <summary>What IronPort writes before any answer it got to an address, whatever that says.</summary>
    private static readonly SafePattern Preface = new(@"5\.1\.0 - unknown address error (?<answer>[45][0-9]{2}[- ])");

    private static string First(params IEnumerable<string> codes) => codes.FirstOrDefault(code => !StatusCodes.IsGeneral(code)) ?? codes.FirstOrDefault(code => code.Length > 0) ?? "";
}
