using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Indicators;

/// <summary>
/// The figures of an indicator, from the series it rests on. What is derived of a hidden figure is hidden; what is derived
/// of published ones alone tells a reader nothing that she could not reckon herself.
/// </summary>
public static class IndicatorFigures
{
    /// <summary>Null where the series do not give it at that level and period.</summary>
    public static IndicatorColumn? Of(SeriesBook book, Indicator indicator, TerritoryLevel level, string period)
    {
        if (Sum(book, indicator.Of, level, period) is not { } above)
            return null;
        switch (indicator.Kind)
        {
            case IndicatorKind.Count:
                return new IndicatorColumn(indicator, above.Scope, period, above.Figures, null, above.From);
            case IndicatorKind.Value:
                return new IndicatorColumn(indicator, above.Scope, period, above.Figures, null, above.From);
            case IndicatorKind.Rate:
                var below = Denominator(book, indicator, level, period);
                return below is not { } found ? null : new IndicatorColumn(indicator, above.Scope, period,
                    Combine(above.Figures, found.Figures, (n, d) => d == 0 ? null : n / d * indicator.Times), found.Period, [.. above.From, .. found.From]);
            case IndicatorKind.Change:
                var start = Period.Before(period, indicator.Years);
                return Sum(book, indicator.Of, level, start) is not { } before ? null : new IndicatorColumn(indicator, above.Scope, period,
                    Combine(above.Figures, before.Figures, (end, begin) => Yearly(begin, end, indicator.Years)), start, [.. above.From, .. before.From]);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Periods for which it can be given at a level, the oldest first.</summary>
    public static IReadOnlyList<string> Periods(SeriesBook book, Indicator indicator, TerritoryLevel level)
    {
        var common = Common(book, indicator.Of, level);
        return indicator.Kind switch
        {
            IndicatorKind.Count or IndicatorKind.Value => common,
            IndicatorKind.Rate => [.. common.Where(period => DenominatorPeriod(book, indicator, level, period) is not null)],
            IndicatorKind.Change => [.. common.Where(period => common.Contains(Period.Before(period, indicator.Years)))],
        };
    }

    /// <summary>(end / start)^(1 / years) − 1, in per cent; null where one is not above zero.</summary>
    /// <example>Insee’s average yearly change of 100 to 110 in five years: 1.92.</example>
    public static decimal? Yearly(decimal start, decimal end, int years) =>
        start <= 0 || end <= 0 ? null : (decimal)((Math.Pow((double)(end / start), 1.0 / years) - 1) * 100);

    private static IReadOnlyList<string> Common(SeriesBook book, IReadOnlyList<string> measures, TerritoryLevel level) =>
        measures.Count == 0 ? [] : [.. book.Periods(measures[0], level).Where(period => measures.Skip(1).All(measure => book.Find(measure, level, period) is not null))];

    private static (LevelScope Scope, Figure[] Figures, IReadOnlyList<LevelColumn> From)? Sum(SeriesBook book, IReadOnlyList<string> measures, TerritoryLevel level, string period)
    {
        List<LevelColumn> columns = [];
        foreach (var measure in measures)
            if (book.Find(measure, level, period) is { } column)
                columns.Add(column);
            else
                return null;
        return columns switch
        {
            [] => null,
            [var one] => (one.Scope, one.Figures, columns),
            _ => (columns[0].Scope, columns.Select(column => column.Figures).Aggregate((left, right) => Combine(left, right, (a, b) => a + b)), columns),
        };
    }

    private static (Figure[] Figures, string Period, IReadOnlyList<LevelColumn> From)? Denominator(SeriesBook book, Indicator indicator, TerritoryLevel level, string period) =>
        DenominatorPeriod(book, indicator, level, period) is { } own && Sum(book, indicator.Per ?? [], level, own) is { } sum ? (sum.Figures, own, sum.From) : null;

    /// <summary>The same period, or the same year: figures of the end of a month stand over the population of their year.</summary>
    private static string? DenominatorPeriod(SeriesBook book, Indicator indicator, TerritoryLevel level, string period)
    {
        var known = Common(book, indicator.Per ?? [], level);
        return known.Contains(period) ? period : known.FirstOrDefault(other => Period.Year(other) == Period.Year(period));
    }

    private static Figure[] Combine(Figure[] left, Figure[] right, Func<decimal, decimal, decimal?> with)
    {
        var result = new Figure[left.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = left[i].IsGiven && right[i].IsGiven
                ? with(left[i].Value, right[i].Value) is { } value ? Figure.Of(value) : new Figure(0, FigureState.NotApplicable)
                : Worst(left[i], right[i]);
        return result;
    }

    /// <summary>Why there is no figure: a secret before all else.</summary>
    private static Figure Worst(Figure left, Figure right)
    {
        var state = left.IsHidden ? left.State : right.IsHidden ? right.State : left.IsGiven ? right.State : left.State;
        return new Figure(0, state, Math.Max(left.Lacking, right.Lacking)) is { State: FigureState.Incomplete } incomplete ? incomplete with { Value = 0 } : new Figure(0, state);
    }
}

/// <summary>An indicator at one level and period.</summary>
/// <param name="Other">Period of the denominator, or start of the change; null for none.</param>
/// <param name="From">The columns it is made of.</param>
public sealed record IndicatorColumn(Indicator Indicator, LevelScope Scope, string Period, Figure[] Figures, string? Other, IReadOnlyList<LevelColumn> From)
{
    public bool IsSummed => From.Any(column => column.IsSummed);

    public Figure At(TerritoryCode code) => Scope.PlaceOf(code) is >= 0 and var place ? Figures[place] : Figure.Absent;
}
