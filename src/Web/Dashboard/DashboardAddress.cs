using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Dashboard;

/// <summary>The permanent address of every view of the dashboard, both ways. What is not understood means what is usual.</summary>
internal static class DashboardAddress
{
    public const string Path = "/tableau-de-bord";

    public static string Of(Indicator indicator) => $"{Path}/{indicator.Id}";

    /// <summary>Only what differs from the usual view stands in it.</summary>
    public static string Of(IndicatorView view, Func<DashboardQuery, DashboardQuery>? change = null)
    {
        var query = view.Query with { Level = view.Level, Period = view.Period };
        return Of(view.Indicator, change is null ? query : change(query));
    }

    public static string Of(Indicator indicator, DashboardQuery query, string file = "") => $"{Of(indicator)}{file}{Text(query)}";

    private static string Text(DashboardQuery query)
    {
        List<string> parts = [];
        if (query.Level is { } level)
            parts.Add($"niveau={LevelNames.Slug(level)}");
        if (query.Period is { } period)
            parts.Add($"periode={period}");
        if (query.Within is { } within)
            parts.Add($"dans={within}");
        if (query.Territory is { } territory)
            parts.Add($"territoire={territory}");
        if (query.Sort != DashboardSort.Name || query.Descending)
            parts.Add($"tri={(query.Sort switch { DashboardSort.Name => "nom", DashboardSort.Value => "valeur", DashboardSort.Change => "evolution" })}");
        if (query.Descending)
            parts.Add("sens=desc");
        if (query.Small)
            parts.Add("communes=toutes");
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    public static DashboardQuery Read(IQueryCollection query) => new(
        LevelNames.OfSlug(query["niveau"]),
        query["periode"].ToString() is { Length: <= 7 } period && Period.IsValid(period) ? period : null,
        Code(query["dans"]), Code(query["territoire"]),
        query["tri"].ToString() switch { "valeur" => DashboardSort.Value, "evolution" => DashboardSort.Change, _ => DashboardSort.Name },
        query["sens"] == "desc", query["communes"] == "toutes");

    /// <summary>What a program asks for and there is not: a page shows what is usual in its place, data must not.</summary>
    /// <returns>French; null where all was understood.</returns>
    public static string? Problem(IQueryCollection query, IndicatorView view)
    {
        if (query["niveau"] is { Count: > 0 } level && level != LevelNames.Slug(view.Level))
            return $"«\u00A0niveau\u00A0» est l’un de ceux où cet indicateur a des chiffres\u00A0: {string.Join(", ", view.Levels.Select(LevelNames.Slug))}.";
        if (query["periode"] is { Count: > 0 } period && period != view.Period)
            return $"«\u00A0periode\u00A0» est l’une de celles que ce niveau a\u00A0: {string.Join(", ", view.Periods)}.";
        if (query["dans"] is { Count: > 0 } && view.Query.Within is null)
            return "«\u00A0dans\u00A0» est le code d’un département de la région, pour un niveau plus fin.";
        if (query["territoire"] is { Count: > 0 } && view.Chosen is null)
            return "«\u00A0territoire\u00A0» est le code d’un territoire de ce niveau, dans la région.";
        if (query["tri"] is { Count: > 0 } sort && sort.ToString() is not ("nom" or "valeur" or "evolution"))
            return "«\u00A0tri\u00A0» est nom, valeur ou evolution.";
        if (query["sens"] is { Count: > 0 } way && way.ToString() is not ("asc" or "desc"))
            return "«\u00A0sens\u00A0» est asc ou desc.";
        return query["communes"] is { Count: > 0 } small && small != "toutes" ? "«\u00A0communes\u00A0» est «\u00A0toutes\u00A0», ou rien." : null;
    }

    public static string Territory(TerritoryLevel level, TerritoryCode code) => $"{Path}/territoires/{LevelNames.Slug(level)}/{code}";

    private static TerritoryCode? Code(string? text) => text is not null && TerritoryCode.TryParse(text, out var code) ? code : null;
}
