using Almanach.Core.Engine;
using Almanach.Core.French;

namespace Almanach.Web.Cockpit.Demonstration;

/// <summary>What the bar of a demonstration says.</summary>
/// <param name="Today">The simulated date in words.</param>
/// <param name="Next">What comes next, and when; null when nothing is ahead.</param>
public sealed record DemonstrationBar(string Today, string? Next)
{
    public static DemonstrationBar Of(IDemonstration demonstration, Setting setting) =>
        new(FrenchDates.DayAt(setting.Zone.LocalOf(demonstration.Now)), demonstration.Coming is { } coming
            ? $"{coming.Step}{(coming.Ends ? ", fin" : "")}, le {FrenchDates.DayAt(setting.Zone.LocalOf(coming.At))}" : null);
}
