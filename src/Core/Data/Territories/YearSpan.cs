namespace Almanach.Core.Data.Territories;

/// <summary>The years of which something holds, both ends included. One without an end holds on.</summary>
public readonly record struct YearSpan(int From, int Until)
{
    public const int NoEnd = int.MaxValue;

    public bool Holds(TerritoryYear year) => From <= year.Value && year.Value <= Until;
}
