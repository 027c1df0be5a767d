using System.Text.RegularExpressions;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Schemas;

/// <summary>
/// What a data file must hold: a Table Schema (Frictionless, versions 1 and 2) with what it lacks for territories:
/// the level and year of codes, totals that must add up, changes that would surprise.
/// </summary>
/// <param name="MissingValues">Texts that are no value, by the mark they are; null where the schema names none: then the usual marks hold.</param>
public sealed record TableSchema(IReadOnlyList<SchemaField> Fields, IReadOnlyDictionary<string, MissingValue>? MissingValues)
{
    public IReadOnlyList<string> PrimaryKey { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<string>> UniqueKeys { get; init; } = [];

    /// <summary>Sums along a row.</summary>
    public IReadOnlyList<SumRule> Totals { get; init; } = [];

    /// <summary>Rows that sum others up.</summary>
    public IReadOnlyList<TotalRowRule> TotalRows { get; init; } = [];

    public IReadOnlyList<ChangeRule> Changes { get; init; } = [];

    /// <summary>Rows of data, at least and at most; null for no limit.</summary>
    public int? MinRows { get; init; }

    public int? MaxRows { get; init; }
}

/// <param name="Text">As it stands in the file.</param>
/// <param name="IsZero">The sign stands for the figure zero, as a lone comma in the files of Pôle emploi.</param>
public sealed record MissingValue(string Text, Reading.Mark Mark, bool IsZero = false);

public sealed record SchemaField(string Name, FieldType Type)
{
    public string Title { get; init; } = "";

    public string Format { get; init; } = "default";

    public bool Required { get; init; }

    public bool Unique { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public bool IsMinimumOut { get; init; }

    public bool IsMaximumOut { get; init; }

    public Regex? Pattern { get; init; }

    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>Null where the schema does not say: then a comma and a point both part decimals.</summary>
    public char? DecimalChar { get; init; }

    public char? GroupChar { get; init; }

    /// <summary>Own missing values of the field, in place of those of the table.</summary>
    public IReadOnlyDictionary<string, MissingValue>? MissingValues { get; init; }

    public TerritoryRule? Territory { get; init; }

    public IReadOnlyList<string> TrueValues { get; init; } = [];

    public IReadOnlyList<string> FalseValues { get; init; } = [];
}

public enum FieldType
{
    String,
    Number,
    Integer,
    Boolean,
    Date,
    Time,
    DateTime,
    Year,
    YearMonth,
    Any,
}

/// <param name="Year">Of the code list: 1 January; null where whoever checks says it.</param>
/// <param name="ByName">The field holds names, not codes.</param>
public sealed record TerritoryRule(TerritoryLevel Level, int? Year, bool ByName = false);

/// <param name="Tolerance">In the unit of the fields: rounded shares need one.</param>
public sealed record SumRule(string Total, IReadOnlyList<string> Parts, decimal Tolerance);

/// <summary>The row whose <paramref name="Field"/> is <paramref name="Value"/> is the sum of those whose field matches.</summary>
/// <param name="Of">Null for all other rows that are no total themselves.</param>
/// <param name="Fields">Empty for all numbers and integers.</param>
public sealed record TotalRowRule(string Field, string Value, Regex? Of, IReadOnlyList<string> Fields, decimal Tolerance);

/// <param name="Maximum">Largest usual change, as a share: 0.3 for 30 %.</param>
public sealed record ChangeRule(string Field, string From, decimal Maximum);
