using System.Security.Cryptography;
using System.Text;
using Almanach.Core;
using Almanach.Core.Cycle;
using Almanach.Core.Cycle.Preparation;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Year.Prepare;

/// <summary>A year whose dates are being chosen: open already, or the one that opens next.</summary>
/// <param name="Plan">As it is stored, or would be if it opened now.</param>
/// <param name="Past">The years before it, the latest first.</param>
/// <param name="Opening">The step of the year before that opens it; null once it is open.</param>
/// <param name="Booked">Ids of its meetings to which people register: they are told of a move, which is read before.</param>
internal sealed record PrepareMatter(Office Office, YearPlan Plan, bool IsOpen, IReadOnlyList<YearPlan> Past, Step? Opening, IReadOnlySet<string> Booked)
{
    /// <inheritdoc cref="YearDraft.MayChange"/>
    public bool MayChange(Step step) => YearDraft.MayChange(Plan, step) && !Booked.Contains(step.Id);

    /// <summary>A step of every other year, once skipped, is found four years back.</summary>
    private const int YearsBack = 4;

    public int Year => Plan.Year;

    public string Href => Addresses.Prepare(Year);

    public Setting Setting => Office.Setting;

    /// <summary>When it opens: what is dated before would be over already.</summary>
    public DateTimeOffset Opens => Opening is { IsAhead: true, Waiting: false } step && step.Starts > Office.Now ? step.Starts : Office.Now;

    public static async Task<PrepareMatter?> Find(Office office, int year, CancellationToken stop)
    {
        List<YearPlan> past = [];
        for (var back = 1; back <= YearsBack; back++)
            if (await office.Cycle.Find(year - back, stop) is { } plan)
                past.Add(plan);
        if (await office.Cycle.Find(year, stop) is { } open)
            return new PrepareMatter(office, open, true, past, null, await BookedIn(office, open, stop));
        return past is [var before, ..] && before.Year == year - 1
            ? new PrepareMatter(office, YearDraft.Of(office.Setting, year, await office.Preparation.Find(year, stop)), false, past, before.Steps.FirstOrDefault(step => step.Work is StepWork.OpenNextYear), new HashSet<string>())
            : null;
    }

    private static async Task<IReadOnlySet<string>> BookedIn(Office office, YearPlan plan, CancellationToken stop)
    {
        HashSet<string> booked = [];
        foreach (var step in plan.Steps.Where(step => step is { IsAhead: true, Work: StepWork.Meet { Body: null } }))
            if (await office.Registrations.Find($"{plan.Year}-{step.Id}", stop) is { Book: { } })
                booked.Add(step.Id);
        return booked;
    }

    /// <summary>Names the dates and states that a page was made of: kept only over the very same.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{IsOpen}/{string.Join('.', Plan.Steps.Select(step => $"{step.Id}-{Todo.Stamp(step.Starts)}-{(step.Ends is { } ends ? Todo.Stamp(ends) : "")}-{step.State}"))}")))[..24];

    /// <summary>An open year moves as one; a year to come keeps what was chosen.</summary>
    public Task<Refusal?> Keep(YearPlan chosen, CancellationToken stop) => IsOpen
        ? YearDraft.Differences(Plan, chosen) is { Count: > 0 } dates
            ? Office.Cycle.Apply(Year, new CycleCommand.Move(dates[0].Step, dates, Office.Now, Core.Access.Coordination.Id), stop)
            : Task.FromResult<Refusal?>(null)
        : Office.Preparation.Keep(chosen, Opens, Office.Now, Core.Access.Coordination.Id, stop);
}
