namespace Almanach.Core.Data.Territories;

/// <summary>
/// What became of a municipality between two lists: on 1 January of <paramref name="Year"/> its ground lies in
/// <paramref name="Heirs"/>. One heir is a merger (or another code), several are a split, where it may be among them.
/// </summary>
public sealed record Move(int Year, TerritoryCode From, IReadOnlyList<TerritoryCode> Heirs);
