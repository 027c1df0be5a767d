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
        var incomplete = view.Rows.Count(row => row.Figure.State == FigureState.Incomplete);
        var many = LevelNames.Many(view.Level) + (view.Left > 0 ? $" de {Numbers.Digits(IndicatorView.Small)}\u00A0habitants ou plus" : "");
        return given.Count switch
        {
            0 => $"{Capitals.First(Period.In(view.Period))}, aucun chiffre n’est publié pour les {many}.",
            1 => $"{Capitals.First(Period.In(view.Period))}, {given[0].Name}\u00A0: {FigureWords.WithUnit(given[0].Figure, view.Indicator)}.{Partly(incomplete)}",
            _ => $"{Capitals.First(Period.In(view.Period))}, de {FigureWords.WithUnit(given[0].Figure, view.Indicator)} ({given[0].Name}) à {FigureWords.WithUnit(given[^1].Figure, view.Indicator)} ({given[^1].Name}), parmi {Numbers.Digits(given.Count)}\u00A0{many}.{Partly(incomplete)}",
        };

        static string Partly(int count) => count == 0 ? "" : $" {Numbers.Count(count, "territoire n’a", "territoires n’ont")} qu’une partie de {(count == 1 ? "son" : "leur")} chiffre.";
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

    /// <summary>« Pas encore de chiffres. Fichier attendu : MSA. Déjà arrivé : CAF. »</summary>
    public static string Awaited(Board board, Indicator indicator)
    {
        bool Came(string measure) => board.Releases.Any(release => release.IsPublished && release.Table.Columns.Any(column => column.Measure == measure));
        IReadOnlyList<string> Producers(bool came) => [.. indicator.Measures.Where(measure => Came(measure) == came).Select(board.Catalogue.MeasureOf).OfType<Measure>()
            .Select(measure => board.Catalogue.SourceOf(measure.Source)?.Producer).OfType<string>().Distinct()];
        var (missing, there) = (Producers(false), Producers(true));
        return missing.Count == 0 ? "Pas encore de chiffres\u00A0: les fichiers reçus ne portent pas sur les mêmes territoires ou les mêmes périodes."
            : $"Pas encore de chiffres. {(missing.Count == 1 ? "Fichier attendu" : "Fichiers attendus")}\u00A0: {Lists.Join(missing)}.{(there.Count == 0 ? "" : $" {(there.Count == 1 ? "Déjà arrivé" : "Déjà arrivés")}\u00A0: {Lists.Join(there)}.")}";
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
