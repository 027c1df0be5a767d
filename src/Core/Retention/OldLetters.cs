using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Ports;

namespace Almanach.Core.Retention;

/// <summary>Takes the words of old messages away: they name people and hold what they answered. The line of each stays, with ids.</summary>
public sealed class OldLetters(Ledger ledger, IStore store)
{
    /// <returns>How many messages lost their words.</returns>
    public async Task<int> Erase(Func<DateTimeOffset, bool> past, CancellationToken stop = default)
    {
        List<Held<MailingLine>> old = [];
        // In order of their date: the first that is kept ends it.
        await foreach (var held in ledger.List<MailingLine>(MailingLine.Partition, "", stop))
            if (old.Count == RetentionRules.MostANight || !past(held.Value.Due))
                break;
            else if (!held.Value.Erased)
                old.Add(held);
        var count = 0;
        foreach (var line in old)
            count += await Empty(line, stop) ? 1 : 0;
        return count;
    }

    /// <summary>The letter first, then its line: dying in between, the next night finds the line and does both again.</summary>
    private async Task<bool> Empty(Held<MailingLine> line, CancellationToken stop)
    {
        var partition = MailingState.Partition(line.Value.Key);
        if (await ledger.Find<MailingState>(partition, MailingState.Key, stop) is { Value.Erased: false } held
            && !await store.Commit(partition, [new Change.Replace(held.Key, Stored.Write(held.Value.Emptied()), held.Version)], stop))
            return false;
        return await store.Commit(MailingLine.Partition, [new Change.Replace(line.Key, Stored.Write(line.Value with { Subject = "", Erased = true }), line.Version)], stop);
    }
}
