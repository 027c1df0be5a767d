using System.Security.Cryptography;
using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Deliveries;

/// <summary>The raw files that were delivered, and what is known of them.</summary>
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

    public async Task<DataDeposit?> Find(string consultation, string delivery, string file, CancellationToken stop = default) =>
        (await ledger.Find<DataDeposit>(DataDeposit.Partition, DataDeposit.KeyOf(consultation, delivery, file), stop))?.Value;

    /// <summary>Stores the bytes as they came, once; never overwritten.</summary>
    /// <returns>Their SHA-256.</returns>
    public async Task<string> Keep(ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
    {
        var file = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        await files.WriteNew(DataDeposit.RawPath(file), bytes, stop);
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

    public Task Write(string consultation, string delivery, string file, byte[] report, CancellationToken stop = default) =>
        files.Write(DataDeposit.ReportPath(consultation, delivery, file), report, stop);
}
