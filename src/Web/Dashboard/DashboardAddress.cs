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

    public static string Territory(TerritoryLevel level, TerritoryCode code) => $"{Path}/territoires/{LevelNames.Slug(level)}/{code}";

    private static TerritoryCode? Code(string? text) => text is not null && TerritoryCode.TryParse(text, out var code) ? code : null;
}
