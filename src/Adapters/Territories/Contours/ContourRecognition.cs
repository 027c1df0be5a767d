using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Names;
using NetTopologySuite.Geometries;

namespace Almanach.Adapters.Territories.Contours;

/// <summary>
/// Which level and year contours are of. Codes alone mislead (some files number arrondissements and cantons like
/// municipalities), so names must agree, too.
/// </summary>
internal static class ContourRecognition
{
    /// <summary>The share of features whose code and name a level must know.</summary>
    private const double Enough = 0.8;

    private static readonly TerritoryLevel[] Levels =
        [TerritoryLevel.Municipality, TerritoryLevel.Intercommunality, TerritoryLevel.Department, TerritoryLevel.Region, TerritoryLevel.Arrondissement, TerritoryLevel.Canton, TerritoryLevel.Neighbourhood];

    /// <exception cref="TerritoryFileException">No level fits, or the shapes are not in France.</exception>
    public static ContourSet Of(IReadOnlyList<(string Code, string Name, Geometry Shape)> features, Atlas atlas)
    {
        if (features.Count(feature => InFrance(feature.Shape.EnvelopeInternal)) * 2 < features.Count)
            throw new TerritoryFileException("Ces contours ne sont pas en France. Vérifiez que les coordonnées sont dans l’ordre longitude, latitude.");
        foreach (var level in Levels)
        {
            var codes = features.Select(feature => Normal(feature.Code, level)).OfType<TerritoryCode>().Distinct().ToArray();
            if (codes.Length < Enough * features.Count)
                continue;
            var year = level == TerritoryLevel.Municipality || codes.Any(code => !atlas.Knows(level, code, atlas.Last)) ? YearFit.Of(level, codes, atlas)[0].Year : atlas.Last;
            var known = features
                .Select(feature => (Code: Normal(feature.Code, level), feature.Name, feature.Shape))
                .Where(feature => feature.Code is { } code && atlas.Knows(level, code, year))
                .Select(feature => new Contour(feature.Code!.Value, feature.Name, feature.Shape))
                .ToArray();
            if (known.Count(contour => Agrees(contour.Name, atlas.Find(level, contour.Code, year)!, atlas)) >= Enough * features.Count)
                return new ContourSet(level, year, known);
        }
        throw new TerritoryFileException("Les codes et les noms de ce fichier ne sont ceux d’aucun niveau connu (communes, EPCI, arrondissements, départements, régions). Choisissez les contours des communes, d’Etalab ou de l’IGN\u00A0: ceux des cantons, bassins de vie et zones d’emploi s’en déduisent.");
    }

    /// <summary>france-geojson numbers the arrondissement of Belley 01001 where Insee has 011.</summary>
    private static TerritoryCode? Normal(string text, TerritoryLevel level) =>
        !TerritoryCode.TryParse(text, out var code) ? null
        : level == TerritoryLevel.Arrondissement && code.Length == 5 ? TerritoryCode.Of(Atlas.DepartmentOf(code).ToString() + text[^1])
        : level == TerritoryLevel.Canton && code.Length == 5 && !text.StartsWith("97", StringComparison.Ordinal) ? TerritoryCode.Of(text[..2] + text[^2..])
        : code;

    private static bool Agrees(string name, ListedTerritory territory, Atlas atlas) =>
        name.Length == 0
        || Same(name, territory.Name, territory.Level)
        || atlas.FormerNames(territory.Level, territory.Code).Any(former => Same(name, former.Name, territory.Level));

    private static bool Same(string one, string other, TerritoryLevel level) =>
        level == TerritoryLevel.Intercommunality || EditDistance.Of(NameKey.Of(one), NameKey.Of(other), 3) <= 3;

    /// <summary>The hexagon, Corsica, and wide around the overseas departments.</summary>
    private static bool InFrance(Envelope box) =>
        (box.MinX > -6 && box.MaxX < 11 && box.MinY > 40 && box.MaxY < 52) || (box.MinX > -64 && box.MaxX < -50 && box.MinY > 1 && box.MaxY < 20) || (box.MinX > 44 && box.MaxX < 57 && box.MinY > -22 && box.MaxY < -11);
}
