using System.Globalization;

namespace Almanach.Core.Data.Territories;

/// <summary>
/// The year of a list of codes: its geography is that of 1 January. Figures of 2020 often come in the geography of a later
/// year, which their file names (« géographie au 01/01/2022 »).
/// </summary>
/// <param name="Value">1943 (the first of Insee's history) to 2100.</param>
public readonly record struct TerritoryYear(int Value) : IComparable<TerritoryYear>
{
    public const int Earliest = 1943;

    public const int Latest = 2100;

    public int Value { get; } = Value is >= Earliest and <= Latest
        ? Value
        : throw new ArgumentOutOfRangeException(nameof(Value), Value, "A list of codes is of 1943 to 2100.");

    public int CompareTo(TerritoryYear other) => Value.CompareTo(other.Value);

    public static implicit operator TerritoryYear(int year) => new(year);

    public static bool operator <(TerritoryYear one, TerritoryYear other) => one.Value < other.Value;

    public static bool operator >(TerritoryYear one, TerritoryYear other) => one.Value > other.Value;

    public static bool operator <=(TerritoryYear one, TerritoryYear other) => one.Value <= other.Value;

    public static bool operator >=(TerritoryYear one, TerritoryYear other) => one.Value >= other.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
