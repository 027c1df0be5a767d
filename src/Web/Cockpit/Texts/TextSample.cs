using Almanach.Core;
using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Texts;

/// <summary>A text as somebody of the network would read it, with made-up dates and lists.</summary>
internal static class TextSample
{
    public const string Because = "Vous recevez ce message parce que vous représentez [organisme] auprès de la plate-forme.";

    /// <summary>The letter a source would give. The source was checked.</summary>
    public static async Task<LetterCopy> Of(Office office, string id, string source, CancellationToken stop)
    {
        var letter = await office.Letters.Draw($"apercu-{id}", source, Values(office, id), Because, office.Now, stop);
        return LetterCopy.Of(letter, await Reader(office, stop));
    }

    /// <summary>The coordination, with a made-up list for each word that has one.</summary>
    public static AudienceMember Member { get; } = Coordination.Member with
    {
        Lists = AddresseeMaker.PersonalSlots.Where(word => TextNames.SampleLines(word).Count > 0).ToDictionary(word => word, TextNames.SampleLines),
    };

    /// <summary>Sends one copy to the coordinator, as the text stands.</summary>
    public static Task Try(Office office, string id, CancellationToken stop)
    {
        var mailing = new Mailing(
            $"essai-{id}-{Todo.Stamp(office.Now)}".ToLowerInvariant(), id, Values(office, id), AudienceShelf.Sketch([Member]),
            "Vous recevez cet essai parce que vous l’avez demandé.", new LinkTo(LinkPurpose.Person, "", office.Now), Replay.AskCoordinator);
        return office.MailRoom.Order(mailing, office.Now, "", stop);
    }

    public static Dictionary<string, string> Values(Office office, string id) =>
        (TextCatalogue.Find(id) ?? TextCatalogue.Invitation).Allowed.Except(AddresseeMaker.PersonalSlots)
            .ToDictionary(word => word, word => TextNames.Sample(office.Setting, word, office.Now));

    /// <summary>The first référent of the network, else the coordination; lists and links are made up.</summary>
    private static async Task<Addressee> Reader(Office office, CancellationToken stop)
    {
        var roster = await office.Network.Load(stop);
        var contact = roster.Active.FirstOrDefault();
        var like = office.Addressees.Coordination(Member);
        var slots = new Dictionary<string, SlotValue>(like.Slots);
        if (contact is not null)
        {
            slots["organisme"] = new SlotValue.Text(roster.OrganisationOf(contact.Id)!.For);
            slots["prénom"] = new SlotValue.Text(contact.FirstName);
        }
        return new Addressee(contact?.Id ?? Coordination.Id, like.Mailbox, slots);
    }
}
