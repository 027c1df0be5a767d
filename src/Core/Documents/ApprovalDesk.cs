using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Documents;

/// <summary>Has minutes approved by the members of their body: asks them, hears the silence, publishes.</summary>
public sealed class ApprovalDesk(Ledger ledger, Setting setting, IFiles files, IRender render, IWordWriter word, AudienceShelf audiences, NetworkDesk network, ConsultationDesk consultations, DocumentDesk documents, MailRoom mailRoom)
{
    /// <summary>The text that announces approved minutes.</summary>
    public const string Text = "compte-rendu-approuve";

    /// <summary>Opens the question about a version that was just drawn, and closes the one about the version before; nothing where another one was drawn since.</summary>
    public async Task Ask(Effect.AskApproval effect, CancellationToken stop = default)
    {
        if (await documents.Find(effect.Document, stop) is not { Approval: { At: null } approval, Body: { } body } document || approval.Consultation != effect.Consultation)
            return;
        foreach (var former in MinutesApproval.Former(document))
            await consultations.Close(new Effect.CloseConsultation(former, $"close-{former}-again", effect.Due, effect.Step), stop);
        await consultations.Open(MinutesApproval.Asked(document, approval, body, effect.Step, await documents.WasSent(document, stop)),
            [new Effect.SettleMinutes(document.Id, approval.Consultation, $"settle-{approval.Consultation}", approval.Until, effect.Step)], effect.MailsAt ?? effect.Due, effect.Due, stop);
    }

    /// <summary>
    /// The time is over: without a correction asked for, what was sent is approved as it stands; otherwise it waits for the
    /// coordinator. So does what was not sent, or so late that the members did not have their time.
    /// </summary>
    public async Task Settle(Effect.SettleMinutes effect, CancellationToken stop = default)
    {
        if (await documents.Find(effect.Document, stop) is not { Approval: { } approval } draft
            || !MinutesApproval.HadTheirTime(approval, await mailRoom.Left($"invite-{effect.Consultation}", stop), setting.Platform.BodyOf(draft.Body)?.ApprovalDays ?? 0, setting.Zone))
            return;
        if (MinutesApproval.Corrections(await consultations.Answers(effect.Consultation, stop)).Count > 0)
            return;
        await Publish(effect.Document, effect.Consultation, effect, Morning(effect.Due), document => Sent(document, stop), false, stop);
    }

    /// <summary>The delay ends at midnight; nobody is written to before the hour of the reminders.</summary>
    private DateTimeOffset Morning(DateTimeOffset due)
    {
        var morning = setting.Zone.At(setting.Zone.DayOf(due), setting.Platform.Mail.RemindersAt);
        return morning > due ? morning : due;
    }

    /// <summary>When minutes drawn up at an instant would be announced as approved, were nobody to ask for a correction; null for a document that nobody approves.</summary>
    public DateTimeOffset? Announces(StepWork.Publish publish, DateTimeOffset at) =>
        publish.Document == DocumentKind.CompteRendu && setting.Platform.BodyOf(publish.Body) is { ApprovalDays: > 0 and var days } ? Morning(MinutesApproval.Until(at, days, setting.Zone)) : null;

    /// <summary>What silence would announce of the minutes that are with their members now. Writes nothing.</summary>
    public async Task<IReadOnlyList<(DateTimeOffset At, Mailing Mailing)>> Ahead(DateTimeOffset now, CancellationToken stop = default)
    {
        List<(DateTimeOffset At, Mailing Mailing)> ahead = [];
        foreach (var document in await documents.All(stop))
            if (document is { IsDraft: true, Approval: { } approval } && approval.Until > now && !await mailRoom.WasUndone($"invite-{approval.Consultation}", stop)
                && MinutesApproval.Corrections(await consultations.Answers(approval.Consultation, stop)).Count == 0)
                ahead.Add((Morning(approval.Until), await Foresee(document, now, stop)));
        return ahead;
    }

    /// <summary>The coordinator publishes, with what she made of the corrections.</summary>
    public async Task Approve(Effect.ApproveMinutes effect, CancellationToken stop = default)
    {
        var after = MinutesApproval.Corrections(await consultations.Answers(effect.Consultation, stop)).Count > 0;
        await Publish(effect.Document, effect.Consultation, effect, effect.MailsAt ?? effect.Due,
            async document => after ? await documents.Compose(document.Kind, document.Year, effect.Due, document.Meeting, stop) : await Sent(document, stop), after, stop);
        // Nobody asks for a correction any more of what is published.
        await consultations.Close(new Effect.CloseConsultation(effect.Consultation, $"close-{effect.Key}", effect.Due, effect.Step), stop);
    }

    /// <summary>Orders the publication; refused while members may still ask for a correction.</summary>
    /// <param name="seen">Hash of those shown; null when it does not matter.</param>
    public async Task<Refusal?> Order(string id, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await documents.Find(id, stop) is not { Approval: { } approval } document)
            return Refusal.Because(Why.Unknown, "Ce document n’est pas soumis à approbation.");
        if (approval.At is not null)
            return null;
        var asked = await consultations.Find(approval.Consultation, stop);
        if (!MinutesApproval.MayPublish(approval, asked?.Asked ?? 1, asked?.Answered ?? 0, now))
            return Refusal.Because(Why.NotNow, "Des membres peuvent encore demander une correction\u00A0: le compte-rendu se publie à la fin du délai, ou quand tous ont répondu. Vous pouvez envoyer une nouvelle version.");
        if (seen is not null && AudienceShelf.HashOf(await Readers(document, stop)) != seen)
            return AudienceShelf.Changed;
        return await ledger.Write(new Draft.Write(PublishedDocument.Partition, [],
        [
            new Effect.ApproveMinutes(id, approval.Consultation, $"approve-{approval.Consultation}", now, asked?.Step ?? "", now.AddSeconds(setting.Platform.Mail.GraceSeconds)),
            new Effect.Note(actor, $"compte-rendu approuvé {document.Year}", $"note-approve-{approval.Consultation}", now, asked?.Step ?? ""),
        ]), stop);
    }

    /// <summary>The message that would announce it, and to whom. Writes nothing.</summary>
    public async Task<Mailing> Foresee(PublishedDocument document, DateTimeOffset now, CancellationToken stop = default) =>
        Announcement(Next(document, now, ""), now, AudienceShelf.Sketch(await Readers(document, stop)));

    private Task<Refusal?> Publish(
        string id, string consultation, Effect effect, DateTimeOffset mailsAt, Func<PublishedDocument, Task<Document>> text, bool after, CancellationToken stop) => ledger.Carry(async () =>
    {
        if (await ledger.Find<PublishedDocument>(PublishedDocument.Partition, id, stop) is not { Value: { Approval: { At: null } approval } draft } held || approval.Consultation != consultation)
            return new Draft.Nothing();
        var document = MinutesApproval.Approved(await text(draft), effect.Due, after, setting.Zone);
        var published = Next(draft, effect.Due, effect.Key);
        await files.Write(published.HtmlPath, await render.Page(document, stop), stop);
        await files.Write(published.WordPath, word.Write(document), stop);
        var mailing = Announcement(published, effect.Due, await audiences.Freeze(await Readers(draft, stop), stop));
        return new Draft.Write(PublishedDocument.Partition, [new Change.Replace(id, Stored.Write(published), held.Version)],
            [new Effect.SendMailing(mailing, mailing.Key, mailsAt, effect.Step)]);
    }, stop);

    private static PublishedDocument Next(PublishedDocument draft, DateTimeOffset at, string effect) =>
        draft with { Version = draft.Version + 1, At = at, Effect = effect, Before = draft.Drawings, Approval = draft.Approval! with { At = at } };

    /// <summary>The very text that was sent: nobody approves in silence what she was not shown.</summary>
    private async Task<Document> Sent(PublishedDocument draft, CancellationToken stop) => await files.Read(draft.TextPath, stop) is { } bytes
        ? Stored.Read<Document>(bytes)
        : throw new InvalidDataException($"The text of {draft.Id} is missing.");

    private async Task<IReadOnlyList<AudienceMember>> Readers(PublishedDocument document, CancellationToken stop) => DocumentDesk.ReadersOf(await network.Load(stop), document);

    private static Mailing Announcement(PublishedDocument document, DateTimeOffset now, Audience audience) =>
        DocumentDesk.Announcement(document, Text, now, audience);
}
