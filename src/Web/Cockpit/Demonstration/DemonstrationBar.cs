using Almanach.Core.Engine;
using Almanach.Core.French;

namespace Almanach.Web.Cockpit.Demonstration;

/// <summary>What the bar of a demonstration says.</summary>
/// <param name="Today">The simulated date in words.</param>
/// <param name="NextTitle">Title of the next step; null when nothing is ahead.</param>
public sealed record DemonstrationBar(string Today, string? NextTitle)
{
    public static DemonstrationBar Of(IDemonstration demonstration, Setting setting) =>
        new(FrenchDates.DayAt(setting.Zone.LocalOf(demonstration.Now)), demonstration.NextTitle);
}
