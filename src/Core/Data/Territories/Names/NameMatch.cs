namespace Almanach.Core.Data.Territories.Names;

/// <summary>What a name finds in a list of codes.</summary>
/// <param name="Found">One for <see cref="NameMatchKind.Unique"/>, several homonyms for <see cref="NameMatchKind.Ambiguous"/>: nobody guesses among them.</param>
public sealed record NameMatch(NameMatchKind Kind, IReadOnlyList<ListedTerritory> Found)
{
    public static NameMatch Unknown { get; } = new(NameMatchKind.Unknown, []);

    public TerritoryCode? Code => Kind == NameMatchKind.Unique ? Found[0].Code : null;
}

public enum NameMatchKind
{
    Unique,
    Ambiguous,
    Unknown,
}
