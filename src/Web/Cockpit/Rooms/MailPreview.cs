using Almanach.Core.Mail;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Network;
using Almanach.Web.Cockpit.Messages;

namespace Almanach.Web.Cockpit.Rooms;

/// <summary>A message before it leaves: its words, and exactly who receives it.</summary>
/// <param name="Id">Of the message, for its place on the page.</param>
/// <param name="Body">The text part of one person's copy; without anybody, what differs from one to the next stands in brackets.</param>
/// <param name="As">Whose copy is shown; null without anybody.</param>
public sealed record MailPreview(string Id, string Subject, string Body, string? As, IReadOnlyList<AudienceMember> People, Roster Roster)
{
    /// <param name="mailing">As a desk foresees it, with its whole audience.</param>
    public static async Task<MailPreview> Of(Room room, Mailing mailing, CancellationToken stop)
    {
        var people = await room.Office.Audiences.Read(mailing.Audience, stop);
        return await Of(room, mailing, people, await room.Office.Guests.Among(people, stop), stop);
    }

    /// <param name="roster">Those it goes to among them, even if the network does not know them yet.</param>
    public static async Task<MailPreview> Of(Room room, Mailing mailing, IReadOnlyList<AudienceMember> people, Roster roster, CancellationToken stop)
    {
        var known = await room.Office.Suppressions.Load(stop);
        var reached = people.Where(person => Cockpit.People.Reached(roster, known, mailing, person.Contact)).ToList();
        LeftOut Withholds() => LeftOut.Of(roster, known, people.Select(person => person.Contact).Distinct(), mailing.List, mailing.Requested);
        if (reached.FirstOrDefault() is { } first)
        {
            var copy = await LetterPreview.Of(room.Office, mailing, first, roster, stop);
            return new MailPreview(mailing.Key, copy.Subject, copy.Text, Cockpit.People.Name(roster, first.Contact), people, roster)
            {
                Reached = reached.Count,
                Withheld = Withholds(),
                Morning = MorningOf(room, mailing),
                Beyond = await BeyondBudget.Of(room.Office, mailing, people, roster, room.Now, stop),
            };
        }
        var letter = await room.Office.Letters.Compose(mailing, room.Now, stop);
        return new MailPreview(mailing.Key, LetterWords.Plain(letter.Subject), LetterWords.Plain(letter.Bodies.Text), null, people, roster) { Withheld = Withholds() };
    }

    public static async Task<IReadOnlyList<MailPreview>> Of(Room room, IEnumerable<Mailing> mailings, CancellationToken stop)
    {
        List<MailPreview> previews = [];
        foreach (var mailing in mailings)
            previews.Add(await Of(room, mailing, stop));
        return previews;
    }

    private static DateOnly? MorningOf(Room room, Mailing mailing) =>
        mailing is { Text: Mailing.Reminder, Expires: { } end } ? room.Zone.DayOf(end.AddTicks(-1)) : null;

    /// <summary>When what leaves is on its way, and until when it can be undone.</summary>
    public static string Leaves(IReadOnlyList<MailPreview> mails)
    {
        var soon = mails.Count(mail => mail.Morning is null);
        var first = soon switch
        {
            0 => "",
            1 => "Le message part une minute après la confirmation\u00A0: jusque-là, il peut être annulé.",
            _ => "Les messages partent une minute après la confirmation\u00A0: jusque-là, ils peuvent être annulés.",
        };
        return mails.Select(mail => mail.Morning).FirstOrDefault(day => day is not null) is { } morning
            ? $"{first} Ce qui est demandé part ensuite en un seul message, avec les relances du {Core.French.FrenchDates.Day(morning)}.".TrimStart() : first;
    }

    /// <summary>The morning whose merged mail it is; null for a message of its own.</summary>
    public DateOnly? Morning { get; init; }

    /// <summary>Above an invitation.</summary>
    public string InvitationTitle => Morning is { } morning ? $"Ce qui est ouvert, en un seul message le {Core.French.FrenchDates.Day(morning)}" : "L’invitation à ce qui est ouvert";

    /// <summary>Whom it would solicit beyond the budget; null for nobody.</summary>
    public BeyondBudget? Beyond { get; init; }

    /// <summary>Those among them whom mail still reaches.</summary>
    public int Reached { get; init; }

    /// <summary>The others, and why.</summary>
    public LeftOut Withheld { get; init; } = new([]);
}
