using Almanach.Core;
using Almanach.Core.Mail;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>A message that would leave: its words, and exactly to whom.</summary>
/// <param name="Count">How many copies will leave.</param>
/// <param name="Apart">People of the audience whom it does not reach.</param>
/// <param name="As">Whose copy is shown.</param>
/// <param name="LetterHref">The page of that copy, for a frame.</param>
/// <param name="TextHref">Where its words are changed.</param>
/// <param name="Beyond">Whom it would solicit beyond the budget; null for nobody.</param>
public sealed record MailingView(string Subject, int Count, IReadOnlyList<string> Names, LeftOut Apart, string As, string LetterHref, string Text, string TextHref, BeyondBudget? Beyond)
{
    /// <param name="letterHref">Address of the letter's page.</param>
    /// <param name="at">When it would leave, UTC.</param>
    internal static async Task<MailingView> Of(Office office, Mailing mailing, string letterHref, DateTimeOffset at, CancellationToken stop)
    {
        var members = await office.MailRoom.Members(mailing, stop);
        var roster = await office.Guests.Among(members, stop);
        var copy = await LetterPreview.Of(office, mailing, members[0], stop);
        var known = await office.Suppressions.Load(stop);
        var reached = members.Where(member => People.Reached(roster, known, mailing, member.Contact)).ToList();
        return new MailingView(
            copy.Subject, reached.Count, [.. reached.Select(member => People.Name(roster, member.Contact))],
            LeftOut.Of(roster, known, members.Select(member => member.Contact).Distinct(), mailing.List, mailing.Requested), People.Name(roster, members[0].Contact),
            letterHref, copy.Text, Addresses.Text(mailing.Text), await BeyondBudget.Of(office, mailing, members, roster, at, stop));
    }
}
