using Almanach.Core.Platforms.Checks;

namespace Almanach.Core.Platforms.Reading;

/// <summary>Reads and checks <c>years/2021.json</c> and its like.</summary>
internal static class PastYears
{
    public static IReadOnlyDictionary<int, YearBefore> Read(IReadOnlyDictionary<string, byte[]> files, List<Problem> problems, Platform? platform, Findings aboutPlatform)
    {
        var first = platform is not null && aboutPlatform.IsWhole("/firstYear") ? platform.FirstYear : (int?)null;
        var years = new Dictionary<int, YearBefore>();
        foreach (var path in files.Keys.Where(IsYear).Order(StringComparer.Ordinal))
        {
            var found = new Findings(path, problems);
            if (JsonFit.Read<YearBefore>(TextBytes.Read(files[path], found), found) is not { } year)
                continue;
            Check(year, path, first, found);
            years.TryAdd(year.Year, year);
        }
        if (first is not null && years.Count > 0 && !years.ContainsKey(first.Value - 1))
            new Findings(PlatformFolder.YearsFolder, problems).Warn("",
                $"Rien ne dit ce que l’année {first - 1} a laissé.", $"Ajouter « years/{first - 1}.json ».");
        return years;
    }

    private static void Check(YearBefore year, string path, int? first, Findings found)
    {
        if (path != $"{PlatformFolder.YearsFolder}{year.Year}.json")
            found.Error("/year", $"L’année {year.Year} n’est pas celle du nom du fichier.", "Accorder les deux.");
        else if (year.Year >= first)
            found.Error("/year", $"L’année {year.Year} n’est pas avant la première année de la plate-forme ({first}).", "Retirer le fichier, ou changer « firstYear ».");
        _ = new Known("un thème", "/untreated", year.Untreated.Select(theme => theme.Id), found);
        foreach (var (index, theme) in year.Untreated.Index())
            PlatformChecks.Given(theme.Title, $"/untreated/{index}/title", found);
        foreach (var (index, action) in year.Actions.Index())
            PlatformChecks.Given(action.Title, $"/actions/{index}/title", found);
    }

    private static bool IsYear(string path) => path.StartsWith(PlatformFolder.YearsFolder, StringComparison.Ordinal)
        && path.EndsWith(".json", StringComparison.Ordinal);
}
