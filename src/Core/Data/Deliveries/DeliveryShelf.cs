using System.Security.Cryptography;
using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Deliveries;

/// <summary>
/// The raw files that were delivered, and what is known of them. Whoever makes figures of them begins at <see cref="Accepted"/>,
/// the only list of what may be used, and reads the bytes by <see cref="Raw"/>.
/// </summary>
public sealed class DeliveryShelf(Ledger ledger, IFiles files)
{
    /// <summary>Every deposit of a consultation, the oldest first.</summary>
    public async Task<IReadOnlyList<DataDeposit>> All(string consultation, CancellationToken stop = default)
    {
        List<DataDeposit> all = [];
        await foreach (var held in ledger.List<DataDeposit>(DataDeposit.Partition, DataDeposit.Prefix(consultation), stop))
            all.Add(held.Value);
        return [.. all.OrderBy(deposit => deposit.At).ThenBy(deposit => deposit.File, StringComparer.Ordinal)];
    }

    /// <summary>Every deposit of every consultation.</summary>
    public async Task<IReadOnlyList<DataDeposit>> All(CancellationToken stop = default)
    {
        List<DataDeposit> all = [];
        await foreach (var held in ledger.List<DataDeposit>(DataDeposit.Partition, DataDeposit.Every, stop))
            all.Add(held.Value);
        return all;
    }

    /// <summary>
    /// Every file that the coordinator accepted, of every year, in the order in which she did. A later one of the same delivery and
    /// year takes the place of the former, which stays listed: figures may have been made of it. A file that has only come, or is
    /// valid, or was replaced before anybody accepted it, is not here. Nothing is withdrawn from this list, nor deleted.
    /// </summary>
    /// <example>« rsa-caf-rhone » of 2022, « au 31 décembre 2021 », of caf-rhone: its bytes at <c>depots-de-donnees/HASH/brut</c>, read by <c>schemas/rsa.json</c>.</example>
    public async Task<IReadOnlyList<AcceptedFile>> Accepted(CancellationToken stop = default) =>
        [.. (await All(stop)).Where(deposit => deposit.IsAccepted).OrderBy(deposit => deposit.Accepted).ThenBy(deposit => deposit.Key, StringComparer.Ordinal).Select(AcceptedFile.Of)];

    public async Task<DataDeposit?> Find(string consultation, string delivery, string file, CancellationToken stop = default) =>
        (await ledger.Find<DataDeposit>(DataDeposit.Partition, DataDeposit.KeyOf(consultation, delivery, file), stop))?.Value;

    /// <summary>Stores a file as it came, once; never overwritten. It is read twice, since its name is what it holds: never whole in memory.</summary>
    /// <param name="content">Read from its beginning, and left open.</param>
    /// <returns>Its SHA-256.</returns>
    /// <exception cref="ChangedMeanwhileException">It was written meanwhile, and is not kept.</exception>
    public async Task<string> Keep(Stream content, CancellationToken stop = default)
    {
        content.Position = 0;
        var file = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));
        content.Position = 0;
        await using var same = new SameBytes(content, file);
        await files.WriteNew(DataDeposit.RawPath(file), same, stop);
        return file;
    }

    public async Task<bool> IsKept(string file, CancellationToken stop = default)
    {
        await foreach (var path in files.List(DataDeposit.RawPath(file), stop))
            if (path == DataDeposit.RawPath(file))
                return true;
        return false;
    }

    /// <summary>The raw file, to be read and sought in; null where it is gone.</summary>
    public Task<Stream?> Raw(string file, CancellationToken stop = default) => files.Open(DataDeposit.RawPath(file), stop);

    /// <summary>The report of a check as JSON; null where there is none.</summary>
    public Task<byte[]?> Report(string consultation, string delivery, string file, CancellationToken stop = default) =>
        files.Read(DataDeposit.ReportPath(consultation, delivery, file), stop);

    /// <summary>The row goes last: dying in between leaves what finds the rest.</summary>
    /// <param name="alone">No other deposit or answer has the same bytes.</param>
    public async Task Delete(DataDeposit deposit, bool alone, CancellationToken stop = default)
    {
        await files.Delete(DataDeposit.ReportPath(deposit.Consultation, deposit.Delivery, deposit.File), stop);
        await files.Delete(DataDeposit.SchemaPath(deposit.Consultation, deposit.Delivery, deposit.File), stop);
        if (alone)
        {
            List<string> lists = [];
            await foreach (var path in files.List(DataDeposit.MendsFolder(deposit.File), stop))
                lists.Add(path);
            foreach (var path in lists)
                await files.Delete(path, stop);
            await files.Delete(DataDeposit.RawPath(deposit.File), stop);
        }
        await ledger.Write(new Draft.Write(DataDeposit.Partition, [new Change.Delete(deposit.Key)], []), stop);
    }

    public Task Write(string consultation, string delivery, string file, byte[] report, CancellationToken stop = default) =>
        files.Write(DataDeposit.ReportPath(consultation, delivery, file), report, stop);

    /// <summary>Stores the values of a file that are read as others, once; never overwritten.</summary>
    public Task Keep(string file, MendList list, CancellationToken stop = default) => files.WriteNew(DataDeposit.MendsPath(file, list.Hash), list.Json, stop);

    /// <summary>Those values; none for an empty name.</summary>
    /// <exception cref="InvalidDataException">The list is gone: the file may not be read without it.</exception>
    public async Task<MendList> Mends(string file, string list, CancellationToken stop = default) =>
        list.Length == 0 ? MendList.None
        : await files.Read(DataDeposit.MendsPath(file, list), stop) is { } json ? MendList.Read(json)
        : throw new InvalidDataException($"La liste des corrections {list} manque. Rétablissez une sauvegarde.");

    public async Task<bool> IsKept(string file, string list, CancellationToken stop = default) => await files.Read(DataDeposit.MendsPath(file, list), stop) is not null;

    /// <summary>Keeps the schema that a file suggests, for the next year’s.</summary>
    public Task WriteSchema(DataDeposit deposit, byte[] schema, CancellationToken stop = default) => files.Write(DataDeposit.SchemaPath(deposit.Consultation, deposit.Delivery, deposit.File), schema, stop);

    /// <summary>Null where none was kept.</summary>
    public Task<byte[]?> Schema(DataDeposit deposit, CancellationToken stop = default) => files.Read(DataDeposit.SchemaPath(deposit.Consultation, deposit.Delivery, deposit.File), stop);
}
