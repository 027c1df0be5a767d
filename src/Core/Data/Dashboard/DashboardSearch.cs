using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Territories;
using Almanach.Core.French;

namespace Almanach.Core.Data.Dashboard;

/// <summary>Finds indicators by all the words given, and territories by name or code. Accents and capitals mean nothing.</summary>
public static class DashboardSearch
{
    /// <summary>All of them where nothing is asked.</summary>
    public static IReadOnlyList<Indicator> Indicators(Board board, string words)
    {
        var asked = Folded(words);
        return asked.Length == 0 ? board.Catalogue.Indicators : [.. board.Catalogue.Indicators.Where(indicator =>
        {
            var text = Typography.Fold(string.Join(' ', [indicator.Title, indicator.Definition, indicator.Unit, .. board.Catalogue.SourcesOf(indicator).Select(source => $"{source.Producer} {source.Name}"),
                board.Catalogue.Domains.FirstOrDefault(domain => domain.Id == indicator.Domain)?.Name ?? ""]));
            return asked.All(word => text.Contains(word, StringComparison.Ordinal));
        })];
    }

    /// <summary>The widest first, then those whose name begins so.</summary>
    public static IReadOnlyList<(TerritoryLevel Level, TerritoryCode Code, string Name)> Territories(Board board, string words, int most)
    {
        var asked = Folded(words);
        if (asked.Length == 0 || string.Concat(asked).Length < 2)
            return [];
        var whole = Typography.Fold(words.Trim());
        return [.. board.Geography.Levels.SelectMany(scope => scope.Codes.Zip(scope.Names).Select(pair => (scope.Level, Code: pair.First, Name: pair.Second)))
            .Select(one => (one, Folded: Typography.Fold(one.Name)))
            .Where(pair => asked.All(word => pair.Folded.Contains(word, StringComparison.Ordinal)) || pair.one.Code.ToString().Equals(words.Trim(), StringComparison.OrdinalIgnoreCase))
            .OrderBy(pair => pair.Folded == whole ? 0 : pair.Folded.StartsWith(whole, StringComparison.Ordinal) ? 1 : 2).ThenBy(pair => pair.one.Level).ThenBy(pair => pair.Folded, StringComparer.Ordinal)
            .Take(most).Select(pair => pair.one)];
    }

    private static string[] Folded(string words) => Typography.Fold(words).Split([' ', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);
}
