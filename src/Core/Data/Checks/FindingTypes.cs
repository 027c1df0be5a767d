namespace Almanach.Core.Data.Checks;

/// <summary>
/// What can be wrong with a data file, by the names of Frictionless where it has one, of csvlint where that has, else ours.
/// They are part of what <c>almanach check --json</c> and the API answer.
/// </summary>
public static class FindingTypes
{
    public const string Encoding = "encoding-error";
    public const string Format = "format-error";
    public const string BlankHeader = "blank-header";
    public const string DuplicateLabel = "duplicate-label";
    public const string MissingLabel = "missing-label";
    public const string ExtraLabel = "extra-label";
    public const string IncorrectLabel = "incorrect-label";
    public const string BlankRow = "blank-row";
    public const string DuplicateRow = "duplicate-row";
    public const string PrimaryKey = "primary-key";
    public const string ForeignKey = "foreign-key";
    public const string ExtraCell = "extra-cell";
    public const string MissingCell = "missing-cell";
    public const string Type = "type-error";
    public const string Constraint = "constraint-error";
    public const string Unique = "unique-error";
    public const string RowCount = "row-count";
    public const string SequentialValue = "sequential-value";

    public const string TitleRows = "title-rows";
    public const string StrayQuote = "stray-quote";
    public const string UnclosedQuote = "unclosed-quote";
    public const string Inconsistent = "inconsistent-values";

    public const string Schema = "schema-error";
    public const string Total = "total-error";
    public const string Change = "change-warning";
    public const string Territory = "territory-list";
    public const string SecondTable = "second-table";
    public const string OtherSheets = "other-sheets";
    public const string HiddenSheet = "hidden-sheet";
    public const string Notes = "notes";
    public const string CellError = "cell-error";
    public const string Mended = "mended-value";
    public const string BelowThreshold = "below-threshold";
    public const string LastYear = "last-year";
}
