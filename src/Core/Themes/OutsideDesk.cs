using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Themes;

/// <summary>Takes what is proposed outside any collection, by the public form or by a member, to the board it can still reach.</summary>
public sealed class OutsideDesk(Ledger ledger, ThemeDesk themes, CycleDesk cycle)
{
    /// <param name="from">The latest year that is open.</param>
    public async Task<Refusal?> Propose(OutsideProposal sent, int from, DateTimeOffset now, CancellationToken stop = default)
    {
        if (OutsideRules.Check(sent) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        var proposal = OutsideRules.Of(sent, await Year(from, now, stop), now);
        var refusal = await themes.Apply(proposal.Year, new ThemeCommand.Propose(proposal, now), stop: stop);
        return refusal is null && sent.Address.Length > 0
            ? await ledger.Write(new Draft.Write(OutsideAuthor.Partition,
                [new Change.Put($"{proposal.Year}|{proposal.Id}", Stored.Write(new OutsideAuthor(proposal.Id, proposal.Year, sent.Address, now)))], []), stop)
            : refusal;
    }

    /// <summary>A subject from a member, at any time of the year.</summary>
    /// <param name="from">The latest year that is open.</param>
    public async Task<Refusal?> Propose(SpontaneousProposal sent, Contact by, int from, DateTimeOffset now, CancellationToken stop = default)
    {
        var proposal = SpontaneousRules.Of(sent, by, await Year(from, now, stop), now);
        return await themes.Apply(proposal.Year, new ThemeCommand.Propose(proposal, now), stop: stop);
    }

    /// <summary>People outside who left an address for an answer, in a year.</summary>
    public async Task<IReadOnlyList<OutsideAuthor>> Authors(int year, CancellationToken stop = default)
    {
        List<OutsideAuthor> authors = [];
        await foreach (var held in ledger.List<OutsideAuthor>(OutsideAuthor.Partition, $"{year}|", stop))
            authors.Add(held.Value);
        return authors;
    }

    /// <summary>
    /// Boards with subjects to read, oldest year first: that which takes new ones, always last, the latest year’s where its
    /// grouping is done, and those of before on which some were left unread.
    /// </summary>
    /// <param name="open">Years that are open, oldest first.</param>
    public async Task<IReadOnlyList<Board>> ToRead(IReadOnlyList<int> open, DateTimeOffset now, CancellationToken stop = default)
    {
        if (open.Count == 0)
            return [];
        var takes = await Year(open[^1], now, stop);
        List<Board> boards = [];
        foreach (var year in open.Where(year => year != takes))
            if (await themes.Load(year, stop) is var board && (board.Unread.Count > 0 || (year == open[^1] && board.FromOutside.Count > 0)))
                boards.Add(board);
        return [.. boards, await themes.Load(takes, stop)];
    }

    /// <summary>Once its proposals are grouped, or its committee has met, a year's themes are settled: what comes then is for the year after.</summary>
    public async Task<int> Year(int from, DateTimeOffset now, CancellationToken stop = default)
    {
        var steps = (await cycle.Find(from, stop))?.Steps ?? [];
        return steps.Any(step => step is { Work: StepWork.ConsolidateThemes, State: StepState.Closed } || (step.Work is StepWork.Meet { Decides: true } && step.Starts <= now))
            ? from + 1 : from;
    }
}
