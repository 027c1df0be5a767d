namespace Almanach.Core.Data.Secrecy.Building;

/// <summary>One way of sorting what is counted: territories, categories, ages.</summary>
/// <param name="Names">How each code is called in French; a code without a name is called by itself.</param>
/// <param name="Groupings">Sums that hold; a code may be part of several wholes (a municipality of an EPCI and of a department),
/// and a whole may be cut in several ways.</param>
public sealed record Dimension(IReadOnlyDictionary<string, string> Names, IReadOnlyList<Grouping> Groupings)
{
    public string Name(string code) => Names.GetValueOrDefault(code, code);
}

/// <summary>whole = Σ parts, and the parts do not overlap.</summary>
public sealed record Grouping(string Whole, IReadOnlyList<string> Parts);
