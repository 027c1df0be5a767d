using Almanach.Core.Cycle;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;
using Almanach.Web.Cockpit.Rooms;

namespace Almanach.Web.Cockpit.Themes;

/// <summary>The board of a year with what its pages need beside it.</summary>
/// <param name="Step">The consolidation step; null where the year has none.</param>
public sealed record ThemesMatter(int Year, IReadOnlyList<int> Years, Board Board, Step? Step, YearPlan Plan, Roster Roster)
{
    /// <summary>Addresses that people outside left for an answer, by proposal.</summary>
    public IReadOnlyDictionary<string, string> Outside { get; init; } = new Dictionary<string, string>();

    public static async Task<ThemesMatter?> Load(Room room, int year, CancellationToken stop)
    {
        if (await room.Office.Cycle.Find(year, stop) is not { } plan)
            return null;
        return new ThemesMatter(
            year, await room.Office.Opening.Years(stop), await room.Office.Themes.Load(year, stop),
            plan.Steps.FirstOrDefault(step => step.Work is StepWork.ConsolidateThemes), plan, await room.Office.Network.Load(stop))
        {
            Outside = (await room.Office.Outside.Authors(year, stop)).ToDictionary(author => author.Proposal, author => author.Address),
        };
    }

    public string Address => $"/cockpit/themes/{Year}";

    public IReadOnlyList<Theme> Standing => Board.Standing;

    /// <summary>The proposals of a theme, withdrawn ones included.</summary>
    public IReadOnlyList<Proposal> Originals(Theme theme) =>
        [.. theme.Proposals.Where(Board.Proposals.ContainsKey).Select(id => Board.Proposals[id])];

    public string NameOf(string organisation) => Room.NameOf(Roster, organisation);

    /// <summary>With its article, for a sentence: « le Département de la Drôme ».</summary>
    public string Said(string organisation) => Roster.Organisations.TryGetValue(organisation, out var known) ? known.For : organisation;

    /// <summary>By kind in the order of the platform's priorities, those without a wish last.</summary>
    public IReadOnlyList<(ActionKind? Kind, IReadOnlyList<Theme> Themes)> Groups(Platform platform)
    {
        var order = platform.ActionKinds.OrderBy(kind => kind.Priority).Select(kind => (ActionKind?)kind.Kind).ToList();
        return [.. Standing.GroupBy(theme => theme.Kind)
            .OrderBy(group => order.IndexOf(group.Key) is var at && at < 0 ? int.MaxValue : at)
            .Select(group => (group.Key, (IReadOnlyList<Theme>)[.. group]))];
    }
}
