using Almanach.Core.Mail;
using Almanach.Core.Network;

namespace Almanach.Web.Cockpit.Rooms;

/// <summary>A message before it leaves: its words, and exactly who receives it.</summary>
/// <param name="Body">The text part; what differs from one person to the next stands in brackets.</param>
public sealed record MailPreview(string Subject, string Body, IReadOnlyList<AudienceMember> People, Roster Roster)
{
    /// <param name="mailing">As a desk foresees it, with its whole audience.</param>
    public static async Task<MailPreview> Of(Room room, Mailing mailing, CancellationToken stop)
    {
        var letter = await room.Office.Letters.Compose(mailing, room.Now, stop);
        return new MailPreview(
            LetterWords.Plain(letter.Subject), LetterWords.Plain(letter.Bodies.Text),
            await room.Office.Audiences.Read(mailing.Audience, stop), await room.Office.Network.Load(stop));
    }

    public static async Task<IReadOnlyList<MailPreview>> Of(Room room, IEnumerable<Mailing> mailings, CancellationToken stop)
    {
        List<MailPreview> previews = [];
        foreach (var mailing in mailings)
            previews.Add(await Of(room, mailing, stop));
        return previews;
    }

    /// <summary>Those among them whom mail still reaches.</summary>
    public int Reached => People.Count(person => Roster.Contacts.GetValueOrDefault(person.Contact) is { Active: true, Suppressed: false });
}
