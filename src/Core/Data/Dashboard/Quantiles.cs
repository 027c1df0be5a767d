using Almanach.Core.Data.Series;

namespace Almanach.Core.Data.Dashboard;

/// <summary>
/// Classes that hold about as many territories each. Equal values are never parted; few different values make few classes.
/// </summary>
/// <param name="Bounds">Lower bound of every class but the first, rising.</param>
public sealed record Quantiles(IReadOnlyList<decimal> Bounds, decimal Least, decimal Most)
{
    public const int Usual = 5;

    public int Count => Bounds.Count + 1;

    /// <summary>From 1.</summary>
    public int ClassOf(decimal value) => 1 + Bounds.Count(bound => value >= bound);

    /// <summary>Null where no figure is given.</summary>
    /// <param name="decimals">Bounds are rounded as figures are shown, so that the legend says what the map does.</param>
    public static Quantiles? Of(IEnumerable<Figure> figures, int decimals, int classes = Usual)
    {
        var values = figures.Where(figure => figure.IsGiven).Select(figure => Math.Round(figure.Value, decimals, MidpointRounding.AwayFromZero)).Order().ToArray();
        if (values.Length == 0)
            return null;
        SortedSet<decimal> bounds = [];
        for (var one = 1; one < classes; one++)
            if (values[(int)Math.Round((double)values.Length * one / classes) is var at && at >= values.Length ? values.Length - 1 : at] is var bound && bound > values[0])
                bounds.Add(bound);
        return new Quantiles([.. bounds], values[0], values[^1]);
    }
}
