using System.Text.Json;
using Almanach.Core;
using Almanach.Core.Network.Import;

namespace Almanach.Web.Api;

/// <summary>A plan of import for programs: the same on the command line and over HTTP.</summary>
/// <param name="Hash">Names exactly this plan: what is confirmed is this, and nothing else.</param>
/// <param name="Written">False while it is only a plan, and where there is nothing to write.</param>
/// <param name="Counts">Rows of each verdict.</param>
/// <param name="Remarks">What is said of the whole: sheets left out, rows before the head.</param>
/// <param name="Invitations">How many people added are invited to each open consultation, by its id.</param>
public sealed record ImportReport(
    string Hash, bool Written, IReadOnlyDictionary<Verdict, int> Counts, IReadOnlyList<PlannedColumn> Columns, IReadOnlyList<PlannedLine> Lines,
    IReadOnlyList<string> Remarks, IReadOnlyDictionary<string, int> Invitations)
{
    public static async Task<ImportReport> Of(Office office, ImportPlan plan, bool written, CancellationToken stop = default) => new(
        plan.Hash, written, Enum.GetValues<Verdict>().ToDictionary(verdict => verdict, plan.Count), plan.Columns, plan.Lines, plan.Remarks,
        plan.Rows.Invites
            ? await office.Newcomers.Asked([.. plan.Rows.Inform], plan.Rows.On(await office.Network.Load(stop)), office.Now, stop)
            : new Dictionary<string, int>());

    public string Json() => JsonSerializer.Serialize(this, ApiJson.Of<ImportReport>());
}
