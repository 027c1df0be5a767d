using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Library.Catalogue;

/// <summary>What people send about the catalogue, and what becomes of it: errors they found, needs nobody covers.</summary>
public sealed class CatalogueRequestDesk(Ledger ledger, Setting setting)
{
    public Task<IReadOnlyList<ErrorReport>> Errors(CancellationToken stop = default) => All<ErrorReport>(ErrorReport.Prefix, error => error.At, stop);

    public Task<IReadOnlyList<StatedNeed>> Needs(CancellationToken stop = default) => All<StatedNeed>(StatedNeed.Prefix, need => need.At, stop);

    public async Task<Refusal?> Report(string entry, string text, DateTimeOffset now, CancellationToken stop = default) =>
        RequestRules.Report(entry, text, now) switch
        {
            Decision<ErrorReport>.Accepted { State: var report } => await Add(ErrorReport.Prefix + report.Id, report,
                error => RequestRules.Again(error, now), (await Errors(stop)).Count(error => error.Settled is null), stop),
            var decision => RefusalOf(decision),
        };

    public async Task<Refusal?> State(StatedNeed need, CancellationToken stop = default) =>
        RequestRules.State(need, setting.Platform.CatalogueOrEmpty()) switch
        {
            Decision<StatedNeed>.Accepted { State: var stated } => await Add(StatedNeed.Prefix + stated.Id, stated,
                other => RequestRules.Again(other, need.At), (await Needs(stop)).Count(other => other.Settled is null), stop),
            var decision => RefusalOf(decision),
        };

    /// <summary>The coordinator has read what was reported.</summary>
    public Task<Refusal?> Settle(string id, string actor, DateTimeOffset now, CancellationToken stop = default) => Change<ErrorReport>(ErrorReport.Prefix + id,
        report => report.Settled is null ? Decision.Accept(report with { Settled = now }) : Decision.Done<ErrorReport>(), CatalogueDesk.Note(actor, $"erreur {id} traitée", now), stop);

    public Task<Refusal?> Answer(string id, string answer, string actor, DateTimeOffset now, CancellationToken stop = default) => Change<StatedNeed>(StatedNeed.Prefix + id,
        need => RequestRules.Answer(need, answer, now), CatalogueDesk.Note(actor, $"besoin {id} {(answer.Length > 0 ? "répondu" : "écarté")}", now), stop);

    /// <summary>What people wrote, as far as somebody is named in it.</summary>
    public async Task<IReadOnlyList<string>> Naming(Func<string, bool> isHer, CancellationToken stop = default) =>
    [
        .. (await Errors(stop)).Where(error => isHer(error.Text)).Select(error => ErrorReport.Prefix + error.Id),
        .. (await Needs(stop)).Where(need => isHer($"{need.Title}\n{need.Why}\n{need.Organisation}\n{need.Answer}")).Select(need => StatedNeed.Prefix + need.Id),
    ];

    /// <summary>Erases them, by their keys.</summary>
    public async Task Forget(IEnumerable<string> keys, CancellationToken stop = default)
    {
        foreach (var key in keys)
            await ledger.Write(new Draft.Write(RequestRules.Partition, [new Ports.Change.Delete(key)], []), stop);
    }

    /// <summary>Erases what is dealt with and past keeping; a need that was answered stays, for everybody to read.</summary>
    /// <returns>How many.</returns>
    public async Task<int> Retain(Func<DateTimeOffset, bool> past, CancellationToken stop = default)
    {
        List<string> gone =
        [
            .. (await Errors(stop)).Where(error => error.Settled is { } at && past(at)).Select(error => ErrorReport.Prefix + error.Id),
            .. (await Needs(stop)).Where(need => !need.IsShown && need.Settled is { } at && past(at)).Select(need => StatedNeed.Prefix + need.Id),
        ];
        await Forget(gone, stop);
        return gone.Count;
    }

    /// <param name="again">What the same words that were sent before become; null where they still stand.</param>
    private Task<Refusal?> Add<T>(string key, T record, Func<T, T?> again, int waiting, CancellationToken stop)
        where T : class => ledger.Carry(async () =>
        {
            var held = await ledger.Find<T>(RequestRules.Partition, key, stop);
            var reopened = held is null ? null : again(held.Value);
            if (held is not null && reopened is null)
                return new Draft.Nothing();
            if (waiting >= RequestRules.MostWaiting)
                return new Draft.Refuse(Refusal.Because(Why.NotNow, "Beaucoup de demandes attendent déjà la coordination. Écrivez-lui directement\u00A0: son adresse est au bas de la page."));
            return new Draft.Write(RequestRules.Partition, [held is null ? new Change.Insert(key, Stored.Write(record)) : new Change.Replace(key, Stored.Write(reopened!), held.Version)], []);
        }, stop);

    private Task<Refusal?> Change<T>(string key, Func<T, Decision<T>> decide, Effect note, CancellationToken stop)
        where T : class => ledger.Carry(async () =>
        {
            if (!StoreLimits.IsName(key) || await ledger.Find<T>(RequestRules.Partition, key, stop) is not { } held)
                return new Draft.Refuse(Refusal.Because(Why.Unknown, "Cette demande n’existe plus. Revenez au catalogue."));
            return decide(held.Value) switch
            {
                Decision<T>.Accepted accepted => new Draft.Write(RequestRules.Partition, [new Ports.Change.Replace(held.Key, Stored.Write(accepted.State), held.Version)], [note]),
                Decision<T>.Refused refused => new Draft.Refuse(refused.Refusal),
                _ => new Draft.Nothing(),
            };
        }, stop);

    private async Task<IReadOnlyList<T>> All<T>(string prefix, Func<T, DateTimeOffset> at, CancellationToken stop)
        where T : class
    {
        List<T> all = [];
        await foreach (var held in ledger.List<T>(RequestRules.Partition, prefix, stop))
            all.Add(held.Value);
        return [.. all.OrderBy(at)];
    }

    private static Refusal? RefusalOf<T>(Decision<T> decision) => decision is Decision<T>.Refused refused ? refused.Refusal : null;
}
