namespace Almanach.Core.Data.Reading;

/// <summary>What a file is.</summary>
/// <param name="Format"><c>csv</c>, <c>tsv</c>, <c>xlsx</c>, <c>xls</c> or <c>ods</c>; what stands in an archive, not the archive.</param>
/// <param name="Encoding">IANA name (<c>utf-8</c>, <c>windows-1252</c>, <c>utf-16le</c>…); null for a workbook.</param>
/// <param name="Separator">Between the cells of a text; null for a workbook.</param>
/// <param name="Sheets">One without a name for a text.</param>
/// <param name="Archived">The name it bears in the archive it came in; null where it came alone.</param>
public sealed record DataFileFacts(string Format, string? Encoding, char? Separator, IReadOnlyList<DataSheet> Sheets, string? Archived = null)
{
    /// <summary>What could be read only by supposing something: said to the depositor as a warning.</summary>
    public IReadOnlyList<Suspicion> Suspicions { get; init; } = [];
}

/// <param name="IsHidden">The workbook does not show it.</param>
public sealed record DataSheet(string Name, bool IsHidden = false);

/// <param name="Type">One of <see cref="Checks.FindingTypes"/>.</param>
/// <param name="Message">French, with what to do.</param>
public sealed record Suspicion(string Type, string Message);

/// <summary>Why a file, or the rest of it, cannot be read.</summary>
/// <param name="Type">One of <see cref="Checks.FindingTypes"/>.</param>
/// <param name="Message">French, with what to do.</param>
/// <param name="Row">Where, from 1; null for the whole file.</param>
public sealed record Unreadable(string Type, string Message, int? Row = null);

/// <summary>Reading has come to something that cannot be read: the file is refused, never half read.</summary>
public sealed class UnreadableException(Unreadable problem) : Exception(problem.Type)
{
    public Unreadable Problem { get; } = problem;
}
