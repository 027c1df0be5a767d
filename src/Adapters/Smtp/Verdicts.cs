using Almanach.Core.Ports;

namespace Almanach.Adapters.Smtp;

/// <summary>
/// What replies mean (RFC 5321, 4.2; enhanced codes: RFC 3463). An address is said not to exist only where the relay says
/// just that: a full mailbox, a policy, a letter that is disliked is <see cref="MailOutcome.Refused"/> at most, and keeps
/// the address.
/// </summary>
internal static class Verdicts
{
    private static readonly HashSet<string> NobodyThere = ["1.1", "1.2", "1.3", "1.6", "1.10"];
    private static readonly HashSet<string> BadSender = ["1.7", "1.8"];
    private static readonly string[] Unknown =
    [
        "user unknown", "unknown user", "no such user", "user not found", "user does not exist", "unknown recipient", "recipient unknown",
        "unknown mailbox", "no mailbox", "mailbox not found", "no such mailbox", "no such recipient", "address does not exist", "utilisateur inconnu",
    ];

    /// <summary>What 550, 551 and 553 are also said for.</summary>
    private static readonly string[] OtherReasons =
        ["full", "quota", "spam", "polic", "block", "blacklist", "denied", "reputation", "rate", "relay", "sender", "spf", "dkim", "dmarc", "greylist"];

    private static readonly Verdict TakesNone = new(MailOutcome.Deferred, Reach.Everybody);

    /// <summary>MAIL is the same for everybody: its refusal is nobody's.</summary>
    public static Verdict OfSender(SmtpReply _) => TakesNone;

    /// <summary>RCPT.</summary>
    public static Verdict OfAddressee(SmtpReply reply) => reply switch
    {
        _ when IsOfUs(reply) => TakesNone,
        { Code: 421 or 450 or 451, Detail: ['7', '.', ..] } => new(MailOutcome.Deferred, Reach.Domain),
        { IsLater: true } => new(MailOutcome.Deferred),
        _ => new(IsNobody(reply) || IsBareNobody(reply) ? MailOutcome.NoSuchAddress : MailOutcome.Refused),
    };

    /// <summary>DATA and the end of the letter. It has one addressee, so that some relays say only here that there is none.</summary>
    public static Verdict OfLetter(SmtpReply reply) => reply switch
    {
        { IsYes: true } => new(MailOutcome.Sent),
        _ when IsOfUs(reply) => TakesNone,
        { IsLater: true } => new(MailOutcome.Deferred),
        _ => new(IsNobody(reply) ? MailOutcome.NoSuchAddress : MailOutcome.Refused),
    };

    /// <summary>Encryption or a sign-in is wanted (RFC 4954, 6), the sender is disliked, or this is no relay for us.</summary>
    private static bool IsOfUs(SmtpReply reply) =>
        reply.Code is 454 or 530 or 534 or 535 or 538
        || BadSender.Contains(reply.Detail)
        || reply is { Code: 550 or 551 or 553 or 554, Detail: "" or "7.1" } && reply.Text.Contains("relay", StringComparison.OrdinalIgnoreCase);

    private static bool IsNobody(SmtpReply reply) =>
        NobodyThere.Contains(reply.Detail) || reply.Detail is not ("2.2" or ['7', '.', ..]) && Says(reply, Unknown);

    /// <summary>Without an enhanced code, the reply code and the words are all there is.</summary>
    private static bool IsBareNobody(SmtpReply reply) => reply is { Detail: "", Code: 550 or 551 or 553 } && !Says(reply, OtherReasons);

    private static bool Says(SmtpReply reply, string[] words) => words.Any(word => reply.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
