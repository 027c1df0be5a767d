using System.Net;
using System.Text.RegularExpressions;
using Almanach.Core;
using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Texts;

/// <summary>A text as somebody of the network would read it, with the dates of the question it invites to; where there is none, with made-up ones, as lists are.</summary>
internal static partial class TextSample
{
    public const string Because = "Vous recevez ce message parce que vous représentez [organisme] auprès de la plate-forme.";

    /// <summary>The letter a source would give, under what a mailbox shows of it: its subject and its first sentence. The source was checked.</summary>
    public static async Task<LetterCopy> Of(Office office, string id, string source, CancellationToken stop)
    {
        var values = await Values(office, id, stop);
        var reader = await Reader(office, stop);
        var copy = LetterCopy.Of(await office.Letters.Draw($"apercu-{id}", source, values, Because, office.Now, stop), reader);
        var words = new Dictionary<string, string>(values) { ["plateforme"] = office.Setting.Platform.Brand.Short };
        var preheader = MailText.Parse(source).Text!.Fill(words, AddresseeMaker.PersonalSlots).Pieces!.Preheader;
        var head = Head(copy.Subject, new SlotTemplate(preheader).Fill(reader));
        return copy with { Html = BodyTag().Replace(copy.Html, match => match.Value + head, 1) };
    }

    private static string Head(string subject, string preheader) =>
        "<div id=\"boite\" style=\"padding:12px 16px;background-color:#f2f0e8;color:#1d2226;border-bottom:1px solid #dedacd;font:14px/1.5 system-ui,sans-serif;\">"
        + $"Objet\u00A0: <strong>{WebUtility.HtmlEncode(subject)}</strong><br>"
        + (preheader.Length > 0 ? $"Aperçu\u00A0: {WebUtility.HtmlEncode(preheader)}" : "Sans aperçu\u00A0: la boîte de réception montre le début du message.") + "</div>";

    [GeneratedRegex("<body[^>]*>")]
    private static partial Regex BodyTag();

    /// <summary>The coordination, with a made-up list for each word that has one.</summary>
    public static AudienceMember Member { get; } = Coordination.Member with
    {
        Lists = AddresseeMaker.PersonalSlots.Where(word => TextNames.SampleLines(word).Count > 0).ToDictionary(word => word, TextNames.SampleLines),
    };

    private const string Trial = "essai-";

    /// <summary>Whether a message was such a copy, by its key.</summary>
    public static bool IsTrial(string key) => key.StartsWith(Trial, StringComparison.Ordinal);

    /// <summary>Sends one copy to the coordinator, as the text stands.</summary>
    public static async Task Try(Office office, string id, CancellationToken stop)
    {
        var values = await Values(office, id, stop);
        // Hers has no organisation of the network, whose article the text is to be read with.
        if (await Somebody(office, stop) is { } somebody)
            (values["organisme"], values["prénom"]) = (somebody.Organisation.For, somebody.Contact.FirstName);
        var mailing = new Mailing(
            $"{Trial}{id}-{Todo.Stamp(office.Now)}".ToLowerInvariant(), id, values, AudienceShelf.Sketch([Member]),
            "Vous recevez cet essai parce que vous l’avez demandé.", new LinkTo(LinkPurpose.Person, "", office.Now), Replay.AskCoordinator, Trial: true);
        await office.MailRoom.Order(mailing, office.Now, "", stop);
    }

    private static async Task<Dictionary<string, string>> Values(Office office, string id, CancellationToken stop)
    {
        var real = await NearestAsk.Values(office, id, stop);
        return TextCatalogue.Of(id, office.Setting.Platform).Allowed.Except(AddresseeMaker.PersonalSlots)
            .ToDictionary(word => word, word => real.GetValueOrDefault(word) ?? TextNames.Sample(office.Setting, word, office.Now));
    }

    /// <summary>The first person of the network; null while there is nobody.</summary>
    private static async Task<(Contact Contact, Organisation Organisation)?> Somebody(Office office, CancellationToken stop)
    {
        var roster = await office.Network.Load(stop);
        return roster.Active.FirstOrDefault() is { } contact ? (contact, roster.OrganisationOf(contact.Id)!) : null;
    }

    /// <summary>The first référent of the network, else the coordination; lists and links are made up.</summary>
    private static async Task<Addressee> Reader(Office office, CancellationToken stop)
    {
        var like = office.Addressees.Coordination(Member);
        var slots = new Dictionary<string, SlotValue>(like.Slots);
        var somebody = await Somebody(office, stop);
        if (somebody is var (contact, organisation))
        {
            slots["organisme"] = new SlotValue.Text(organisation.For);
            slots["prénom"] = new SlotValue.Text(contact.FirstName);
        }
        return new Addressee(somebody?.Contact.Id ?? Coordination.Id, like.Mailbox, slots);
    }
}
