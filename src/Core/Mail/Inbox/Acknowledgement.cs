using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Inbox;

/// <summary>
/// The word back to somebody of the network whose reply a person must read: it has arrived, nothing of it counts yet, and
/// where she can see to it herself. One a day and person, so that two programs never answer each other. Pure.
/// </summary>
internal static class Acknowledgement
{
    /// <summary>Of one's own page: where one chooses what one receives.</summary>
    private const string Choices = "messages/";

    private const string Answers = "La coordination vous répondra. ";

    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(90);

    /// <summary>Nothing where the platform has no words for it.</summary>
    /// <param name="received">It waits.</param>
    /// <param name="asked">What it seems to answer, where this is known and asked of her.</param>
    public static IReadOnlyList<Effect> Of(ReceivedMail received, Contact sender, Consultation? asked, Setting setting)
    {
        var text = received.Objects ? TextCatalogue.ObjectionRead : TextCatalogue.ReplyWaits;
        if (!setting.Folder.Texts.ContainsKey(text))
            return [];
        var day = setting.Zone.DayOf(received.At);
        Dictionary<string, string> values = new() { ["jour"] = FrenchDates.Day(day) };
        if (!received.Objects)
            values["suite"] = $"{(Doubts.Asks(received.Text) ? Answers : "")}{Next(asked, received.At, setting.Zone)}";
        var mailing = new Mailing(
            $"received-{sender.Id}-{day:yyyy-MM-dd}", text, values,
            AudienceShelf.Sketch([new AudienceMember(sender.Id, sender.Organisation, new Dictionary<string, IReadOnlyList<string>>())]),
            "Vous recevez ce message parce que vous avez écrit à la plate-forme.",
            new LinkTo(LinkPurpose.Person, received.Objects ? Choices : "", received.At + LinkLasts), Replay.SendAgain);
        return [new Effect.SendMailing(mailing, mailing.Key, received.At, "")];
    }

    private static string Next(Consultation? asked, DateTimeOffset at, Calendar.PlatformZone zone) => asked switch
    {
        null => "Votre page montre ce qui vous est demandé en ce moment, et ce que nous avons noté de vous.",
        _ when !asked.TakesAnswersAt(at) => $"La consultation «\u00A0{asked.Template.Title}\u00A0» est close\u00A0: la coordination vous dira ce qui peut encore être pris en compte.",
        _ when asked.Template.IsSecret() => $"Le vote «\u00A0{asked.Template.Title}\u00A0» est secret\u00A0: il ne se fait que sur sa page, et votre courriel ne peut pas y compter.",
        _ => $"Si vous vouliez répondre à «\u00A0{asked.Template.Title}\u00A0», le plus sûr est de le faire sur votre page{(ConsultationDesk.Values(asked, zone)["clôture"] is { Length: > 0 } until ? $", jusqu’au {until}" : "")}.",
    };
}
