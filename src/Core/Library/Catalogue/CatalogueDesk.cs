using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Library.Catalogue;

/// <summary>
/// Loads and changes the catalogue of studies and sources. It is kept in memory, ready to be searched, for as long as its
/// revision and the network stand.
/// </summary>
/// <param name="root">Public address without a final slash.</param>
public sealed class CatalogueDesk(Ledger ledger, IStore store, NetworkDesk network, Setting setting, string root)
{
    /// <summary>Where everybody searches it; an entry has its id below.</summary>
    public const string Path = "/catalogue";

    private Kept? kept;

    public async Task<CatalogueShelf> Load(CancellationToken stop = default)
    {
        var version = (await store.Get(CatalogueEntry.Partition, CatalogueState.Key, stop))?.Version ?? "";
        var roster = await network.Load(stop);
        if (kept is { } known && known.Version == version && ReferenceEquals(known.Shelf.Roster, roster))
            return known.Shelf;
        List<CatalogueEntry> entries = [];
        if (version.Length > 0)
            await foreach (var held in ledger.List<CatalogueEntry>(CatalogueEntry.Partition, CatalogueEntry.Prefix, stop))
                entries.Add(held.Value);
        var shelf = new CatalogueShelf(entries, setting.Platform.CatalogueOrEmpty(), roster);
        kept = new Kept(version, shelf);
        return shelf;
    }

    /// <summary>One reference, so that no request sees half of it.</summary>
    private sealed record Kept(string Version, CatalogueShelf Shelf);

    public async Task<CatalogueEntry?> Find(string id, CancellationToken stop = default) => (await Load(stop)).Entries.GetValueOrDefault(id);

    /// <summary>The permanent address of an entry.</summary>
    public string AddressOf(string id) => $"{root}{Path}/{id}";

    /// <summary>
    /// The bibliographic watch: what everybody could read for the first time in that span, the oldest first. What was withdrawn
    /// or became internal since is left out.
    /// </summary>
    /// <param name="until">Exclusive.</param>
    public async Task<IReadOnlyList<CatalogueNews>> Added(DateTimeOffset since, DateTimeOffset until, CancellationToken stop = default)
    {
        var shelf = await Load(stop);
        return [.. shelf.Entries.Values.Where(entry => entry.IsFound && entry.Shown >= since && entry.Shown < until)
            .OrderBy(entry => entry.Shown).ThenBy(entry => entry.Id, StringComparer.Ordinal)
            .Select(entry => new CatalogueNews(entry.Id, entry.Card.Title, French.Lists.Join(shelf.Producers(entry.Card)), EntryWords.Period(entry.Card), AddressOf(entry.Id)))];
    }

    /// <summary>Adds an entry or writes its card anew. A new one that says what a current one says is that one: a double click adds one.</summary>
    /// <param name="id">Empty for a new one, which then gets one.</param>
    /// <param name="seen">What the page showed (<see cref="Engine.Print"/>): another change in between is not overwritten. Null when it does not matter.</param>
    public async Task<(string Id, Refusal? Refusal)> Save(string id, EntryCard card, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        var named = id;
        var refusal = await Change(shelf =>
        {
            if (EntryRules.Check(card, setting.Platform.CatalogueOrEmpty(), shelf.Roster) is { Count: > 0 } errors)
                return Refused(Refusal.Invalid(errors));
            if (id.Length == 0)
            {
                if (shelf.Entries.Count >= EntryRules.MostEntries)
                    return Refused(Refusal.Because(Why.NotNow, "Le catalogue est plein. Retirez d’abord des fiches qui ne sont plus à jour."));
                if (shelf.Entries.Values.FirstOrDefault(entry => entry.IsCurrent && entry.Card.Says(card)) is { } same)
                {
                    named = same.Id;
                    return new Draft.Nothing();
                }
                named = EntryRules.Id(card.Title, shelf.Entries.ContainsKey);
                return Written(EntryRules.New(named, card, now), Note(actor, $"fiche {named} ajoutée", now));
            }
            return shelf.Entries.GetValueOrDefault(id) is not { } known ? Refused(Gone)
                : seen is not null && Print.Of(known) != seen && !known.Card.Says(card) ? Refused(Changed)
                : EntryRules.Edit(known, card, now) is { } edited ? Written(edited, Note(actor, $"fiche {id} modifiée", now)) : new Draft.Nothing();
        }, stop);
        return (named, refusal);
    }

    /// <summary>It is not current any more.</summary>
    public Task<Refusal?> Withdraw(string id, string reason, string actor, DateTimeOffset now, CancellationToken stop = default) => Change(shelf =>
        reason.Length > EntryRules.MaxLine ? Refused(Refusal.Invalid(new FieldError("raison", $"Gardez {EntryRules.MaxLine} caractères au plus.")))
        : shelf.Entries.GetValueOrDefault(id) is not { } known ? Refused(Gone)
        : known.IsCurrent ? Written(EntryRules.Withdraw(known, reason, now), Note(actor, $"fiche {id} retirée", now)) : new Draft.Nothing(), stop);

    public Task<Refusal?> Restore(string id, string actor, DateTimeOffset now, CancellationToken stop = default) => Change(shelf =>
        shelf.Entries.GetValueOrDefault(id) is not { } known ? Refused(Gone)
        : known.IsCurrent ? new Draft.Nothing() : Written(EntryRules.Restore(known, now), Note(actor, $"fiche {id} rétablie", now)), stop);

    /// <summary>Somebody says that an entry is right as it stands.</summary>
    /// <param name="by">Id of the organisation that says so.</param>
    public Task<Refusal?> Confirm(string id, string by, string actor, DateTimeOffset now, CancellationToken stop = default) => Change(shelf =>
        shelf.Entries.GetValueOrDefault(id) is not { } known ? Refused(Gone)
        : new Confirmation(setting.Zone.DayOf(now), by) is var said && said == known.Confirmed ? new Draft.Nothing()
        : Written(known with { Confirmed = said }, Note(actor, $"fiche {id} confirmée", now)), stop);

    /// <summary>Entries that name somebody where a service should stand.</summary>
    public async Task<IReadOnlyList<CatalogueEntry>> Naming(Func<string, bool> isHer, CancellationToken stop = default) =>
        [.. (await Load(stop)).Entries.Values.Where(entry => EntryRules.Without(entry, isHer) is not null)];

    /// <summary>Takes somebody's name out of an entry.</summary>
    public Task Forget(string id, Func<string, bool> isHer, CancellationToken stop = default) => Change(shelf =>
        shelf.Entries.GetValueOrDefault(id) is { } known && EntryRules.Without(known, isHer) is { } without ? Written(without) : new Draft.Nothing(), stop);

    /// <summary>Whether nobody has confirmed it for too long.</summary>
    public bool IsStale(CatalogueEntry entry, DateTimeOffset now) => EntryRules.IsStale(entry, setting.Zone.DayOf(now), setting.Zone.DayOf);

    /// <summary>A platform's first stock: what is there already stays as it is.</summary>
    public async Task Begin(IEnumerable<CatalogueEntry> stock, CancellationToken stop = default)
    {
        var known = (await Load(stop)).Entries;
        await Write([.. stock.Where(entry => !known.ContainsKey(entry.Id))], new Dictionary<string, string>(), [], stop);
    }

    /// <summary>
    /// Writes whole entries, chunk by chunk. Writing the same again changes nothing; what somebody else wrote meanwhile is left as
    /// it is, and told.
    /// </summary>
    /// <param name="from">Print of each entry as it was read; one that is new has none.</param>
    private async Task<Refusal?> Write(IReadOnlyList<CatalogueEntry> entries, IReadOnlyDictionary<string, string> from, IReadOnlyList<Effect> effects, CancellationToken stop = default)
    {
        HashSet<string> crossed = [];
        var chunks = CommitChunks.Of(CatalogueEntry.Partition, entries.Select(entry => new Change.Put(CatalogueEntry.Prefix + entry.Id, Stored.Write(entry))));
        foreach (var (index, chunk) in chunks.Index())
        {
            var also = index == chunks.Count - 1 ? effects : [];
            if (await Change(shelf =>
            {
                var changes = chunk.OfType<Change.Put>().Where(put => Differs(shelf, put)).ToList();
                crossed.UnionWith(changes.Select(IdOf).Where(id => shelf.Entries.TryGetValue(id, out var now) && from.GetValueOrDefault(id) != Print.Of(now)));
                changes.RemoveAll(put => crossed.Contains(IdOf(put)));
                return changes.Count + also.Count > 0 ? new Draft.Write(CatalogueEntry.Partition, changes, also) : new Draft.Nothing();
            }, stop) is { } refusal)
                return refusal;
        }
        return crossed.Count == 0 ? null : Refusal.Because(Why.Changed,
            $"{French.Numbers.Count(crossed.Count, "fiche a changé", "fiches ont changé")} pendant l’import et restent comme elles sont. Importez de nouveau le même fichier\u00A0: la page montre ce qui reste à écrire.");
    }

    private static string IdOf(Change.Put put) => put.Key[CatalogueEntry.Prefix.Length..];

    private static bool Differs(CatalogueShelf shelf, Change.Put put) =>
        shelf.Entries.GetValueOrDefault(IdOf(put)) is not { } known || Stored.Write(known) != put.Value;

    /// <summary>Writes what a plan shows; stopped in between, importing the same table again writes the rest.</summary>
    public Task<Refusal?> Import(Import.CataloguePlan plan, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Write(plan.Entries, plan.From, [Note(actor, $"inventaire importé {plan.Entries.Count}", now)], stop);

    /// <summary>Decides on the catalogue as it stands; what is written bears its revision, so that two never cross.</summary>
    internal Task<Refusal?> Change(Func<CatalogueShelf, Draft> decide, CancellationToken stop) => Change(shelf => Task.FromResult(decide(shelf)), stop);

    /// <inheritdoc cref="Change(Func{CatalogueShelf, Draft}, CancellationToken)"/>
    internal Task<Refusal?> Change(Func<CatalogueShelf, Task<Draft>> decide, CancellationToken stop) => ledger.Carry(async () =>
    {
        var state = await ledger.Find<CatalogueState>(CatalogueEntry.Partition, CatalogueState.Key, stop);
        var decided = await decide(await Load(stop));
        if (decided is not Draft.Write write)
            return decided;
        var next = Stored.Write(new CatalogueState((state?.Value.Revision ?? 0) + 1));
        Change revision = state is null ? new Change.Insert(CatalogueState.Key, next) : new Change.Replace(CatalogueState.Key, next, state.Version);
        return write with { Changes = [revision, .. write.Changes] };
    }, stop);

    internal static Draft Written(CatalogueEntry entry, params IReadOnlyList<Effect> effects) =>
        new Draft.Write(CatalogueEntry.Partition, [Put(entry)], effects);

    internal static Change Put(CatalogueEntry entry) => new Change.Put(CatalogueEntry.Prefix + entry.Id, Stored.Write(entry));

    private static Draft Refused(Refusal refusal) => new Draft.Refuse(refusal);

    /// <param name="subject">About whom or what, by id.</param>
    internal static Effect.Note Note(string actor, string subject, DateTimeOffset now) =>
        new(actor, $"catalogue {subject}", $"note-catalogue-{subject.Replace(' ', '-')}-{Todo.Stamp(now)}", now, "");

    private static Refusal Gone => Refusal.Because(Why.Unknown, "Cette fiche n’est pas dans le catalogue. Revenez à la liste.");

    private static Refusal Changed => Refusal.Because(Why.Changed, "Cette fiche a changé pendant que vous écriviez. Vos mots sont dans le formulaire\u00A0; relisez, puis enregistrez de nouveau.");
}

/// <summary>An entry as the bibliographic watch of a newsletter tells of it.</summary>
/// <param name="Producer">All of them, in a sentence.</param>
/// <param name="Year">« 2021 », « 2006-2013 », « depuis 2009 »; may be empty.</param>
/// <param name="Address">Permanent, whole.</param>
public sealed record CatalogueNews(string Id, string Title, string Producer, string Year, string Address);
