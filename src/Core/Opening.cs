using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core;

/// <summary>The first morning of a platform: its members, its catalogue, its first year, its daily asks. Every later start finds them there.</summary>
public sealed class Opening(Setting setting, Ledger ledger, NetworkDesk network, CycleDesk cycle, AskDesk asks, CatalogueDesk catalogue)
{
    private const string Partition = "platform";
    private const string Key = "opened";

    /// <param name="year">The first year to plan.</param>
    public async Task Open(int year, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await ledger.Find<Opened>(Partition, Key, stop) is not null)
            return;
        await network.Write(setting.Folder.Organisations, setting.Folder.Contacts, stop: stop);
        await catalogue.Begin(setting.Folder.Catalogue.Select(card => EntryRules.New(card.Id, card.Card, now)), stop);
        await cycle.Open(year, now, stop);
        if (!await ledger.Commit(new Draft.Write(AskDay.Partition, [], [asks.Next(setting.Zone.DayOf(now))]), stop))
            throw new InvalidOperationException("The first morning was not written: open again.");
        await ledger.Commit(new Draft.Write(Partition, [new Change.Insert(Key, Stored.Write(new Opened(year, now)))], []), stop);
    }

    /// <summary>
    /// Opens a real platform's first year, unless one is open. Refused once its calendar has begun: a year opened late would at
    /// once send everything it has missed.
    /// </summary>
    public async Task<Refusal?> OpenFirst(int year, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await ledger.Find<Opened>(Partition, Key, stop) is not null)
            return null;
        if (setting.Plan(year).Steps.MinBy(step => step.Starts) is { } first && first.Starts <= now)
            return Refusal.Because(Why.NotNow,
                $"L’année {year} ne peut plus être ouverte\u00A0: «\u00A0{first.Title}\u00A0» commençait le {FrenchDates.Day(setting.Zone.DayOf(first.Starts))}. Indiquez l’année suivante dans les réglages, ou changez le calendrier de la plate-forme.");
        await Open(year, now, stop);
        return null;
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
