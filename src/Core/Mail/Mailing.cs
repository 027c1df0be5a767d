using System.Text.Json.Serialization;
using Almanach.Core.ICalendar;
using Almanach.Core.Newsletter;

namespace Almanach.Core.Mail;

/// <summary>One message to a frozen audience, as a decision emits it.</summary>
/// <param name="Key">Names the message and its partition; deterministic.</param>
/// <param name="Text">Id of the text in the platform's folder (or its override).</param>
/// <param name="Values">What fills the text for everybody: <c>année</c>, <c>clôture</c> …</param>
/// <param name="Audience">The frozen file of addressees.</param>
/// <param name="Because">« Vous recevez ce message parce que … »</param>
/// <param name="Link">What the personal link <c>[lien]</c> opens.</param>
/// <param name="Replay">What is done with a batch whose outcome is unclear, where the provider can't tell.</param>
/// <param name="Requested">
/// The addressee asked for this very message, a moment ago: it leaves to somebody who objects to all others. Left out of the
/// record where it is false, so that records of before read the same.
/// </param>
/// <param name="Event">What it tells calendars; null for a message about no meeting. Left out of the record where it is null.</param>
/// <param name="Expires">
/// From when on it says nothing useful any more, UTC: a copy whose turn comes later is not sent. Null for what is worth reading
/// however late, such as a receipt; then left out of the record.
/// </param>
/// <param name="Edition">The edition of a newsletter that it is: its words, instead of a text. Null for all else; then left out of the record.</param>
/// <param name="List">
/// Id of the newsletter it is an edition of: each copy says how one leaves that list, and whoever has left it since gets none. Left
/// out of the record where it is null: all that is not a newsletter.
/// </param>
/// <param name="Trial">The coordinator sends it to herself to see it: its subject says so. Left out of the record where it is false.</param>
public sealed record Mailing(
    string Key, string Text, IReadOnlyDictionary<string, string> Values, Audience Audience,
    string Because, LinkTo Link, Replay Replay,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Requested = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CalendarEvent? Event = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Expires = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EditionLetter? Edition = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? List = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Trial = false)
{
    public bool IsPast(DateTimeOffset now) => Expires <= now;

    /// <summary>Whether it asks something that can be answered by mail; to all else a person answers, in her own mailbox.</summary>
    public bool IsAsk() => Link.Purpose == LinkPurpose.Answer || Text == Reminder;

    /// <summary>Id of the text that reminds of all that is asked of somebody.</summary>
    public const string Reminder = "relance";
}

/// <summary>
/// An audience frozen when it was decided: the count shown is the count sent. A few people stand in the record itself,
/// many in a file named by its own hash.
/// </summary>
/// <param name="Few">The people, when the file is empty.</param>
/// <param name="File">Path, or empty.</param>
/// <param name="Hash">SHA-256 of the people, in hexadecimal.</param>
public sealed record Audience(IReadOnlyList<AudienceMember> Few, string File, string Hash, int Count);

/// <summary>All people of an audience, as its file holds them.</summary>
public sealed record AudienceList(IReadOnlyList<AudienceMember> Members);

/// <summary>One person of an audience, with what only this person's copy says.</summary>
/// <param name="Lists">Slots filled with lines: « réponse », « propositions », « demandes ».</param>
/// <param name="Link">What <c>[lien]</c> opens for this person, where it is not what it opens for all.</param>
public sealed record AudienceMember(
    string Contact, string Organisation, IReadOnlyDictionary<string, IReadOnlyList<string>> Lists, LinkTo? Link = null);

/// <summary>Where a personal link leads.</summary>
/// <param name="Purpose">What the link allows.</param>
/// <param name="Subject">Id of the consultation, document, meeting; empty for the person's own page.</param>
/// <param name="Expires">After this instant the page says so and offers a new one.</param>
/// <param name="Page">Of an answer, the page behind its first one: <c>depots/rsa-caf-rhone</c>. Not signed: whoever has the link may open all of them. Left out of the record where it is empty.</param>
public sealed record LinkTo(LinkPurpose Purpose, string Subject, DateTimeOffset Expires, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Page = null);

public enum LinkPurpose
{
    /// <summary>Answer one consultation.</summary>
    Answer,

    /// <summary>Read one document.</summary>
    Document,

    /// <summary>One's own page: what is asked, what one answered, what became of one's proposals.</summary>
    Person,

    /// <summary>Sign in to the cockpit.</summary>
    SignIn,

    /// <summary>One's registration to a meeting that is open to all.</summary>
    Registration,

    /// <summary>Leave one newsletter, and nothing else: mail programs open it for their reader (RFC 8058).</summary>
    Unsubscription,

    /// <summary>One's subscription to newsletters, from outside the network: confirmed, seen, given up.</summary>
    Subscription,

    /// <summary>Enter the members’ area, once.</summary>
    Space,
}

public enum Replay
{
    /// <summary>Sent again: twice is better than never (convocations, receipts).</summary>
    SendAgain,

    /// <summary>Put before the coordinator.</summary>
    AskCoordinator,
}
