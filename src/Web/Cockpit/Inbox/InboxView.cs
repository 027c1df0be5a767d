using Almanach.Core.Mail.Inbox;
using Almanach.Web.Cockpit.Rooms;

namespace Almanach.Web.Cockpit.Inbox;

/// <summary>What arrived: what waits first, and before it who asks to be left alone; then the rest by page, the newest first.</summary>
/// <param name="Done">What was just done: « enregistre », « classe ».</param>
public sealed record InboxView(IReadOnlyList<InboxLine> Waiting, IReadOnlyList<InboxLine> Others, int Page, int Pages, string Done, bool AreRead)
{
    private const int PerPage = 40;

    internal static async Task<InboxView> Of(Room room, int page, string done, CancellationToken stop)
    {
        var roster = await room.Office.Network.Load(stop);
        var all = (await room.Office.Inbox.All(stop)).Where(mail => mail.State != InboxState.Double).ToList();
        var others = all.Where(mail => !mail.Waits).ToList();
        var pages = Math.Max(1, (others.Count + PerPage - 1) / PerPage);
        page = Math.Clamp(page, 1, pages);
        InboxLine Line(ReceivedMail mail) => InboxLine.Of(room, mail, roster);
        return new InboxView(
            [.. all.Where(mail => mail.Waits).Reverse().OrderByDescending(mail => mail.Presses(roster)).Select(Line)], [.. others.Skip((page - 1) * PerPage).Take(PerPage).Select(Line)], page, pages, done,
            room.Office.Around.ReplyBox.Length > 0);
    }
}

/// <param name="Because">Why it waits, or what became of it.</param>
/// <param name="First">To be seen to before the others.</param>
public sealed record InboxLine(string Href, string Subject, string From, string When, string Because, bool First)
{
    internal static InboxLine Of(Room room, ReceivedMail mail, Core.Network.Roster roster) => new(
        Addresses.Received(mail.Id), Title(mail), Sender(mail, roster), Words.Capital(room.DayAt(mail.At)),
        mail.State == InboxState.Received ? "Reçu à l’instant\u00A0: il va être lu." : mail.Told(roster), mail.Presses(roster));

    private static string Title(ReceivedMail mail) => mail.Subject.Length > 0 ? mail.Subject : "(sans objet)";

    /// <summary>The person, by the name the network knows, where it is her address; otherwise as the message says.</summary>
    internal static string Sender(ReceivedMail mail, Core.Network.Roster roster) => roster.Contacts.GetValueOrDefault(mail.Contact)?.Address.Equals(mail.From, StringComparison.OrdinalIgnoreCase) == true
        ? People.Name(roster, mail.Contact)
        : mail.Name.Length > 0 ? $"{mail.Name} ({mail.From})" : mail.From.Length > 0 ? mail.From : "un expéditeur inconnu";
}
