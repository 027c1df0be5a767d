using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.French;

namespace Almanach.Web.Dashboard;

/// <summary>What a view says in sentences.</summary>
internal static class ViewWords
{
    /// <summary>The first sentence of the page: region and France, or the span of the figures.</summary>
    public static string Lede(IndicatorView view)
    {
        var wide = view.Beside.Where(row => row.Level is TerritoryLevel.Region or TerritoryLevel.Metropolis && row.Figure.IsGiven).ToList();
        var own = view.Chosen is { Figure.IsGiven: true } chosen ? chosen : wide.FirstOrDefault();
        if (own is null)
            return Span(view);
        var other = wide.FirstOrDefault(row => row != own && row.Level < own.Level);
        return $"{Capitals.First(Period.In(view.Period))}, {own.Name}\u00A0: {FigureWords.WithUnit(own.Figure, view.Indicator)}"
            + (other is null || view.Indicator.IsCount ? "." : $", contre {FigureWords.WithUnit(other.Figure, view.Indicator)} {Where(other)}.");
    }

    /// <summary>« de 12,4 % (Haute-Savoie) à 23,4 % (Allier) ».</summary>
    public static string Span(IndicatorView view)
    {
        var given = view.Rows.Where(row => row.Figure.IsGiven).OrderBy(row => row.Figure.Value).ToList();
        var many = LevelNames.Many(view.Level);
        return given.Count switch
        {
            0 => $"{Capitals.First(Period.In(view.Period))}, aucun chiffre n’est publié pour les {many}.",
            1 => $"{Capitals.First(Period.In(view.Period))}, {given[0].Name}\u00A0: {FigureWords.WithUnit(given[0].Figure, view.Indicator)}.",
            _ => $"{Capitals.First(Period.In(view.Period))}, de {FigureWords.WithUnit(given[0].Figure, view.Indicator)} ({given[0].Name}) à {FigureWords.WithUnit(given[^1].Figure, view.Indicator)} ({given[^1].Name}), parmi {Numbers.Digits(given.Count)}\u00A0{many}.",
        };
    }

    /// <summary>What a map shows, for somebody who does not see it.</summary>
    public static string MapSummary(IndicatorView view)
    {
        var hidden = view.Rows.Count(row => row.Figure.IsHidden);
        return Span(view) + (hidden == 0 ? "" : $" {Numbers.Count(hidden, "valeur est couverte", "valeurs sont couvertes")} par le secret statistique.") + " Le tableau voisin donne toutes les valeurs.";
    }

    /// <summary>« +2,1 % », « −0,3 point ».</summary>
    public static string Change(decimal? change, Indicator indicator) => change is not { } given ? "–"
        : indicator.IsInPoints ? Numbers.Signed(given, Math.Max(1, indicator.Decimals)) : $"{Numbers.Signed(given, 1)}\u00A0%";

    /// <summary>Head of the column of changes.</summary>
    public static string ChangeHead(IndicatorView view) =>
        $"Depuis {Period.Label(view.Before!)}{(view.Indicator.IsInPoints && view.Indicator.Unit.StartsWith('%') ? " (points)" : "")}";

    public static string ClassWords(Quantiles classes, int one, Indicator indicator)
    {
        string Bound(decimal value) => Numbers.Decimal(value, indicator.Decimals);
        return classes.Count == 1 ? classes.Least == classes.Most ? Bound(classes.Least) : $"de {Bound(classes.Least)} à {Bound(classes.Most)}"
            : one == 1 ? $"moins de {Bound(classes.Bounds[0])}"
            : one == classes.Count ? $"{Bound(classes.Bounds[^1])} et plus"
            : $"de {Bound(classes.Bounds[one - 2])} à moins de {Bound(classes.Bounds[one - 1])}";
    }

    /// <summary>« par département », « par EPCI ».</summary>
    public static string By(TerritoryLevel level) => level switch
    {
        TerritoryLevel.Metropolis => "en France métropolitaine",
        TerritoryLevel.Region => "dans la région",
        _ => $"par {LevelNames.One(level)}",
    };

    public static string Sources(Board board, Indicator indicator) =>
        string.Join("\u00A0; ", board.Catalogue.SourcesOf(indicator).Select(source => $"{source.Producer}, {source.Name}").Distinct());

    private static string Where(TerritoryRow row) => row.Level == TerritoryLevel.Metropolis ? "en France métropolitaine" : $"dans la région {row.Name}";
}
