using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Themes;

/// <summary>Takes the proposals of the public form to the board they can still reach.</summary>
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

    /// <summary>People outside who want to hear of their proposals of a year.</summary>
    public async Task<IReadOnlyList<OutsideAuthor>> Authors(int year, CancellationToken stop = default)
    {
        List<OutsideAuthor> authors = [];
        await foreach (var held in ledger.List<OutsideAuthor>(OutsideAuthor.Partition, $"{year}|", stop))
            authors.Add(held.Value);
        return authors;
    }

    /// <summary>Once its committee has met, a year's themes are chosen: what comes then is for the year after.</summary>
    public async Task<int> Year(int from, DateTimeOffset now, CancellationToken stop = default)
    {
        var committee = (await cycle.Find(from, stop))?.Steps.FirstOrDefault(step => step.Work is StepWork.Meet { Decides: true });
        return committee is not null && committee.Starts <= now ? from + 1 : from;
    }
}
