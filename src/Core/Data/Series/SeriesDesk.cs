using System.Security.Cryptography;
using Almanach.Core.Access;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Territories;
using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Series;

/// <summary>A file to be taken in, already kept.</summary>
/// <param name="Organisation">Who gave it; empty for the coordination.</param>
/// <param name="Year">The year of the platform it is of: fills the period of the reading.</param>
public sealed record FileToRead(string Reading, string RawPath, string Hash, string Name, string Organisation, string Delivery, int Year, DateTimeOffset At)
{
    /// <summary>By which word some of its values are read as others; null where it is read strictly.</summary>
    public AgreedReading? Agreed { get; init; }
}

/// <summary>What came of it: a release, or why there is none.</summary>
public sealed record TakenIn(SeriesRelease? Release, IReadOnlyList<string> Problems)
{
    public static TakenIn Not(params IReadOnlyList<string> problems) => new(null, problems);
}

/// <summary>
/// Takes files in: read whole or refused, normalised, audited beside all that is published, then published or held. The same
/// file by the same reading gives the same release, however often it is taken in.
/// </summary>
public sealed class SeriesDesk(Ledger ledger, SeriesShelf shelf, DeliveryShelf deliveries, Setting setting, IDataFiles? reader, Func<CancellationToken, Task<Atlas>> atlas, LeakNotice? notice = null)
{
    private IndicatorCatalogue Catalogue => setting.Folder.Indicators;

    /// <summary>A file that is kept under its hash before anything else.</summary>
    /// <param name="content">Sought in and read from its beginning, and left open.</param>
    public async Task<TakenIn> TakeIn(string reading, string name, Stream content, int year, DateTimeOffset at, CancellationToken stop = default)
    {
        content.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));
        var path = $"series/brut/{hash}";
        content.Position = 0;
        await using var same = new SameBytes(content, hash);
        await shelf.Keep(path, same, stop);
        return await TakeIn(new FileToRead(reading, path, hash, DepositName.Clean(name), "", "", year, at), stop);
    }

    /// <summary>An accepted delivery, by every reading of it. What cannot be read is noted for the coordinator; done again, it changes nothing.</summary>
    public async Task TakeIn(Effect.TakeInFile accepted, CancellationToken stop = default)
    {
        if (await deliveries.Find(accepted.Consultation, accepted.Delivery, accepted.File, stop) is not { } deposit)
            return;
        var agreed = deposit.Checked is { Mends.Length: > 0, Consent: { } consent } check
            ? new AgreedReading(check.Mends, DataDeposit.MendsPath(deposit.File, check.Mends), consent.At, consent.By == Coordination.Id) : null;
        foreach (var reading in Catalogue.Readings.Where(reading => reading.Delivery == accepted.Delivery))
        {
            var taken = await TakeIn(new FileToRead(reading.Id, DataDeposit.RawPath(deposit.File), deposit.File, deposit.Name, deposit.Organisation, $"{deposit.Consultation}/{deposit.Delivery}", YearOf(deposit.Consultation), accepted.Due) { Agreed = agreed }, deposit, stop);
            if (taken.Release is null)
                await Note(new UnreadFile(reading.Id, deposit.File, deposit.Name, deposit.Organisation, taken.Problems, accepted.Due), stop);
        }
    }

    /// <summary>Puts away what was noted of a file that could not be read.</summary>
    public async Task<Refusal?> Dismiss(string reading, string file, CancellationToken stop = default) =>
        Catalogue.ReadingOf(reading) is null || !ReceivingRules.IsHash(file) ? Refusal.Because(Why.Unknown, "Ce fichier n’est pas noté.")
        : await ledger.Write(new Draft.Write(SeriesRelease.Partition, [new Change.Delete(UnreadFile.KeyOf(reading, file))], []), stop);

    private Task<Refusal?> Note(UnreadFile unread, CancellationToken stop) =>
        ledger.Write(new Draft.Write(SeriesRelease.Partition, [new Change.Put(unread.Key, Stored.Write(unread))], []), stop);

    private static int YearOf(string consultation) => int.TryParse(consultation.Split('-')[0], out var year) ? year : 0;

    public Task<TakenIn> TakeIn(FileToRead file, CancellationToken stop = default) => TakeIn(file, null, stop);

    private async Task<TakenIn> TakeIn(FileToRead file, DataDeposit? deposit, CancellationToken stop)
    {
        if (Catalogue.ReadingOf(file.Reading) is not { } reading)
            return TakenIn.Not($"La lecture «\u00A0{file.Reading}\u00A0» n’est pas dans indicateurs.json. Il y a\u00A0: {string.Join(", ", Catalogue.Readings.Select(one => one.Id))}.");
        if (reader is null)
            return TakenIn.Not("Cet hôte ne lit pas de fichiers de données.");
        if (Known(await shelf.All(stop), reading, file) is { } before)
            return new TakenIn(before, []);
        var lists = await atlas(stop);
        await using var raw = await shelf.Raw(file.RawPath, stop) ?? throw new InvalidDataException($"Le fichier brut {file.Hash} manque.");
        var read = NormalisedFile.Of(reader, reading, raw, file.Year, lists, file.Agreed is null ? null : await shelf.Mends(file.Agreed, stop));
        if (read.Table is not { } table)
            return TakenIn.Not(read.Problems);
        var tables = SeriesTable.Read(read.Data);
        SeriesRelease? taken = null;
        var refusal = await ledger.Carry(async () =>
        {
            // First: whatever is published while the auditor works makes it begin again.
            var turned = await Turned(stop);
            var all = await shelf.All(stop);
            if (Known(all, reading, file) is { } known)
            {
                taken = known;
                return new Draft.Nothing();
            }
            var number = all.Where(release => release.Reading == reading.Id).Select(release => release.Number).DefaultIfEmpty(0).Max() + 1;
            var release = new SeriesRelease(reading.Id, number, file.Hash, file.RawPath, file.Name, file.Organisation, file.Delivery, file.At, reading.Level, reading.TerritoryYear, table, ReleaseState.Published, [], null) { Agreed = file.Agreed, Order = all.Select(release => release.Order).DefaultIfEmpty(0).Max() + 1 };
            var audit = SeriesAudit.Of(release, tables, await Published(all, stop), Catalogue, lists, setting.Zone);
            taken = release = Judged(release with { Few = FewUnits.Of(tables, reading, Catalogue, lists) }, audit);
            await shelf.Write(release, read.Data, SeriesPackage.Of(release, Catalogue), stop);
            var told = deposit is null || notice is null ? null : await notice.Of(release, deposit, stop);
            return new Draft.Write(SeriesRelease.Partition, [new Change.Insert(release.Key, Stored.Write(release)), turned],
                [.. told is null ? Array.Empty<Effect>() : [told], new Effect.Note("", $"série {release.Id} {(release.IsPublished ? "publiée" : "retenue")}", $"note-series-{release.Id}", file.At, "")]);
        }, stop);
        return refusal is null ? new TakenIn(taken, []) : TakenIn.Not(refusal.Message);
    }

    /// <summary>The release that this file gave already, read by the same repairs. The same bytes for another year are other figures, where the reading takes the period from the year.</summary>
    private static SeriesRelease? Known(IReadOnlyList<SeriesRelease> all, SeriesReading reading, FileToRead file) =>
        all.FirstOrDefault(release => release.Reading == file.Reading && release.File == file.Hash && release.Agreed?.List == file.Agreed?.List && release.State != ReleaseState.Withdrawn
            && (reading.Columns.All(column => column.Period.Length > 0) || release.Table.Columns.Any(column => column.Period == reading.PeriodIn(file.Year))));

    /// <summary>
    /// Hides the further figures the auditor proposed, and publishes: once it has looked again beside all that is published now.
    /// </summary>
    public Task<Refusal?> Withhold(string reading, int number, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(reading, number, actor, now, async release =>
        {
            if (release is not { State: ReleaseState.Held, Audit.CanBeHidden: true, AwaitsFew: false })
                return null;
            var changed = release with { Withheld = [.. release.Withheld, .. release.Audit.Proposal], State = ReleaseState.Published };
            return await Audit(changed, stop) is null or { IsPublishable: true } ? changed : null;
        }, "publiée avec des chiffres masqués", "Ces chiffres masqués ne suffisent pas, ou plus\u00A0: une autre publication a pu paraître depuis. Écartez celle-ci, puis reprenez le fichier.", stop);

    /// <summary>
    /// The producer confirms its counts below the threshold of their source: published with them, unless a hidden figure could be
    /// worked out beside all that is published now.
    /// </summary>
    public Task<Refusal?> ConfirmFew(string reading, int number, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Settle(reading, number, actor, now, (release, _) => release with { FewConfirmed = now }, "aux petits effectifs confirmés", stop);

    /// <summary>
    /// Hides those counts as secrets, and publishes: unless they could be worked out of what is left. Then it stays held, and the
    /// auditor says what to hide further.
    /// </summary>
    public Task<Refusal?> HideFew(string reading, int number, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Settle(reading, number, actor, now, (release, tables) => release with { Withheld = [.. release.Withheld, .. FewUnits.Figures(tables, Catalogue)] }, "aux petits effectifs masqués", stop);

    /// <summary>Looks again at a file that is held, beside all that is published by now: published where nothing holds it any more.</summary>
    public Task<Refusal?> Recheck(string reading, int number, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(reading, number, actor, now, async release => release.State != ReleaseState.Held ? null : Judged(release, await Audit(release, stop)),
            "vérifiée de nouveau", "Ce fichier n’est plus retenu. Relisez la page.", stop);

    private Task<Refusal?> Settle(string reading, int number, string actor, DateTimeOffset now, Func<SeriesRelease, IReadOnlyList<SeriesTable>, SeriesRelease> settle, string done, CancellationToken stop) =>
        Change(reading, number, actor, now, async release =>
        {
            if (release is not { State: ReleaseState.Held, AwaitsFew: true })
                return null;
            var changed = settle(release, await shelf.Tables(release, stop));
            return Judged(changed, await Audit(changed, stop));
        }, done, "C’est déjà dit de ces petits effectifs, ou ce fichier n’est plus retenu. Relisez la page.", stop);

    private static SeriesRelease Judged(SeriesRelease release, ReleaseAudit? audit) =>
        release with { Audit = audit, State = audit is null or { IsPublishable: true } && !release.AwaitsFew ? ReleaseState.Published : ReleaseState.Held };

    private async Task<ReleaseAudit?> Audit(SeriesRelease release, CancellationToken stop) =>
        SeriesAudit.Of(release, release.Hiding(await shelf.Tables(release, stop)), await Published(await shelf.All(stop), stop), Catalogue, await atlas(stop), setting.Zone);

    /// <summary>Puts a release aside: what an older one gives holds again.</summary>
    /// <param name="seen">Revision of the series (<see cref="SeriesShelf.Revision"/>) at which what disappears was read: where anything was published or put aside since, it is to be read again. Null where nobody was shown it.</param>
    public Task<Refusal?> Withdraw(string reading, int number, string actor, DateTimeOffset now, int? seen = null, CancellationToken stop = default) =>
        Change(reading, number, actor, now, async release => release.State == ReleaseState.Withdrawn || seen is not null && seen != await shelf.Revision(stop) ? null : release with { State = ReleaseState.Withdrawn },
            "écartée", "Ce fichier est déjà écarté, ou d’autres ont paru depuis que cette page est ouverte\u00A0: ce qui disparaît a pu changer. Relisez, puis confirmez de nouveau.", stop);

    /// <summary>Published releases with their tables, the oldest first.</summary>
    public async Task<IReadOnlyList<(SeriesRelease Release, IReadOnlyList<SeriesTable> Tables)>> Published(IReadOnlyList<SeriesRelease> all, CancellationToken stop = default)
    {
        List<(SeriesRelease, IReadOnlyList<SeriesTable>)> read = [];
        foreach (var release in all.Where(release => release.IsPublished).OrderBy(release => release.Order))
            read.Add((release, release.Hiding(await shelf.Tables(release, stop))));
        return read;
    }

    private Task<Refusal?> Change(string reading, int number, string actor, DateTimeOffset now, Func<SeriesRelease, Task<SeriesRelease?>> change, string done, string otherwise, CancellationToken stop) =>
        ledger.Carry(async () =>
        {
            var turned = await Turned(stop);
            return await shelf.Find(reading, number, stop) is not { } held
                ? new Draft.Refuse(Refusal.Because(Why.Unknown, "Cette publication n’existe pas."))
                : await change(held.Value) is not { } changed
                    ? new Draft.Refuse(Refusal.Because(Why.Changed, otherwise))
                    : new Draft.Write(SeriesRelease.Partition, [new Change.Replace(held.Key, Stored.Write(changed), held.Version), turned],
                        [new Effect.Note(actor, $"série {changed.Id} {done}", $"note-series-{changed.Id}-{changed.State}-{now.ToUnixTimeSeconds()}", now, "")]);
        }, stop);

    private async Task<Change> Turned(CancellationToken stop) =>
        await ledger.Find<SeriesState>(SeriesRelease.Partition, SeriesState.Key, stop) is { } held
            ? new Change.Replace(SeriesState.Key, Stored.Write(new SeriesState(held.Value.Revision + 1)), held.Version)
            : new Change.Insert(SeriesState.Key, Stored.Write(new SeriesState(1)));
}
