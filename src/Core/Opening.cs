using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core;

/// <summary>The first morning of a platform: its members, its first year, its daily asks. Every later start finds them there.</summary>
public sealed class Opening(Setting setting, Ledger ledger, NetworkDesk network, CycleDesk cycle, AskDesk asks)
{
    private const string Partition = "platform";
    private const string Key = "opened";

    /// <param name="year">The first year to plan.</param>
    public async Task Open(int year, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await ledger.Find<Opened>(Partition, Key, stop) is not null)
            return;
        await network.Write(setting.Folder.Organisations, setting.Folder.Contacts, stop: stop);
        await cycle.Open(year, now, stop);
        if (!await ledger.Commit(new Draft.Write(AskDay.Partition, [], [asks.Next(setting.Zone.DayOf(now))]), stop))
            throw new InvalidOperationException("The first morning was not written: open again.");
        await ledger.Commit(new Draft.Write(Partition, [new Change.Insert(Key, Stored.Write(new Opened(year, now)))], []), stop);
    }

    /// <summary>The years that have a plan, in order.</summary>
    public async Task<IReadOnlyList<int>> Years(CancellationToken stop = default)
    {
        if (await ledger.Find<Opened>(Partition, Key, stop) is not { } opened)
            return [];
        List<int> years = [];
        for (var year = opened.Value.FirstYear; await cycle.Find(year, stop) is not null; year++)
            years.Add(year);
        return years;
    }
}

/// <summary>That a platform was opened, and with which year.</summary>
public sealed record Opened(int FirstYear, DateTimeOffset At);
