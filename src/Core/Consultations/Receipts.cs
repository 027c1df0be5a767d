using Almanach.Core.Consultations.Secret;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Themes;

namespace Almanach.Core.Consultations;

/// <summary>The receipt of an answer: all that was recorded, with the link to change it. One for each revision.</summary>
public sealed class Receipts(Setting setting, NetworkDesk network, ThemeDesk themes, AudienceShelf audiences)
{
    public async Task<IReadOnlyList<Effect>> Of(AnswerTaken taken, AnswerCommand command, CancellationToken stop = default)
    {
        var roster = await network.Load(stop);
        if (Reader(roster, command) is not { } reader)
            return [];

        var (consultation, answer) = taken;
        var lines = AnswerWords.Lines(consultation, answer, setting.Platform, await themes.Load(consultation.Year, stop));
        if (answer.Late)
            lines = [.. lines, "Réponse notée comme tardive"];
        var audience = await audiences.Freeze(
            [new AudienceMember(reader.Id, reader.Organisation, new Dictionary<string, IReadOnlyList<string>> { ["réponse"] = lines })], stop);
        var key = $"receipt-{consultation.Id}-{answer.Unit}-{answer.Revision}";
        var mailing = new Mailing(
            key, "accuse", ConsultationDesk.Values(consultation, setting.Zone), audience,
            "Vous recevez cet accusé de réception parce qu’une réponse vient d’être enregistrée pour [organisme].",
            ConsultationDesk.Link(consultation), Replay.SendAgain);
        return [new Effect.SendMailing(mailing, key, answer.At, consultation.Step)];
    }

    /// <summary>The receipt of a secret ballot says that it was taken, and neither what it says nor its code.</summary>
    public async Task<IReadOnlyList<Effect>> OfSecret(Consultation consultation, SecretCommand command, CancellationToken stop = default)
    {
        if ((await network.Load(stop)).Contacts.GetValueOrDefault(command.By) is not { } reader)
            return [];
        var audience = await audiences.Freeze([new AudienceMember(reader.Id, reader.Organisation, new Dictionary<string, IReadOnlyList<string>>())], stop);
        var key = $"receipt-{consultation.Id}-{command.Unit}";
        var mailing = new Mailing(
            key, Platforms.TextCatalogue.SecretReceipt, ConsultationDesk.Values(consultation, setting.Zone), audience,
            "Vous recevez cet accusé de réception parce qu’un bulletin vient d’être enregistré pour [organisme].",
            ConsultationDesk.Link(consultation), Replay.SendAgain);
        return [new Effect.SendMailing(mailing, key, command.Now, consultation.Step)];
    }

    /// <summary>Who answered; for an answer by phone, the organisation's référent.</summary>
    private static Contact? Reader(Roster roster, AnswerCommand command) =>
        roster.Contacts.GetValueOrDefault(command.By)
        ?? roster.Contacts.GetValueOrDefault(command.Unit)
        ?? roster.Active.FirstOrDefault(contact => contact.Organisation == command.Organisation && contact.Is(RoleKind.Referent));
}
