using System.IO.Compression;
using System.Security.Cryptography;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Names;
using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Series;

/// <summary>A file to be taken in, already kept.</summary>
/// <param name="Organisation">Who gave it; empty for the coordination.</param>
/// <param name="Year">The year of the platform it is of: fills the period of the reading.</param>
public sealed record FileToRead(string Reading, string RawPath, string Hash, string Name, string Organisation, string Delivery, int Year, DateTimeOffset At);

/// <summary>What came of it: a release, or why there is none.</summary>
public sealed record TakenIn(SeriesRelease? Release, IReadOnlyList<string> Problems)
{
    public static TakenIn Not(params IReadOnlyList<string> problems) => new(null, problems);
}

/// <summary>
/// Takes files in: read whole or refused, normalised, audited beside all that is published, then published or held. The same
/// file by the same reading gives the same release, however often it is taken in.
/// </summary>
public sealed class SeriesDesk(Ledger ledger, SeriesShelf shelf, DeliveryShelf deliveries, Setting setting, IDataFiles? reader, Func<CancellationToken, Task<Atlas>> atlas)
{
    private IndicatorCatalogue Catalogue => setting.Folder.Indicators;

    /// <summary>Bytes that are kept under their hash before anything else.</summary>
    public async Task<TakenIn> TakeIn(string reading, string name, ReadOnlyMemory<byte> bytes, int year, DateTimeOffset at, CancellationToken stop = default)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var path = $"series/brut/{hash}";
        await shelf.Keep(path, bytes, stop);
        return await TakeIn(new FileToRead(reading, path, hash, DepositName.Clean(name), "", "", year, at), stop);
    }

    /// <summary>An accepted delivery, by every reading of it. What cannot be read is noted for the coordinator; done again, it changes nothing.</summary>
    public async Task TakeIn(Effect.TakeInFile accepted, CancellationToken stop = default)
    {
        if (await deliveries.Find(accepted.Consultation, accepted.Delivery, accepted.File, stop) is not { } deposit)
            return;
        foreach (var reading in Catalogue.Readings.Where(reading => reading.Delivery == accepted.Delivery))
        {
            var taken = await TakeIn(new FileToRead(reading.Id, DataDeposit.RawPath(deposit.File), deposit.File, deposit.Name, deposit.Organisation, $"{deposit.Consultation}/{deposit.Delivery}", YearOf(deposit.Consultation), accepted.Due), stop);
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

    public async Task<TakenIn> TakeIn(FileToRead file, CancellationToken stop = default)
    {
        if (Catalogue.ReadingOf(file.Reading) is not { } reading)
            return TakenIn.Not($"La lecture «\u00A0{file.Reading}\u00A0» n’est pas dans indicateurs.json. Il y a\u00A0: {string.Join(", ", Catalogue.Readings.Select(one => one.Id))}.");
        if (reader is null)
            return TakenIn.Not("Cet hôte ne lit pas de fichiers de données.");
        var all = await shelf.All(stop);
        if (all.FirstOrDefault(release => release.Reading == reading.Id && release.File == file.Hash && release.State != ReleaseState.Withdrawn) is { } known)
            return new TakenIn(known, []);
        var lists = await atlas(stop);
        await using var raw = await shelf.Raw(file.RawPath, stop) ?? throw new InvalidDataException($"Le fichier brut {file.Hash} manque.");
        var read = Normalise(reading, raw, file.Year, lists);
        if (read.Table is not { } table)
            return TakenIn.Not(read.Problems);
        var number = all.Where(release => release.Reading == reading.Id).Select(release => release.Number).DefaultIfEmpty(0).Max() + 1;
        var release = new SeriesRelease(reading.Id, number, file.Hash, file.RawPath, file.Name, file.Organisation, file.Delivery, file.At, reading.Level, reading.TerritoryYear, table, ReleaseState.Published, [], null) { Order = await shelf.Revision(stop) + 1, YearsLater = reading.YearsLater };
        var audit = table.Hidden == 0 ? null : SeriesAudit.Of(release, SeriesTable.Read(read.Data), await Published(all, stop), Catalogue, lists);
        release = release with { Audit = audit, State = audit is null or { IsPublishable: true } ? ReleaseState.Published : ReleaseState.Held };
        await shelf.Write(release, read.Data, SeriesPackage.Of(release, Catalogue), stop);
        var refusal = await ledger.Carry(async () => await shelf.Find(reading.Id, number, stop) is not null
            ? new Draft.Refuse(Refusal.Because(Why.Changed, "Un autre fichier de la même lecture vient d’être pris en compte. Recommencez."))
            : new Draft.Write(SeriesRelease.Partition, [new Change.Insert(release.Key, Stored.Write(release)), await Turned(stop)],
                [new Effect.Note("", $"série {release.Id} {(release.IsPublished ? "publiée" : "retenue")}", $"note-series-{release.Id}", file.At, "")]), stop);
        return refusal is null ? new TakenIn(release, []) : TakenIn.Not(refusal.Message);
    }

    /// <summary>Hides the further figures the auditor proposed, and publishes.</summary>
    public Task<Refusal?> Withhold(string reading, int number, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(reading, number, actor, now, release => release is { State: ReleaseState.Held, Audit.Proposal.Count: > 0, Audit.Contradictions.Count: 0 }
            ? release with { Withheld = release.Audit.Proposal, State = ReleaseState.Published }
            : null, "publiée avec des chiffres masqués", "Cette publication n’attend pas de chiffres à masquer. Rechargez la page.", stop);

    /// <summary>Puts a release aside: what an older one gives holds again.</summary>
    public Task<Refusal?> Withdraw(string reading, int number, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(reading, number, actor, now, release => release.State == ReleaseState.Withdrawn ? null : release with { State = ReleaseState.Withdrawn },
            "écartée", "Cette publication est déjà écartée. Rechargez la page.", stop);

    /// <summary>Published releases with their tables, the oldest first.</summary>
    public async Task<IReadOnlyList<(SeriesRelease Release, IReadOnlyList<SeriesTable> Tables)>> Published(IReadOnlyList<SeriesRelease> all, CancellationToken stop = default)
    {
        List<(SeriesRelease, IReadOnlyList<SeriesTable>)> read = [];
        foreach (var release in all.Where(release => release.IsPublished).OrderBy(release => release.Order))
            read.Add((release, await shelf.Tables(release, stop)));
        return read;
    }

    private Task<Refusal?> Change(string reading, int number, string actor, DateTimeOffset now, Func<SeriesRelease, SeriesRelease?> change, string done, string otherwise, CancellationToken stop) =>
        ledger.Carry(async () => await shelf.Find(reading, number, stop) is not { } held
            ? new Draft.Refuse(Refusal.Because(Why.Unknown, "Cette publication n’existe pas."))
            : change(held.Value) is not { } changed
                ? new Draft.Refuse(Refusal.Because(Why.Changed, otherwise))
                : new Draft.Write(SeriesRelease.Partition, [new Change.Replace(held.Key, Stored.Write(changed), held.Version), await Turned(stop)],
                    [new Effect.Note(actor, $"série {changed.Id} {done}", $"note-series-{changed.Id}-{changed.State}", now, "")]), stop);

    private async Task<Change> Turned(CancellationToken stop) =>
        await ledger.Find<SeriesState>(SeriesRelease.Partition, SeriesState.Key, stop) is { } held
            ? new Change.Replace(SeriesState.Key, Stored.Write(new SeriesState(held.Value.Revision + 1)), held.Version)
            : new Change.Insert(SeriesState.Key, Stored.Write(new SeriesState(1)));

    /// <summary>Reads a raw file whole; nothing of a file with one bad cell.</summary>
    public NormalisedFile Normalise(SeriesReading reading, Stream raw, int year, Atlas lists)
    {
        var opening = reader!.Open(raw, reading.Sheet.Length > 0 ? reading.Sheet : null);
        if (opening.File is not { } file)
            return NormalisedFile.Not(opening.Problem!.Message);
        using var _ = file;
        try
        {
            var choice = SheetChoice.Of(file, reading.Sheet.Length > 0 && file.Facts.Sheets is not [{ Name.Length: 0 }] ? reading.Sheet : null);
            if (choice.Place is not { } place)
                return NormalisedFile.Not(choice.Problem!.Message);
            using var rows = new TableRows(file.Open(place));
            if (rows.Head is not { } head)
                return NormalisedFile.Not("Cette feuille ne contient aucun tableau.");
            var (columns, problems) = ReadColumns.Of(head, reading, reading.PeriodIn(year));
            if (columns is null)
                return NormalisedFile.Not(problems);
            using var data = new MemoryStream();
            NormalisedTable table;
            using (var gzip = new GZipStream(data, CompressionLevel.Fastest, leaveOpen: true))
                table = SeriesNormaliser.Run(rows, file.Facts.Sheets[place].Name, columns, reading, reading.ByName ? new NameIndex(reading.Level, reading.TerritoryYear, lists) : null, gzip);
            return table.Odd.Count > 0 ? NormalisedFile.Not(table.Odd)
                : table.Rows == 0 ? NormalisedFile.Not("Le tableau n’a aucune ligne de données.")
                : new NormalisedFile(table, data.ToArray(), []);
        }
        catch (UnreadableException unreadable)
        {
            return NormalisedFile.Not(unreadable.Problem.Message);
        }
    }
}

/// <param name="Data">The normalised rows, compressed.</param>
public sealed record NormalisedFile(NormalisedTable? Table, byte[] Data, IReadOnlyList<string> Problems)
{
    public static NormalisedFile Not(params IReadOnlyList<string> problems) => new(null, [], problems);
}
