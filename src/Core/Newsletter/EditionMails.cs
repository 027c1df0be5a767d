using Almanach.Core.Calendar;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;

namespace Almanach.Core.Newsletter;

/// <summary>The messages around an edition: the letter itself, its proof, and what the coordinator is told of its departure. Pure.</summary>
internal static class EditionMails
{
    /// <summary>A newsletter is worth reading for so long after its day; a copy whose turn comes later does not leave.</summary>
    private const int ReadableDays = 14;

    public static Mailing Letter(EditionInPlan one, EditionContent content, Audience audience, PlatformZone zone, DateTimeOffset now) => new(
        Edition.MailOf(one.Edition.Id), EditionLetter.Text, Titled(one.Edition.Title), audience,
        "Vous recevez cette lettre comme membre du réseau de la plate-forme, ou parce que vous l’avez demandée.",
        new LinkTo(LinkPurpose.Person, "", now.AddDays(400)), Replay.AskCoordinator, Expires: zone.EndOf(zone.DayOf(now).AddDays(ReadableDays)),
        Edition: EditionLetter.Of(content), List: one.Letter.Id);

    /// <summary>The edition as it would leave now, to the coordinator alone.</summary>
    /// <param name="mailsAt">When the proof leaves, UTC: of no use once the edition itself has.</param>
    public static Mailing Proof(string key, EditionInPlan one, EditionContent content, Audience coordinator, PlatformZone zone, DateTimeOffset now, DateTimeOffset mailsAt) => new(
        key, EditionLetter.Text, Titled($"Épreuve\u00A0: {one.Edition.Title}"), coordinator,
        $"Ceci est l’épreuve de la lettre\u00A0: elle part {FrenchDates.DayAt(zone.LocalOf(one.Step.Starts))} avec les articles approuvés d’ici là.",
        new LinkTo(LinkPurpose.Person, "", now.AddDays(90)), Replay.SendAgain,
        Expires: one.Step.Starts > mailsAt ? one.Step.Starts : null, Edition: EditionLetter.Of(content));

    private static Dictionary<string, string> Titled(string title) => new() { ["titre"] = title };

    /// <summary>What left, or why nothing did, and what waits.</summary>
    /// <param name="text">Of the platform's folder.</param>
    /// <param name="late">Whether its day was missed.</param>
    public static Effect.SendMailing Told(EditionInPlan one, string text, Departure departure, Effect.SendEdition effect, bool late)
    {
        var waiting = departure.Left.Select(article => $"« {article.Title} »{Because(article)}").ToList();
        var member = Access.Coordination.Member with { Lists = new Dictionary<string, IReadOnlyList<string>> { ["propositions"] = waiting.Count > 0 ? waiting : ["Aucun article n’attend."] } };
        var mailing = new Mailing(
            $"{text}-{one.Edition.Id}-{Todo.Stamp(effect.Due)}", text, new Dictionary<string, string>
            {
                ["titre"] = one.Edition.Title,
                ["année"] = $"{one.Edition.Year}",
                ["suite"] = late ? "Le service était arrêté le jour de l’envoi, et plus d’une semaine a passé." : departure.Articles.Count > 0
                    ? Numbers.Count(departure.Articles.Count, "article est parti", "articles sont partis") + "." : "Aucun article n’était approuvé.",
            },
            new Audience([member], "", AudienceShelf.HashOf([member]), 1), "Vous recevez ce message parce que vous coordonnez la plate-forme.",
            new LinkTo(LinkPurpose.Person, "", effect.Due.AddDays(90)), Replay.SendAgain);
        return new Effect.SendMailing(mailing, mailing.Key, effect.MailsAt ?? effect.Due, effect.Step);
    }

    private static string Because(Article article) => article.Reason.Length > 0 ? $"\u00A0: {article.Reason}" : "";
}
