using Almanach.Core.Mail;
using Almanach.Core.Network;

namespace Almanach.Web.Cockpit.Rooms;

/// <summary>A message before it leaves: its words, and exactly who receives it.</summary>
/// <param name="Body">The text part; what differs from one person to the next stands in brackets.</param>
/// <param name="Hash">Of the addressees: sent back with the confirmation, so that nobody is added in between.</param>
public sealed record MailPreview(string Subject, string Body, IReadOnlyList<AudienceMember> People, string Hash, Roster Roster)
{
    /// <summary>Nobody, for a message that is only shown.</summary>
    public static readonly Audience Unsent = new([], "", "", 0);

    public static async Task<MailPreview> Of(Room room, Mailing mailing, IReadOnlyList<AudienceMember> people, CancellationToken stop)
    {
        var letter = await room.Office.Letters.Compose(mailing, room.Now, stop);
        return new MailPreview(
            LetterWords.Plain(letter.Subject), LetterWords.Plain(letter.Bodies.Text), people, AudienceShelf.HashOf(people), await room.Office.Network.Load(stop));
    }

    public int Reached => People.Count(person => Roster.Contacts.GetValueOrDefault(person.Contact) is { Active: true, Suppressed: false });
}
