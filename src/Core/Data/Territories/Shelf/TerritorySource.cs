using System.Text.Json.Serialization;

namespace Almanach.Core.Data.Territories.Shelf;

/// <summary>A file that was imported, as it came: never changed, found again by its hash.</summary>
/// <param name="Hash">SHA-256, in small hexadecimal.</param>
/// <param name="Year">The list of codes it follows.</param>
/// <param name="Count">Territories in it.</param>
/// <param name="From">The name of the file or its address, without what precedes.</param>
/// <param name="Credit">Whose it is and under which licence, as is printed with what is made of it.</param>
public sealed record TerritorySource(string Hash, SourceKind Kind, TerritoryLevel Level, int Year, int Count, string From, string Credit)
{
    /// <summary>Where its bytes are.</summary>
    [JsonIgnore]
    public string Path => $"territories/raw/{Hash}";
}

public enum SourceKind
{
    /// <summary>Shapes of territories of one level.</summary>
    Contours,

    /// <summary>What municipalities belong to, or neighbourhoods.</summary>
    Memberships,

    /// <summary>Names of the territories that a table of memberships only numbers.</summary>
    Labels,
}
