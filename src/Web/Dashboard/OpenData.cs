using System.ComponentModel;
using System.Text.Json.Serialization;
using Almanach.Core;
using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;

namespace Almanach.Web.Dashboard;

/// <summary>The indicators of the dashboard, for programs.</summary>
/// <param name="Geography">Year of the lists of territories all figures are in: 1 January.</param>
internal sealed record OpenCatalogue([property: Description("Année des listes de territoires (1er janvier).")] int Geography, IReadOnlyList<OpenIndicator> Indicators)
{
    public static OpenCatalogue Of(Office office, Board board) => new(board.Geography.Year.Value, [.. board.Catalogue.Indicators.Select(one => OpenIndicator.Of(office, board, one))]);
}

/// <param name="Homepage">Its page.</param>
/// <param name="Guide">How to read it.</param>
/// <param name="Field">Whom or what the figures are about.</param>
/// <param name="Vintage">As of when the source is.</param>
/// <param name="Breaks">Periods that do not compare with those before.</param>
/// <param name="Levels">Those that have figures, from the widest, with their periods.</param>
internal sealed record OpenIndicator(
    string Id, string Title, string Description, string Unit, string Homepage, IReadOnlyList<OpenSource> Sources,
    [property: Description("Comment le lire.")] string? Guide, [property: Description("Qui ou quoi il porte.")] string? Field, [property: Description("De quelle version sont les chiffres.")] string? Vintage,
    [property: Description("Périodes qui ne se comparent pas aux précédentes.")] IReadOnlyList<OpenBreak> Breaks, [property: Description("Niveaux qui ont des chiffres, du plus large au plus fin, avec leurs périodes.")] IReadOnlyList<OpenLevel> Levels)
{
    public static OpenIndicator Of(Office office, Board board, Indicator indicator) => new(
        indicator.Id, indicator.Title, indicator.Definition, indicator.Unit, office.Around.Root + DashboardAddress.Of(indicator),
        [.. board.Catalogue.SourcesOf(indicator).Select(source => new OpenSource($"{source.Producer}, {source.Name}", Given(source.Link), Given(source.Licence)))],
        Given(indicator.Guide), Given(indicator.Field), Given(indicator.Vintage),
        [.. (indicator.Breaks ?? []).Select(one => new OpenBreak(one.Period, one.Why))],
        [.. board.LevelsOf(indicator).Select(level => new OpenLevel(LevelNames.Slug(level), board.Periods(indicator, level)))]);

    private static string? Given(string text) => text.Length > 0 ? text : null;
}

internal sealed record OpenSource(string Title, string? Path, string? Licence);

internal sealed record OpenBreak(string Period, string Why);

internal sealed record OpenLevel([property: LevelSlug] string Level, IReadOnlyList<string> Periods);

/// <summary>One view of an indicator: a level at a period.</summary>
/// <param name="Before">The period changes are against; none across a break in the series.</param>
/// <param name="Beside">The wider territories, which are no part of the level: they do not add to it.</param>
/// <param name="LeftOut">Municipalities under 2,000 inhabitants, unless all are asked for.</param>
internal sealed record OpenView(
    OpenIndicator Indicator, [property: LevelSlug, Description("Le niveau des territoires.")] string Level, string Period,
    [property: Description("La période à laquelle les évolutions se rapportent ; absente après une rupture de série.")] string? Before,
    [property: Description("Les territoires du niveau.")] IReadOnlyList<OpenFigure> Territories,
    [property: Description("Les territoires plus larges, pour comparer : ils ne s’ajoutent pas aux premiers.")] IReadOnlyList<OpenFigure> Beside,
    [property: Description("Communes de moins de 2 000 habitants laissées de côté, sauf si communes=toutes.")] int LeftOut)
{
    public static OpenView Of(Office office, Board board, IndicatorView view) => new(
        OpenIndicator.Of(office, board, view.Indicator), LevelNames.Slug(view.Level), view.Period, view.Break is null ? view.Before : null,
        [.. view.Rows.Select(row => OpenFigure.Of(row, view.Indicator))], [.. view.Beside.Select(row => OpenFigure.Of(row, view.Indicator))], view.Left);
}

/// <param name="Value">In the unit of the indicator; null where it is not given.</param>
/// <param name="Mark">Why it is not.</param>
/// <param name="AtLeast">Of a sum that is not whole: what its known parts make.</param>
/// <param name="Change">Against the period before: in per cent, or in the unit itself of a rate.</param>
internal sealed record OpenFigure(
    [property: LevelSlug] string Level, string Code, string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never), Description("Dans l’unité de l’indicateur ; nul où il n’est pas donné.")] decimal? Value,
    [property: Description("Pourquoi il n’est pas donné : s (secret), nd (non diffusé), masque (masqué par la plate-forme), et les autres marques de missingValues du paquet.")] string? Mark,
    [property: Description("D’une somme incomplète, ce que font les parties connues.")] decimal? AtLeast,
    [property: Description("Depuis la période d’avant : en %, ou dans l’unité d’un taux (points).")] decimal? Change)
{
    public static OpenFigure Of(TerritoryRow row, Indicator indicator) => new(
        LevelNames.Slug(row.Level), row.Code.ToString(), row.Name, row.Figure.Known is { } value ? Rounded(value, indicator) : null,
        row.Figure.IsGiven ? null : FigureMarks.Of(row.Figure.State), row.Figure is { State: FigureState.Incomplete, Value: > 0 } ? row.Figure.Value : null,
        row.Change is { } change ? Math.Round(change, 2) : null);

    /// <summary>As precise as a page shows it, and one digit more.</summary>
    public static decimal Rounded(decimal value, Indicator indicator) => indicator.Kind is IndicatorKind.Count or IndicatorKind.Value ? value : Math.Round(value, indicator.Decimals + 1);
}
