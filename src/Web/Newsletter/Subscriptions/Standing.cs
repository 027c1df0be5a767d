using Almanach.Core;
using Almanach.Core.Links;
using Almanach.Core.Network;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Platforms;

namespace Almanach.Web.Newsletter.Subscriptions;

/// <summary>How whoever holds an unsubscription link stands with its list. Reads only.</summary>
/// <param name="Newsletter">Null where the platform has it no longer.</param>
/// <param name="Receives">Whether the next edition would reach her.</param>
/// <param name="MayReturn">Whether one POST puts her back: a member of the network, by a link that still opens.</param>
/// <param name="Member">Null for somebody outside the network, or who left it.</param>
public sealed record Standing(NewsletterSetting? Newsletter, bool Receives, bool MayReturn, bool Outside, Contact? Member)
{
    internal static async Task<Standing> Of(Office office, PersonalLink link, CancellationToken stop)
    {
        var newsletter = office.Setting.Platform.Newsletters.FirstOrDefault(letter => letter.Id == link.Subject);
        if (Subscriber.Read(link.Contact) is { } outside)
            return new Standing(newsletter, (await office.Subscribers.Of(outside.Id, stop)).Any(held => held.Newsletter.Id == link.Subject), false, true, null);
        var member = (await office.Network.Load(stop)).Active.FirstOrDefault(contact => contact.Id == link.Contact);
        return new Standing(newsletter, member?.Receives(link.Subject) == true,
            newsletter is not null && member is { Suppressed: false } && !member.Receives(link.Subject) && link.Generation == member.Generation && link.Expires > office.Now, false, member);
    }
}
