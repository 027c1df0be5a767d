using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Reading;

namespace Almanach.Core.Data.Checks;

/// <summary>What a check of one sheet found.</summary>
/// <param name="Facts">Null for a file that is no table at all.</param>
/// <param name="Sheet">Empty for a text.</param>
/// <param name="Rows">Rows of data: no titles, heads, notes or blank rows.</param>
/// <param name="Columns">Those with a name or with data.</param>
/// <param name="Fields">Names of the columns.</param>
public sealed record CheckReport(DataFileFacts? Facts, string Sheet, int Rows, int Columns, IReadOnlyList<string> Fields, FindingLog Errors, FindingLog Warnings)
{
    public bool IsValid => Errors.Count == 0;

    /// <summary>Names and damaged codes that can be mended with the depositor’s consent: the first 20,000.</summary>
    public IReadOnlyList<RepairOffer> Repairs { get; init; } = [];

    public int RepairCount { get; init; }

    /// <summary>What of it can be mended, value by value: cells that are an error as they stand.</summary>
    public IReadOnlyList<MendOffer> Offers { get; init; } = [];

    /// <summary>What was read mended, with the depositor’s consent.</summary>
    public IReadOnlyList<MendedValue> Mended { get; init; } = [];

    /// <summary>What the columns hold, of a check without a schema.</summary>
    public IReadOnlyList<ColumnProfile> Profiles { get; init; } = [];
}
