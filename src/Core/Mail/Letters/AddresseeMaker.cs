using Almanach.Core.French;
using Almanach.Core.Links;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Letters;

/// <summary>Fills what only one person's copy says: name of the organisation, personal links, own lists.</summary>
public sealed class AddresseeMaker(LinkMaker links, ReplyAddresses replies, Platform platform)
{
    /// <summary>Slots that every text may use, whoever it goes to.</summary>
    public static readonly IReadOnlySet<string> PersonalSlots =
        new HashSet<string> { "organisme", "prénom", "lien", "ma page", "demandes", "rappel", "réponse", "livraisons", "échéance", "alertes", "propositions", "contributions", "ordre du jour", "fiches" };

    public Addressee Of(MailingState state, AudienceMember member, Roster roster)
    {
        if (member.Contact == Access.Coordination.Id)
            return Coordination(member);
        var contact = roster.Contacts[member.Contact];
        var organisation = roster.Organisations[contact.Organisation];
        // A list this message has nothing to say of is empty: no text may keep a message from leaving.
        var slots = PersonalSlots.ToDictionary(slot => slot, _ => (SlotValue)new SlotValue.Lines([]));
        slots["organisme"] = new SlotValue.Text(organisation.For);
        slots["prénom"] = new SlotValue.Text(contact.FirstName);
        slots["lien"] = new SlotValue.Text(links.Address(member.Link ?? state.Mailing.Link, contact));
        slots["ma page"] = new SlotValue.Text(OwnPage(state, member, contact));
        if (state.Mailing.List is { } list)
            ListLetters.Fill(slots, list, contact, state.Due, links);
        Fill(slots, member);
        return new Addressee(contact.Id, new Mailbox(contact.Name, contact.Address), slots, state.Mailing.IsAsk() ? replies.Token(member.Link ?? state.Mailing.Link, contact) : "");
    }

    /// <summary>Who registered to a meeting, or subscribes from outside, has no page of her own but that of what she asked for.</summary>
    private string OwnPage(MailingState state, AudienceMember member, Contact contact) =>
        Subscriber.Read(contact.Id) is not null ? links.Subscription(contact, state.Due)
        : state.Mailing.Link.Purpose == LinkPurpose.Registration ? links.Address(member.Link ?? state.Mailing.Link, contact)
        : links.OwnPage(contact, state.Due);

    /// <summary>The coordinator reads for the platform, and every link leads her to the cockpit.</summary>
    public Addressee Coordination(AudienceMember member)
    {
        var slots = PersonalSlots.ToDictionary(slot => slot, _ => (SlotValue)new SlotValue.Lines([]));
        slots["organisme"] = new SlotValue.Text(platform.Brand.Short);
        slots["lien"] = slots["ma page"] = new SlotValue.Text($"{links.Root}/cockpit");
        // She is on no list, and has nothing to leave.
        slots[ListLetters.Leave] = slots[ListLetters.Choose] = slots["lien"];
        Fill(slots, member);
        return new Addressee(Access.Coordination.Id, new Mailbox(platform.Coordinator.Name, platform.Coordinator.Address), slots);
    }

    private static void Fill(Dictionary<string, SlotValue> slots, AudienceMember member)
    {
        foreach (var (slot, lines) in member.Lists)
            slots[slot] = new SlotValue.Lines([.. lines.Select(line => Typography.Text(line, Flavour.Mail))]);
    }
}
