using Almanach.Core;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>A letter as one person reads it.</summary>
internal static class LetterPreview
{
    /// <summary>Before it leaves: composed now, for one of its audience.</summary>
    public static async Task<LetterCopy> Of(Office office, Mailing mailing, AudienceMember member, CancellationToken stop) =>
        await Of(office, mailing, member, await office.Guests.Among([member], stop), stop);

    /// <inheritdoc cref="Of(Office, Mailing, AudienceMember, CancellationToken)"/>
    /// <param name="roster">Where that person is found: for those an import would add, not the network as it is.</param>
    public static async Task<LetterCopy> Of(Office office, Mailing mailing, AudienceMember member, Roster roster, CancellationToken stop)
    {
        var state = new MailingState(mailing, "", office.Now, await office.Letters.Compose(mailing, office.Now, stop), 1, 1);
        return Of(office, state, member, roster, links: false);
    }

    /// <summary>Once it has left: the very letter, its slots filled as they were.</summary>
    /// <param name="links">The personal links work; otherwise they lead to the public page, so that nobody answers for another by mistake.</param>
    public static async Task<LetterCopy> Of(Office office, MailingState state, AudienceMember member, bool links, CancellationToken stop) =>
        Of(office, state, member, await office.Guests.Among([member], stop), links);

    private static LetterCopy Of(Office office, MailingState state, AudienceMember member, Roster roster, bool links)
    {
        var copy = LetterCopy.Of(state.Letter, office.Addressees.Of(state, member, roster));
        return links ? copy : copy with { Html = office.Links.Inert(copy.Html), Text = office.Links.Inert(copy.Text) };
    }
}
