using System.Text.Json;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Checks.Mending;

namespace Almanach.Core.Data.Deliveries;

/// <summary>The report of a check as it was kept, to be shown again.</summary>
/// <param name="Errors">The first thousand; all are counted.</param>
public sealed record DeliveryReport(
    bool Valid, string? Format, string? Encoding, string? Sheet, int Rows, int Columns, IReadOnlyList<Finding> Errors, IReadOnlyList<Finding> Warnings, ReportCounts Counts)
{
    /// <summary>Values that can be mended with the depositor’s consent.</summary>
    public IReadOnlyList<MendOffer> Offers { get; init; } = [];

    /// <summary>Values that were read mended.</summary>
    public IReadOnlyList<MendedValue> Mended { get; init; } = [];

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Reads what <see cref="CheckJson"/> wrote.</summary>
    public static DeliveryReport Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<DeliveryReport>(json, Web)!;
}

/// <param name="ErrorsByType">By <see cref="FindingTypes"/>.</param>
public sealed record ReportCounts(int Errors, int Warnings, IReadOnlyDictionary<string, int> ErrorsByType, IReadOnlyDictionary<string, int> WarningsByType);
