using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Library.Catalogue.Update;

/// <summary>Brings the answers of producers to the catalogue; what they propose waits beside the entries, in the same partition.</summary>
public sealed class UpdateDesk(Ledger ledger, CatalogueDesk catalogue, ConsultationDesk consultations, CycleDesk cycle, Setting setting)
{
    /// <summary>Every proposal, the oldest first.</summary>
    public async Task<IReadOnlyList<EntryProposal>> All(CancellationToken stop = default)
    {
        List<EntryProposal> all = [];
        await foreach (var held in ledger.List<EntryProposal>(CatalogueEntry.Partition, EntryProposal.Prefix, stop))
            all.Add(held.Value);
        return [.. all.OrderBy(proposal => proposal.At).ThenBy(proposal => proposal.Id, StringComparer.Ordinal)];
    }

    /// <summary>What an organisation proposed in answer to a consultation.</summary>
    public async Task<IReadOnlyList<EntryProposal>> Of(string consultation, string organisation, CancellationToken stop = default) =>
        [.. (await All(stop)).Where(proposal => proposal.Consultation == consultation && proposal.Organisation == organisation)];

    /// <summary>How the latest update goes, or went; null before the first. Of the years around one.</summary>
    public async Task<UpdateProgress?> Progress(int year, CancellationToken stop = default)
    {
        UpdateProgress? latest = null;
        foreach (var near in new[] { year - 1, year, year + 1 })
            foreach (var step in (await cycle.Find(near, stop))?.Steps ?? [])
                if (step.Work is StepWork.Consult work && await consultations.Find($"{near}-{work.Consultation}", stop) is { } one && one.Template.AsksProducers()
                    && (latest is null || one.Opened > latest.Opened))
                    latest = await Of(one, stop);
        return latest;
    }

    private async Task<UpdateProgress> Of(Consultation consultation, CancellationToken stop)
    {
        var shelf = await catalogue.Load(stop);
        var answers = (await consultations.Answers(consultation.Id, stop)).ToDictionary(answer => answer.Unit);
        return new UpdateProgress(consultation.Id, consultation.Template.Title, consultation.State, consultation.Opened, consultation.Closes,
            [.. (await consultations.Asked(consultation, stop)).Select(member => member.Organisation).Concat(answers.Keys).Distinct().Order(StringComparer.Ordinal)
                .Select(organisation => ProducerProgress.Of(organisation, shelf, answers.GetValueOrDefault(organisation)))],
            (await All(stop)).Count(proposal => proposal.Waits && proposal.Consultation == consultation.Id));
    }

    /// <summary>
    /// What an answer says, as it stands: entries it finds right are confirmed at once, all else waits. Done again, or begun
    /// anew after dying in between, it writes what is left.
    /// </summary>
    public async Task Bring(Effect.UpdateCatalogue effect, CancellationToken stop = default)
    {
        var answer = (await consultations.AnswerOf(effect.Consultation, effect.Unit, stop))!;
        for (var brought = 0; brought != answer.Revision; answer = (await consultations.AnswerOf(effect.Consultation, effect.Unit, stop))!)
        {
            brought = answer.Revision;
            while (await BringSome(effect.Consultation, answer, stop))
            {
            }
        }
    }

    /// <summary>As much as one commit takes.</summary>
    /// <returns>Whether anything was written.</returns>
    private async Task<bool> BringSome(string consultation, Answer answer, CancellationToken stop)
    {
        var written = false;
        var refusal = await catalogue.Change(async shelf =>
        {
            var chunks = CommitChunks.Of(CatalogueEntry.Partition,
            [
                .. UpdateRules.Confirmed(shelf, answer, setting.Zone.DayOf).Select(CatalogueDesk.Put),
                .. UpdateRules.Bring(await Of(consultation, answer.Unit, stop), UpdateRules.Proposed(consultation, answer)),
            ]);
            written = chunks.Count > 0;
            return written ? new Draft.Write(CatalogueEntry.Partition, chunks[0], []) : new Draft.Nothing();
        }, stop);
        return refusal is null ? written : throw new InvalidOperationException($"{consultation}/{answer.Unit} was not brought to the catalogue: {refusal.Message}");
    }

    /// <summary>Writes the entry, confirms it and settles the proposal, in one commit. Accepted already, does nothing.</summary>
    /// <param name="seen">What the page showed (<see cref="UpdateRules.Print"/>): nothing that changed meanwhile is overwritten. Null when it does not matter.</param>
    public Task<Refusal?> Accept(string id, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default) => catalogue.Change(async shelf =>
        await Find(id, stop) is not { } proposal ? new Draft.Refuse(Gone)
            : UpdateRules.Accept(proposal, seen, shelf, setting.Platform.CatalogueOrEmpty(), now, setting.Zone.DayOf) switch
            {
                Decision<Acceptance>.Accepted { State: var accepted } => new Draft.Write(CatalogueEntry.Partition,
                    [CatalogueDesk.Put(accepted.Entry), Put(accepted.Proposal)], [CatalogueDesk.Note(actor, $"proposition {id} acceptée", now)]),
                Decision<Acceptance>.Refused refused => new Draft.Refuse(refused.Refusal),
                _ => new Draft.Nothing(),
            }, stop);

    /// <inheritdoc cref="UpdateRules.SetAside"/>
    public Task<Refusal?> SetAside(string id, string why, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default) => catalogue.Change(async shelf =>
        await Find(id, stop) is not { } proposal ? new Draft.Refuse(Gone)
            : UpdateRules.SetAside(proposal, why, seen, shelf, now) switch
            {
                Decision<EntryProposal>.Accepted { State: var aside } => new Draft.Write(CatalogueEntry.Partition, [Put(aside)], [CatalogueDesk.Note(actor, $"proposition {id} écartée", now)]),
                Decision<EntryProposal>.Refused refused => new Draft.Refuse(refused.Refusal),
                _ => new Draft.Nothing(),
            }, stop);

    /// <summary>Those that name somebody.</summary>
    public async Task<IReadOnlyList<string>> Naming(Func<string, bool> isHer, CancellationToken stop = default) =>
        [.. (await All(stop)).Where(proposal => UpdateRules.Without(proposal, isHer) is not null).Select(proposal => proposal.Id)];

    /// <summary>Takes somebody's name out of a proposal.</summary>
    public Task Forget(string id, Func<string, bool> isHer, CancellationToken stop = default) => catalogue.Change(async _ =>
        await Find(id, stop) is { } proposal && UpdateRules.Without(proposal, isHer) is { } without
            ? new Draft.Write(CatalogueEntry.Partition, [Put(without)], []) : new Draft.Nothing(), stop);

    /// <summary>Erases what was decided and is past keeping: the entries stay.</summary>
    /// <returns>How many.</returns>
    public async Task<int> Retain(Func<DateTimeOffset, bool> past, CancellationToken stop = default)
    {
        var gone = (await All(stop)).Where(proposal => proposal.Settled is { } at && past(at)).ToList();
        foreach (var chunk in CommitChunks.Of(CatalogueEntry.Partition, gone.Select(proposal => new Ports.Change.Delete(EntryProposal.Prefix + proposal.Id))))
            await catalogue.Change(_ => new Draft.Write(CatalogueEntry.Partition, chunk, []), stop);
        return gone.Count;
    }

    private async Task<EntryProposal?> Find(string id, CancellationToken stop) => StoreLimits.IsName(EntryProposal.Prefix + id)
        ? (await ledger.Find<EntryProposal>(CatalogueEntry.Partition, EntryProposal.Prefix + id, stop))?.Value : null;

    private static Change Put(EntryProposal proposal) => new Change.Put(EntryProposal.Prefix + proposal.Id, Stored.Write(proposal));

    private static Refusal Gone => Refusal.Because(Why.Unknown, "Cette proposition n’attend plus\u00A0: son auteur l’a retirée, ou elle est ancienne. Revenez au catalogue.");
}
