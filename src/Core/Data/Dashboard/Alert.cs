using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.French;

namespace Almanach.Core.Data.Dashboard;

/// <summary>A figure that deserves to be told of, by the rule of its indicator.</summary>
/// <param name="Why">In French, the end of a sentence: « en hausse de 6,2 % depuis 2019 ».</param>
public sealed record Alert(Indicator Indicator, TerritoryLevel Level, TerritoryCode Code, string Name, string Period, Figure Figure, string Why);

/// <summary>The rules of alerts: thresholds and direction are configuration, what is missing or hidden never alerts.</summary>
public static class Alerts
{
    /// <summary>Where figures are followed: alerts are read together there.</summary>
    public static IReadOnlyList<TerritoryLevel> Levels { get; } = [TerritoryLevel.Region, TerritoryLevel.Department, TerritoryLevel.Intercommunality];

    /// <summary>The alerts of the latest period of every indicator that has a rule, by indicator, then level.</summary>
    public static IReadOnlyList<Alert> Of(Board board) =>
        [.. board.Catalogue.Indicators.Where(indicator => indicator.Alert is not null).SelectMany(indicator => Levels.SelectMany(level => Of(board, indicator, level)))];

    private static IEnumerable<Alert> Of(Board board, Indicator indicator, TerritoryLevel level)
    {
        if (board.Periods(indicator, level) is not [.., var period] || board.Column(indicator, level, period) is not { } column)
            yield break;
        var periods = board.Periods(indicator, level);
        var before = periods.Count > 1 && indicator.BreakBetween(periods[^2], period) is null ? board.Column(indicator, level, periods[^2]) : null;
        var region = level > TerritoryLevel.Region && board.Column(indicator, TerritoryLevel.Region, period) is { } wide ? wide.Figures[0].Known : null;
        for (var place = 0; place < column.Figures.Length; place++)
            if (column.Figures[place] is { IsGiven: true } figure
                && Why(indicator, figure.Value, before is null ? null : RowMaker.Change(indicator, before.Figures[place], figure), before?.Period, region) is { } why)
                yield return new Alert(indicator, level, column.Scope.Codes[place], column.Scope.Names[place], period, figure, why);
    }

    /// <summary>Null where no threshold is passed.</summary>
    public static string? Why(Indicator indicator, decimal value, decimal? change, string? since, decimal? region)
    {
        var rule = indicator.Alert!;
        var unit = indicator.IsInPoints ? indicator.Unit.StartsWith('%') ? "point" : indicator.Unit : "%";
        string Amount(decimal size) => unit == "point" ? $"{Numbers.Decimal(size, 1)}\u00A0{(size < 2 ? "point" : "points")}" : $"{Numbers.Decimal(size, 1)}\u00A0{unit}";
        if (rule.Change != 0 && change is { } moved && (rule.Change > 0 ? moved >= rule.Change : moved <= rule.Change))
            return $"en {(moved > 0 ? "hausse" : "baisse")} de {Amount(Math.Abs(moved))} depuis {Period.Label(since!)}";
        if (rule.Above != 0 && value >= rule.Above)
            return $"au seuil de {FigureWords.WithUnit(rule.Above, indicator)} ou au-dessus";
        if (rule.Below != 0 && value <= rule.Below)
            return $"au seuil de {FigureWords.WithUnit(rule.Below, indicator)} ou au-dessous";
        if (rule.Gap != 0 && region is { } wide && (indicator.IsInPoints ? value - wide : wide == 0 ? 0 : (value / wide - 1) * 100) is var gap && (rule.Gap > 0 ? gap >= rule.Gap : gap <= rule.Gap))
            return $"à {Amount(Math.Abs(gap))} {(gap > 0 ? "au-dessus" : "au-dessous")} de la région";
        return null;
    }
}
