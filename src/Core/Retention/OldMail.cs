using Almanach.Core.Engine;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Ports;
using Almanach.Core.Privacy;

namespace Almanach.Core.Retention;

/// <summary>Deletes messages that arrived, once nothing has waited in them for a while: the file, then its line. What waits stays.</summary>
public sealed class OldMail(Ledger ledger, IStore store, IFiles files)
{
    /// <returns>How many were deleted.</returns>
    public async Task<int> Erase(DateTimeOffset now, CancellationToken stop = default)
    {
        List<Held<ReceivedMail>> old = [];
        HashSet<string> kept = [];
        await foreach (var held in ledger.List<ReceivedMail>(ReceivedMail.Partition, ReceivedMail.Prefix, stop))
            if (held.Value.Settled is { } settled && settled.AddDays(RetentionRules.MailDays) < now && old.Count < RetentionRules.MostANight)
                old.Add(held);
            else
                kept.Add(held.Value.Id);
        return await Delete(old, kept, stop);
    }

    /// <summary>What one person sent, or what came in answer to a message to her; of others, what names her and waits for nothing.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> Of(string contact, Mention mention, CancellationToken stop = default)
    {
        List<ReceivedMail> hers = [];
        await foreach (var held in ledger.List<ReceivedMail>(ReceivedMail.Partition, ReceivedMail.Prefix, stop))
            if (held.Value.Contact == contact || mention.IsAddress(held.Value.From) || !held.Value.Waits && (mention.In(held.Value.Text) || mention.In(held.Value.Because)))
                hers.Add(held.Value);
        return hers;
    }

    /// <summary>Deletes these, whatever waits in them.</summary>
    public async Task Erase(IReadOnlyList<ReceivedMail> mails, CancellationToken stop = default)
    {
        var gone = mails.Select(mail => mail.Id).ToHashSet();
        List<Held<ReceivedMail>> old = [];
        HashSet<string> kept = [];
        await foreach (var held in ledger.List<ReceivedMail>(ReceivedMail.Partition, ReceivedMail.Prefix, stop))
            if (gone.Contains(held.Value.Id))
                old.Add(held);
            else
                kept.Add(held.Value.Id);
        await Delete(old, kept, stop);
    }

    private async Task<int> Delete(List<Held<ReceivedMail>> old, HashSet<string> kept, CancellationToken stop)
    {
        if (old.Count == 0)
            return 0;
        List<Change> gone = [.. old.Select(held => new Change.Delete(held.Key, held.Version))];
        await foreach (var seen in ledger.List<SeenMail>(ReceivedMail.Partition, ReceivedMail.SeenPrefix, stop))
            if (!kept.Contains(seen.Value.Id))
                gone.Add(new Change.Delete(seen.Key, seen.Version));
        foreach (var held in old)
            await files.Delete(held.Value.Path, stop);
        foreach (var chunk in gone.Chunk(RetentionRules.Chunk))
            await store.Commit(ReceivedMail.Partition, chunk, stop);
        return old.Count;
    }
}
