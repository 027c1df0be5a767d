using Almanach.Core.Data.Territories;
using NetTopologySuite.Geometries;

namespace Almanach.Adapters.Territories.Contours;

/// <summary>The shape of a territory, in degrees (WGS 84).</summary>
internal sealed record Contour(TerritoryCode Code, string Name, Geometry Shape);

/// <summary>The contours of one file.</summary>
internal sealed record ContourSet(TerritoryLevel Level, TerritoryYear Year, IReadOnlyList<Contour> Contours);
