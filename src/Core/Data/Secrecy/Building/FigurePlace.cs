namespace Almanach.Core.Data.Secrecy.Building;

/// <summary>What a figure is about, whoever publishes it.</summary>
/// <param name="At">A code in each dimension, in the order of the dimensions.</param>
/// <param name="Vintage">The state of the data it tells: « 2020 ». A later publication of the same vintage tells the same figure.</param>
public sealed record FigurePlace(IReadOnlyList<string> At, string Vintage)
{
    public string Id => $"{string.Join('|', At)}|{Vintage}";

    public bool Equals(FigurePlace? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
