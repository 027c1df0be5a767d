namespace Almanach.Core.Data.Territories.Maps;

/// <summary>One territory drawn: the <c>d</c> of an SVG path, in the units of its <see cref="TerritoryMap"/>.</summary>
/// <param name="Path">Whole numbers, relative commands; several rings where the territory has islands or enclaves (even-odd rule).</param>
/// <param name="Label">A point well inside, for a name or a figure.</param>
/// <param name="InPart">Only the part of the territory whose contours were imported: it crosses the border of the region.</param>
public sealed record MapShape(TerritoryCode Code, string Path, MapBox Box, MapPoint Label, bool InPart = false);

public readonly record struct MapPoint(int X, int Y);

/// <summary>The corner nearest the origin, width and height.</summary>
public readonly record struct MapBox(int X, int Y, int Width, int Height);
