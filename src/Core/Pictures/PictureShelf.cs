using System.Security.Cryptography;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Core.Retention;

namespace Almanach.Core.Pictures;

/// <summary>
/// Pictures people send, under the hash of their bytes, never changed. One is kept before the answer that bears it is taken: until
/// then a row says since when it waits, and a night deletes what nobody took in the end.
/// </summary>
public sealed class PictureShelf(Ledger ledger, IFiles files)
{
    public const string Partition = "pictures";

    /// <summary>A form left open is sent within days, or never.</summary>
    public const int WaitsDays = 30;

    /// <summary>Keeps a picture once it is clean; kept already, it is the same one. The alternative text is whoever’s sends it.</summary>
    public async Task<(KeptPicture? Picture, string Because)> Keep(ReadOnlyMemory<byte> bytes, DateTimeOffset now, CancellationToken stop = default)
    {
        var reading = PictureReader.Read(bytes);
        if (reading is not PictureReading.Clean clean)
            return (null, ((PictureReading.Refused)reading).Because);
        var kept = new KeptPicture($"images/{Convert.ToHexStringLower(SHA256.HashData(clean.Bytes.Span))}.{clean.Extension}", clean.Width, clean.Height);
        await ledger.Carry(async () =>
        {
            var waits = await ledger.Find<WaitingPicture>(Partition, WaitingPicture.KeyOf(kept.File), stop);
            // One that an answer bears waits for nothing any more.
            if (waits is null && await files.Read(kept.File, stop) is not null)
                return new Draft.Nothing();
            return new Draft.Write(Partition, [new Change.Put(WaitingPicture.KeyOf(kept.File), Stored.Write(new WaitingPicture(kept.File, now)))], []);
        }, stop);
        await files.WriteNew(kept.File, clean.Bytes, stop);
        return (kept, "");
    }

    /// <summary>A picture that is kept; null for any other name.</summary>
    public async Task<KeptPicture?> Find(string file, CancellationToken stop = default) =>
        await Bytes(file, stop) is { } bytes && PictureReader.Read(bytes) is PictureReading.Clean clean ? new KeptPicture(file, clean.Width, clean.Height) : null;

    /// <summary>Its bytes; null for a name that is none of ours.</summary>
    public async Task<byte[]?> Bytes(string file, CancellationToken stop = default) =>
        ContributionChecks.IsKept(file) ? await files.Read(file, stop) : null;

    /// <summary>An answer bears these: they stay as long as it.</summary>
    public Task Take(IEnumerable<string> taken, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        List<Change> changes = [];
        foreach (var file in taken.Distinct())
            if (await ledger.Find<WaitingPicture>(Partition, WaitingPicture.KeyOf(file), stop) is { } waits)
                changes.Add(new Change.Delete(waits.Key, waits.Version));
        return changes.Count == 0 ? new Draft.Nothing() : new Draft.Write(Partition, changes, []);
    }, stop);

    /// <summary>Deletes what nobody took in the end: the row first, so that one that is sent at that moment stays.</summary>
    /// <returns>How many were deleted.</returns>
    public async Task<int> Erase(DateTimeOffset now, CancellationToken stop = default)
    {
        List<Held<WaitingPicture>> old = [];
        await foreach (var held in ledger.List<WaitingPicture>(Partition, WaitingPicture.Prefix, stop))
            if (held.Value.Since.AddDays(WaitsDays) < now && old.Count < RetentionRules.MostANight)
                old.Add(held);
        var count = 0;
        foreach (var held in old)
            if (await ledger.Commit(new Draft.Write(Partition, [new Change.Delete(held.Key, held.Version)], []), stop))
            {
                await files.Delete(held.Value.File, stop);
                count++;
            }
        return count;
    }
}

/// <param name="File">Path in the files: <c>images/HASH.jpg</c> or <c>.png</c>.</param>
public sealed record KeptPicture(string File, int Width, int Height);

/// <summary>A picture no answer bears yet.</summary>
public sealed record WaitingPicture(string File, DateTimeOffset Since)
{
    public const string Prefix = "waits|";

    public static string KeyOf(string file) => Prefix + file[(file.LastIndexOf('/') + 1)..];
}
