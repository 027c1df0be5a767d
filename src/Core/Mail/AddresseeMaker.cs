using Almanach.Core.French;
using Almanach.Core.Links;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail;

/// <summary>Fills what only one person's copy says: name of the organisation, personal links, own lists.</summary>
public sealed class AddresseeMaker(LinkMaker links, ReplyAddresses replies, Platform platform)
{
    /// <summary>Slots that every text may use, whoever it goes to.</summary>
    public static readonly IReadOnlySet<string> PersonalSlots =
        new HashSet<string> { "organisme", "prénom", "lien", "ma page", "demandes", "rappel", "réponse", "propositions", "ordre du jour" };

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
        // Who registered to a meeting has no page of her own but that of her registration.
        slots["ma page"] = state.Mailing.Link.Purpose == LinkPurpose.Registration ? slots["lien"] : new SlotValue.Text(links.OwnPage(contact, state.Due));
        Fill(slots, member);
        return new Addressee(contact.Id, new Mailbox(contact.Name, contact.Address), slots, state.Mailing.IsAsk() ? replies.Token(member.Link ?? state.Mailing.Link, contact) : "");
    }

    /// <summary>The coordinator reads for the platform, and every link leads her to the cockpit.</summary>
    public Addressee Coordination(AudienceMember member)
    {
        var slots = PersonalSlots.ToDictionary(slot => slot, _ => (SlotValue)new SlotValue.Lines([]));
        slots["organisme"] = new SlotValue.Text(platform.Brand.Short);
        slots["lien"] = slots["ma page"] = new SlotValue.Text($"{links.Root}/cockpit");
        Fill(slots, member);
        return new Addressee(Access.Coordination.Id, new Mailbox(platform.Coordinator.Name, platform.Coordinator.Address), slots);
    }

    private static void Fill(Dictionary<string, SlotValue> slots, AudienceMember member)
    {
        foreach (var (slot, lines) in member.Lists)
            slots[slot] = new SlotValue.Lines([.. lines.Select(line => Typography.Text(line, Flavour.Mail))]);
    }
}
