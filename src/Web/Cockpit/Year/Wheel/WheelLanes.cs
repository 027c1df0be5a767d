
namespace Almanach.Web.Cockpit.Year.Wheel;

/// <summary>The lanes of one ring, from the outside in, filled one mark after the other.</summary>
/// <param name="outer">Radius of the edge of the first lane.</param>
/// <param name="badge">Radius of a number.</param>
/// <param name="most">How many lanes there may be at most; null for as many as are needed.</param>
internal sealed class WheelLanes(double outer, double badge, double pitch, int? most)
{
    private readonly List<List<(double From, double To)>> taken = [];

    public int Count => taken.Count;

    public WheelMark Place(WheelMark mark)
    {
        for (var lane = 0; most is null || lane < most; lane++)
            if (Room(lane, Whole(mark with { Radius = Radius(lane) })) is { } place)
                return Take(lane, place, mark with { Radius = Radius(lane) });
        return Later(mark);
    }

    /// <summary>Every lane is taken at its day: its number stands in the first gap after it, whatever lines pass below.</summary>
    private WheelMark Later(WheelMark mark)
    {
        for (var shift = 0.0; shift < WheelAngles.Whole; shift += badge / outer)
            for (var lane = 0; lane < most; lane++)
                if (Number(mark with { Radius = Radius(lane), Badge = mark.From + shift }) is var place && Room(lane, place) is not null)
                    return Take(lane, place, mark with { Radius = Radius(lane), Badge = mark.From + shift });
        return mark with { Radius = Radius(0) };
    }

    private WheelMark Take(int lane, (double From, double To) place, WheelMark mark)
    {
        taken[lane].Add(place);
        return mark;
    }

    private (double From, double To)? Room(int lane, (double From, double To) place)
    {
        while (taken.Count <= lane)
            taken.Add([]);
        return taken[lane].Any(other => WheelAngles.Overlap(place, other)) ? null : place;
    }

    private double Radius(int lane) => outer - pitch * (lane + 0.5);

    /// <summary>The number and the line together.</summary>
    private (double From, double To) Whole(WheelMark mark)
    {
        var (from, to) = Number(mark);
        return (from, Math.Min(Math.Max(to, mark.To + 1.5 / mark.Radius), from + WheelAngles.Whole));
    }

    private (double From, double To) Number(WheelMark mark)
    {
        var half = Math.Asin(Math.Min(1, (badge + 1) / mark.Radius));
        return (mark.Badge - half, mark.Badge + half);
    }
}
