using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Mail;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Programme;
using Almanach.Core.Themes;

namespace Almanach.Core.Documents;

/// <summary>Draws the documents of the year up, keeps their files and mails their link.</summary>
public sealed class DocumentDesk(
    Ledger ledger, Setting setting, IFiles files, IRender render, IWordWriter word, AudienceShelf audiences,
    NetworkDesk network, CycleDesk cycle, ThemeDesk themes, ProgrammeDesk programme, ConsultationDesk consultations, MeetingDesk meetings, GroupDesk groups, LeftOver leftOver, MailRoom mailRoom)
{
    /// <summary>A link to a document goes on working for so long.</summary>
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(400);

    public async Task<PublishedDocument?> Find(string id, CancellationToken stop = default) =>
        (await ledger.Find<PublishedDocument>(PublishedDocument.Partition, id, stop))?.Value;

    public async Task<IReadOnlyList<PublishedDocument>> All(CancellationToken stop = default)
    {
        List<PublishedDocument> all = [];
        await foreach (var held in ledger.List<PublishedDocument>(PublishedDocument.Partition, "", stop))
            all.Add(held.Value);
        return [.. all.OrderByDescending(document => document.At)];
    }

    /// <summary>Draws, stores both files, then records and mails in one commit.</summary>
    /// <param name="performed">When it really runs, UTC: members have their time from then on. Null for on time.</param>
    public Task<Refusal?> DrawUp(Effect.DrawUp effect, DateTimeOffset? performed = null, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        var document = await Compose(effect.Document, effect.Year, effect.Due, effect.Meeting, stop);
        var held = await ledger.Find<PublishedDocument>(PublishedDocument.Partition, document.Id, stop);
        if (held?.Value.WasDrawnBy(effect.Key) == true)
            return new Draft.Nothing();

        var published = await Next(document, held?.Value, effect, performed, stop);
        if (published.Approval is { } approval)
        {
            await files.Write(published.TextPath, Stored.Bytes(document), stop);
            document = MinutesApproval.Draft(document, published.Version, approval.Until, setting.Zone);
        }
        await files.Write(published.HtmlPath, await render.Page(document, stop), stop);
        await files.Write(published.WordPath, word.Write(document), stop);
        Change change = held is null
            ? new Change.Insert(published.Id, Stored.Write(published))
            : new Change.Replace(published.Id, Stored.Write(published), held.Version);
        if (published.Approval is { } asked)
            return new Draft.Write(PublishedDocument.Partition, [change],
                [new Effect.AskApproval(published.Id, asked.Consultation, $"ask-{asked.Consultation}", effect.Due, effect.Step, effect.MailsAt)]);
        var mailing = Announcement(published, "document", effect.Due, await audiences.Freeze(await Readers(published, stop), stop));
        List<Effect> effects = [new Effect.SendMailing(mailing, mailing.Key, effect.MailsAt ?? effect.Due, effect.Step)];
        if (effect.Document == DocumentKind.Programme)
            effects.Add(new Effect.RecordFates(effect.Year, "programme", $"fates-{published.Id}-v{published.Version}", effect.Due, effect.Step));
        return new Draft.Write(PublishedDocument.Partition, [change], effects);
    }, stop);

    /// <summary>Has a document drawn up anew: a new version, announced to its readers after the moment in which it can be undone.</summary>
    public Task<Refusal?> Redraw(Effect.DrawUp effect, string actor, CancellationToken stop = default) => ledger.Write(new Draft.Write(PublishedDocument.Partition, [],
    [
        effect with { MailsAt = effect.Due.AddSeconds(setting.Platform.Mail.GraceSeconds) },
        new Effect.Note(actor, $"nouvelle version {effect.Document} {effect.Year}", $"note-{effect.Key}", effect.Due, effect.Step),
    ]), stop);

    /// <summary>Decides who may read a document, this version and those to come.</summary>
    public Task<Refusal?> Diffuse(string id, Diffusion diffusion, string actor, DateTimeOffset now, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if (!StoreLimits.IsName(id) || await ledger.Find<PublishedDocument>(PublishedDocument.Partition, id, stop) is not { Value: var document } held)
            return new Draft.Refuse(Refusal.Because(Why.Unknown, "Ce document n’existe pas. Revenez à la liste des documents."));
        if (document.Diffusion == diffusion)
            return new Draft.Nothing();
        if (document.IsDraft)
            return new Draft.Refuse(Refusal.Because(Why.NotNow, "Ce compte-rendu est encore soumis à l’approbation\u00A0: il n’est lu que par ceux qui l’approuvent. Sa diffusion se décide une fois qu’il est approuvé."));
        if (diffusion == Diffusion.Circle && document.Body is null)
            return new Draft.Refuse(Refusal.Invalid(new FieldError("diffusion", "Ce document n’est pas celui d’une instance\u00A0: choisissez une autre diffusion.")));
        return new Draft.Write(PublishedDocument.Partition, [new Change.Replace(id, Stored.Write(document.For(diffusion, now)), held.Version)],
            [new Effect.Note(actor, $"document {id} diffusion", $"note-diffusion-{id}-{Todo.Stamp(now)}", now, "")]);
    }, stop);

    /// <summary>The message that would announce it, and to whom, were it drawn up now. Writes nothing.</summary>
    public async Task<Mailing?> Foresee(Effect.DrawUp effect, CancellationToken stop = default)
    {
        var document = await Compose(effect.Document, effect.Year, effect.Due, effect.Meeting, stop);
        var published = await Next(document, await Find(document.Id, stop), effect, null, stop);
        return published is { Approval: { } approval, Body: { } body }
            ? await consultations.Foresee(MinutesApproval.Asked(published, approval, body, effect.Step, await WasSent(published, stop)), effect.Due, stop)
            : Announcement(published, "document", effect.Due, AudienceShelf.Sketch(await Readers(published, stop)));
    }

    /// <summary>The document as it would be drawn now: also for the preview.</summary>
    /// <param name="meeting">Of minutes: the step of their meeting; null for the one that chooses the year's actions.</param>
    public async Task<Document> Compose(DocumentKind kind, int year, DateTimeOffset now, string? meeting = null, CancellationToken stop = default)
    {
        var matter = await Matter(year, now, stop);
        return Typeset.Of(kind switch
        {
            DocumentKind.BilanEtCollecte => CollectionDocument.Of(matter),
            DocumentKind.CompteRendu => await Minutes(matter, meeting, stop),
            DocumentKind.Programme => ProgrammeDocument.Of(matter),
            DocumentKind.Bilan => YearDocument.Of(matter),
            _ => throw new System.Diagnostics.UnreachableException(),
        });
    }

    private async Task<Document> Minutes(DocumentMatter matter, string? meeting, CancellationToken stop)
    {
        var plan = await cycle.Find(matter.Year, stop);
        if (plan is null || StepEffects.MinutedBy(plan, new StepWork.Publish(DocumentKind.CompteRendu, null, meeting)) is not { State: not StepState.Skipped } step
            || await meetings.Find($"{matter.Year}-{step.Id}", stop) is not { } held)
            throw new InvalidOperationException("There is no such meeting, or it was called off.");
        return MinutesDocument.Of(matter with { Presence = await Asked(matter.Year, Presence.StepOf(plan, step), stop) }, held);
    }

    private async Task<DocumentMatter> Matter(int year, DateTimeOffset now, CancellationToken stop)
    {
        var plan = await cycle.Find(year, stop);
        var committee = plan?.Steps.FirstOrDefault(step => step.Work is StepWork.Meet { Decides: true });
        return new DocumentMatter(
            setting.Platform, setting.Zone, year, now, await network.Load(stop), await themes.Load(year, stop), await programme.Load(year, stop),
            committee is null or { State: StepState.Skipped } ? null : await meetings.Find($"{year}-{committee.Id}", stop),
            await Asked(year, template => template.Questions.Any(question => question.Kind == QuestionKind.Proposals), stop),
            await Asked(year, template => template.BallotQuestion() is { Source: OptionSource.ConsolidatedThemes }, stop),
            await leftOver.Actions(year - 1, stop), await Consultations(year, stop), await All(stop))
        {
            Groups = await groups.All(stop),
        };
    }

    private async Task<Asked?> Asked(int year, Step? step, CancellationToken stop) => step?.Work is StepWork.Consult consult
        && await consultations.Find($"{year}-{consult.Consultation}", stop) is { } consultation
            ? new Asked(consultation, await consultations.Answers(consultation.Id, stop)) : null;

    private async Task<IReadOnlyList<Consultation>> Consultations(int year, CancellationToken stop)
    {
        List<Consultation> all = [];
        foreach (var template in setting.Platform.Consultations)
            if (await consultations.Find($"{year}-{template.Id}", stop) is { } consultation)
                all.Add(consultation);
        return [.. all.OrderBy(consultation => consultation.Opened)];
    }

    /// <summary>The first consultation of that sort.</summary>
    private async Task<Asked?> Asked(int year, Func<ConsultationTemplate, bool> sort, CancellationToken stop) =>
        setting.Platform.Consultations.FirstOrDefault(sort) is { } template && await consultations.Find($"{year}-{template.Id}", stop) is { } consultation
            ? new Asked(consultation, await consultations.Answers(consultation.Id, stop), await consultations.Outcome(consultation, stop))
            : null;

    /// <summary>The next version; minutes of a body that approves them begin as a draft.</summary>
    private async Task<PublishedDocument> Next(Document document, PublishedDocument? before, Effect.DrawUp effect, DateTimeOffset? performed, CancellationToken stop)
    {
        var next = new PublishedDocument(
            document.Id, effect.Year, effect.Document, document.Title, effect.Body,
            (before?.Version ?? 0) + 1, before?.Chosen is { } chosen ? chosen.Diffusion == Diffusion.Public : effect.Document == DocumentKind.Programme,
            effect.Due, effect.Key, Meeting: effect.Meeting, Before: before?.Drawings, Chosen: before?.Chosen);
        if (effect.Document != DocumentKind.CompteRendu || setting.Platform.BodyOf(effect.Body) is not { ApprovalDays: > 0 } body
            || (await network.Load(stop)).Having([RoleKind.Member, RoleKind.Chair], body.Id).Count == 0)
            return next;
        var from = performed > effect.Due ? performed.Value : effect.Due;
        var until = MinutesApproval.Until(from, body.ApprovalDays, setting.Zone);
        // A draft is for those who approve it, whoever read the version before.
        return next with
        {
            Public = false,
            Chosen = null,
            Approval = new DocumentApproval(MinutesApproval.Id(effect.Year, MinutesDocument.MeetingOf(document.Id), next.Version), until),
        };
    }

    /// <summary>Whether the members were sent a version of these minutes before this one.</summary>
    internal async Task<bool> WasSent(PublishedDocument document, CancellationToken stop)
    {
        foreach (var former in MinutesApproval.Former(document))
            if (await consultations.Find(former, stop) is not null && !await mailRoom.WasUndone($"invite-{former}", stop))
                return true;
        return false;
    }

    private async Task<IReadOnlyList<AudienceMember>> Readers(PublishedDocument document, CancellationToken stop) => ReadersOf(await network.Load(stop), document);

    internal static IReadOnlyList<AudienceMember> ReadersOf(Roster roster, PublishedDocument document) =>
        [.. roster.Of(document.Body).Select(contact => new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>>()))];

    /// <param name="text">The text that announces it.</param>
    internal static Mailing Announcement(PublishedDocument document, string text, DateTimeOffset now, Audience audience) => new(
        $"document-{document.Id}-v{document.Version}", text,
        new Dictionary<string, string> { ["document"] = document.Title, ["année"] = $"{document.Year}", ["titre"] = document.Title },
        audience, "Vous recevez ce message parce que vous représentez [organisme] auprès de la plate-forme.",
        new LinkTo(LinkPurpose.Document, document.Id, now + LinkLasts), Replay.SendAgain);
}
