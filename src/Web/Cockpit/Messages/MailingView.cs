using Almanach.Core;
using Almanach.Core.Mail;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>A message that would leave: its words, and exactly to whom.</summary>
/// <param name="As">Whose copy is shown.</param>
/// <param name="LetterHref">The page of that copy, for a frame.</param>
/// <param name="TextHref">Where its words are changed.</param>
public sealed record MailingView(string Subject, int Count, IReadOnlyList<string> Names, string As, string LetterHref, string Text, string TextHref)
{
    /// <param name="letterHref">Address of the letter's page.</param>
    internal static async Task<MailingView> Of(Office office, Mailing mailing, string letterHref, CancellationToken stop)
    {
        var roster = await office.Network.Load(stop);
        var members = await office.MailRoom.Members(mailing, stop);
        var copy = await LetterPreview.Of(office, mailing, members[0], stop);
        return new MailingView(
            copy.Subject, members.Count, [.. members.Select(member => People.Name(roster, member.Contact))], People.Name(roster, members[0].Contact),
            letterHref, copy.Text, Addresses.Text(mailing.Text));
    }
}
