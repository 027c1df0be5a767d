using System.Text.Json.Serialization;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Series;

/// <summary>
/// One file taken in by one reading: the series it gave, and where each comes from. Releases are never changed nor deleted:
/// a corrected file is another release, and the newest that is published holds.
/// </summary>
/// <param name="Reading">Id of the reading.</param>
/// <param name="Number">From 1, within the reading.</param>
/// <param name="File">SHA-256 of the raw file.</param>
/// <param name="RawPath">Where its bytes are.</param>
/// <param name="Name">Of the file, as its depositor called it.</param>
/// <param name="Organisation">Who gave it; empty for the coordination.</param>
/// <param name="Delivery">Consultation and delivery it answered; empty for none.</param>
/// <param name="Table">What was read.</param>
/// <param name="Withheld">Figures the platform hides so that others stay hidden.</param>
/// <param name="Audit">What the auditor said; null where no figure is hidden.</param>
public sealed record SeriesRelease(
    string Reading, int Number, string File, string RawPath, string Name, string Organisation, string Delivery, DateTimeOffset At, TerritoryLevel Level, int TerritoryYear,
    NormalisedTable Table, ReleaseState State, IReadOnlyList<WithheldFigure> Withheld, ReleaseAudit? Audit)
{
    public const string Partition = "series";

    [JsonIgnore]
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Reading}-{Number}");

    [JsonIgnore]
    public string Key => KeyOf(Reading, Number);

    [JsonIgnore]
    public bool IsPublished => State == ReleaseState.Published;

    /// <summary>The normalised figures, compressed.</summary>
    [JsonIgnore]
    public string DataPath => $"{Folder}/donnees.csv.gz";

    /// <summary>What the file says of itself (Frictionless Data Package).</summary>
    [JsonIgnore]
    public string PackagePath => $"{Folder}/datapackage.json";

    /// <summary>Of the list of codes that a column follows.</summary>
    public int YearOf(string measure, string period) =>
        Table.Columns.FirstOrDefault(column => column.Measure == measure && (column.Period == period || column.Period.Length == 0)) is { Year: > 0 } column ? column.Year : TerritoryYear;

    /// <summary>By which word codes may be read as others than stand in the file; null where it was read strictly.</summary>
    public AgreedReading? Agreed { get; init; }

    /// <summary>Among all releases: of two that give the same series, the later holds.</summary>
    public int Order { get; init; }

    /// <summary>Two files taken in at once under one number are told apart, and only one of them becomes the release.</summary>
    private string Folder => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"series/{Reading}/{Number}-{File[..Math.Min(12, File.Length)]}");

    /// <summary>Counts that its producer gives below the threshold of their source.</summary>
    public IReadOnlyList<FewUnits> Few { get; init; } = [];

    /// <summary>When the coordinator said that the producer confirms them; null before, and where she hid them.</summary>
    public DateTimeOffset? FewConfirmed { get; init; }

    /// <summary>Nobody has said yet whether they may be published.</summary>
    [JsonIgnore]
    public bool AwaitsFew => Few.Count > 0 && FewConfirmed is null && !Withheld.Any(one => one.IsFew);

    /// <summary>The figures of a column as the public sees them: those that are withheld are not there.</summary>
    public Figure[] Shown(SeriesTable table, SeriesColumn column)
    {
        var withheld = Withheld.Where(one => one.Measure == column.Measure && one.Period == column.Period).ToDictionary(one => TerritoryCode.Of(one.Code), one => one.IsFew ? FigureState.Secret : FigureState.Withheld);
        return withheld.Count == 0 ? column.Figures : [.. column.Figures.Select((figure, row) => withheld.TryGetValue(table.Codes[row], out var state) ? new Figure(0, state) : figure)];
    }

    /// <summary>Its tables with small counts that were hidden as secret as if their producer had hidden them: the auditor protects them.</summary>
    public IReadOnlyList<SeriesTable> Hiding(IReadOnlyList<SeriesTable> tables) => !Withheld.Any(one => one.IsFew) ? tables
        : [.. tables.Select(table => table with { Columns = [.. table.Columns.Select(column => column with { Figures = Shown(table, column) })] })];

    public static string KeyOf(string reading, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"release|{reading}|{number:D5}");
}

/// <summary>The consent by which codes of a raw file were read mended. It says no person: who agreed stands in the answer of the organisation.</summary>
/// <param name="List">SHA-256 of the exact list.</param>
/// <param name="Path">Where the list is kept.</param>
/// <param name="ByCoordination">She recorded the file, and agreed herself.</param>
public sealed record AgreedReading(string List, string Path, DateTimeOffset At, bool ByCoordination);

/// <summary>A file of an accepted delivery that a reading could not make series of.</summary>
public sealed record UnreadFile(string Reading, string File, string Name, string Organisation, IReadOnlyList<string> Problems, DateTimeOffset At)
{
    public const string Prefix = "unread|";

    [JsonIgnore]
    public string Key => KeyOf(Reading, File);

    public static string KeyOf(string reading, string file) => $"{Prefix}{reading}|{file}";
}

/// <summary>Counts the changes, so that what was made of all releases is known to be still true.</summary>
public sealed record SeriesState(int Revision)
{
    public const string Key = "state";
}

public enum ReleaseState
{
    /// <summary>On the dashboard, unless a newer one gives the same series.</summary>
    Published,

    /// <summary>Held back: a hidden figure could be worked out, or nobody has confirmed counts below the threshold of their source.</summary>
    Held,

    /// <summary>Put aside by the coordinator.</summary>
    Withdrawn,
}

/// <param name="Code">Of the territory, as text, in the list of the release.</param>
/// <param name="IsFew">For itself, too few being counted, and not for the sake of others. Left out of the record where it is false.</param>
public sealed record WithheldFigure(string Measure, string Period, string Code, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsFew = false);

/// <summary>What the auditor said of a release beside all that is published.</summary>
/// <param name="Hidden">Hidden figures it looked at.</param>
/// <param name="Leaks">Those that can be worked out, told in French: the first of them.</param>
/// <param name="LeakCount">All of them.</param>
/// <param name="Proposal">Further figures to hide; empty where none are needed, or nothing would do.</param>
/// <param name="Words">How the proposal is told, in French.</param>
/// <param name="Method">How the intervals are known, in French.</param>
public sealed record ReleaseAudit(int Hidden, IReadOnlyList<string> Leaks, int LeakCount, IReadOnlyList<WithheldFigure> Proposal, string Words, string Method, IReadOnlyList<string> Contradictions)
{
    public bool IsPublishable => LeakCount == 0 && Contradictions.Count == 0;

    /// <summary>Hiding further figures would let it be published.</summary>
    public bool CanBeHidden => Proposal.Count > 0 && Contradictions.Count == 0;

    /// <summary>What became of the hidden figures, in plain French; the method is for a statistician. Empty for an audit of before it was told.</summary>
    public string Told { get; init; } = "";

    /// <summary>Of the leaks those of figures that the file itself hides, and no other producer: its own producer may read them.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];

    /// <summary>All of these.</summary>
    public int OwnCount { get; init; }
}
