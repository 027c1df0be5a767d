using Almanach.Core.Mail;

namespace Almanach.Core.Links;

/// <summary>What a personal link says: for whom, for what, until when. Carried signed, stored nowhere.</summary>
/// <param name="Generation">Equal to the contact's, or the link is revoked.</param>
public sealed record PersonalLink(LinkPurpose Purpose, string Contact, string Subject, DateTimeOffset Expires, int Generation);
