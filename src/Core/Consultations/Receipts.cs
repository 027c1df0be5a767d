using Almanach.Core.Access;
using Almanach.Core.Consultations.Secret;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Core.Consultations;

/// <summary>
/// The receipt of an answer: all that was recorded, with the link to change it. One for each revision; an answer that is given
/// piece by piece (a producer's entries) has one for all, once nothing was changed for a while.
/// </summary>
public sealed class Receipts(Setting setting, NetworkDesk network, ThemeDesk themes, AudienceShelf audiences)
{
    /// <summary>For how long nothing must have changed.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<Effect>> Of(AnswerTaken taken, CancellationToken stop = default)
    {
        var (consultation, answer) = taken;
        // What was found in a file goes with its receipt: it leaves once that is known.
        if (consultation.Template.AsksDeliveries())
            return [];
        if (consultation.Template.AsksProducers() && answer.Channel == Channel.Page)
            return [new Effect.Acknowledge(consultation.Id, answer.Unit, answer.Revision, $"acknowledge-{consultation.Id}-{answer.Unit}-{answer.Revision}", answer.At + Quiet, consultation.Step)];
        return await Of(consultation, answer, answer.At, stop) is { } receipt ? [receipt] : [];
    }

    /// <summary>Null where nobody is left to read it.</summary>
    public async Task<Effect.SendMailing?> Of(Consultation consultation, Answer answer, DateTimeOffset due, CancellationToken stop = default)
    {
        var roster = await network.Load(stop);
        if (Reader(roster, answer.By, answer.Unit) is not { } reader)
            return null;

        var lines = AnswerWords.Lines(consultation, answer, setting.Platform, await themes.Load(consultation.Year, stop), id => roster.Organisations.GetValueOrDefault(id)?.Name, Origin(answer, roster));
        if (answer.Late)
            lines = [.. lines, "Réponse notée comme tardive"];
        var audience = await audiences.Freeze(
            [new AudienceMember(reader.Id, reader.Organisation, new Dictionary<string, IReadOnlyList<string>> { ["réponse"] = lines })], stop);
        var key = $"receipt-{consultation.Id}-{answer.Unit}-{answer.Revision}";
        var mailing = new Mailing(
            key, IsOfHerMail(answer, reader) ? TextCatalogue.MailReceipt : "accuse", ConsultationDesk.Values(consultation, setting.Zone), audience,
            "Vous recevez cet accusé de réception parce qu’une réponse vient d’être enregistrée pour [organisme].",
            ConsultationDesk.Link(consultation), Replay.SendAgain);
        return new Effect.SendMailing(mailing, key, due, consultation.Step);
    }

    /// <summary>The receipt of one delivered file, with what was found in it; null where nobody is left to read it. A platform without its text writes that of any answer.</summary>
    public Task<Effect.SendMailing?> OfFile(FileNews news, string key, DateTimeOffset due, CancellationToken stop = default) =>
        Of(news, setting.Folder.Texts.ContainsKey(TextCatalogue.FileReceipt) ? TextCatalogue.FileReceipt : "accuse",
            "Vous recevez cet accusé de réception parce qu’un fichier vient d’être reçu pour [organisme].", key, due, stop);

    /// <summary>What became of a delivered file, to whoever gave it; null where nobody is left to read it, or the platform has no such text.</summary>
    /// <param name="text">Name of the text.</param>
    /// <param name="why">Why this message comes.</param>
    public async Task<Effect.SendMailing?> Of(FileNews news, string text, string why, string key, DateTimeOffset due, CancellationToken stop = default)
    {
        var (consultation, unit, by, lines) = (news.Consultation, news.Unit, news.By, news.Lines);
        if (!setting.Folder.Texts.ContainsKey(text) || Reader(await network.Load(stop), by, unit) is not { } reader)
            return null;
        var values = ConsultationDesk.Values(consultation, setting.Zone);
        (values["fichier"], values["constat"]) = (news.File, news.Found);
        var audience = await audiences.Freeze(
            [new AudienceMember(reader.Id, reader.Organisation, new Dictionary<string, IReadOnlyList<string>> { ["réponse"] = lines })], stop);
        return new Effect.SendMailing(new Mailing(
            key, text, values, audience, why,
            ConsultationDesk.Link(consultation) with { Page = $"depots/{news.Delivery}" }, Replay.SendAgain), key, due, consultation.Step);
    }

    /// <summary>Read by a program or noted by the coordinator, it is what she wrote that is given back to her.</summary>
    private static bool IsOfHerMail(Answer answer, Contact reader) => answer.Channel == Channel.Reply || answer.Channel == Channel.Mail && answer.By == reader.Id;

    /// <summary>A mail adds to what colleagues proposed: which are new, and of whom the others are. Null where all are of the person who wrote.</summary>
    private static Func<ProposalDraft, string>? Origin(Answer answer, Roster roster)
    {
        var others = answer.Values.Values.OfType<AnswerValue.Proposals>().SelectMany(value => value.Items).Any(item => item.By != answer.By);
        return answer.Channel == Channel.Reply && others ? Said : null;

        string Said(ProposalDraft item) => item switch
        {
            _ when item.By == Coordination.Id => "Déjà notée par la coordination",
            _ when item.By != answer.By => $"Déjà proposée par {(roster.Contacts.GetValueOrDefault(item.By)?.Name is { Length: > 0 } name ? name : "une autre personne de votre organisme")}",
            _ when item.At == answer.At => "Nouvelle proposition",
            _ => "Déjà proposée par vous",
        };
    }

    /// <summary>
    /// The receipts of secret ballots say that they were taken, and neither what they say nor their codes. A receipt tells that
    /// its unit has voted: those of the first ballots leave together, once that may be told.
    /// </summary>
    public async Task<IReadOnlyList<Effect>> OfSecret(SecretTaken taken, SecretCommand command, CancellationToken stop = default)
    {
        if (!taken.First || !taken.Vote.TellsWho)
            return [];
        var roster = await network.Load(stop);
        List<Effect> effects = [];
        foreach (var unit in taken.Vote.Roll.Units.Count == SecretVote.Fewest ? taken.Vote.Roll.Units : [command.Unit])
            if (Reader(roster, unit == command.Unit ? command.By : "", unit) is { } reader)
                effects.Add(await OfSecret(taken.Consultation, unit, reader, command.Now, stop));
        return effects;
    }

    private async Task<Effect> OfSecret(Consultation consultation, string unit, Contact reader, DateTimeOffset now, CancellationToken stop)
    {
        var audience = await audiences.Freeze([new AudienceMember(reader.Id, reader.Organisation, new Dictionary<string, IReadOnlyList<string>>())], stop);
        var key = $"receipt-{consultation.Id}-{unit}";
        var mailing = new Mailing(
            key, TextCatalogue.SecretReceipt, ConsultationDesk.Values(consultation, setting.Zone), audience,
            "Vous recevez cet accusé de réception parce qu’un bulletin vient d’être enregistré pour [organisme].",
            ConsultationDesk.Link(consultation), Replay.SendAgain);
        return new Effect.SendMailing(mailing, key, now, consultation.Step);
    }

    /// <summary>Who answered, by a mail that the coordinator noted, too; for an answer by phone, the organisation's référent.</summary>
    private static Contact? Reader(Roster roster, string by, string unit) =>
        roster.Contacts.GetValueOrDefault(by)
        ?? roster.Contacts.GetValueOrDefault(unit)
        ?? roster.Active.FirstOrDefault(contact => contact.Organisation == unit && contact.Is(RoleKind.Referent));
}
