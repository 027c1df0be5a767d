
namespace Almanach.Functions.Tests.Mail;

/// <summary>One copy as SendGrid would put it together and send it.</summary>
/// <param name="Calendar">What it tells calendars; empty for nothing.</param>
/// <param name="Headers">Of the envelope, over those of the message.</param>
public sealed record TakenMail(
    string MessageId, string Address, string Name, string From, string ReplyTo, string Subject, string Text, string Html, string Calendar,
    IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Arguments, IReadOnlyList<string> Files, bool Tracked);
