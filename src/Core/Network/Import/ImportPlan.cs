
namespace Almanach.Core.Network.Import;

/// <summary>What an import would do, row by row, before anything is written.</summary>
/// <param name="Sheet">The sheet that was read; empty for a text file.</param>
/// <param name="Columns">Each column of the head with what it was taken for.</param>
/// <param name="Lines">In the order of the file.</param>
/// <param name="Rows">What would be written.</param>
/// <param name="Remarks">What is said of the whole: sheets left out, rows before the head.</param>
public sealed record ImportPlan(
    string Sheet, IReadOnlyList<PlannedColumn> Columns, IReadOnlyList<PlannedLine> Lines, ImportedRows Rows, IReadOnlyList<string> Remarks)
{
    /// <summary>Names exactly this plan: the same rows would be written. Nothing else may be applied under it.</summary>
    public string Hash => ImportDesk.IdOf(Rows);

    /// <summary>The same plan, whose new people are also asked what is open, or are not.</summary>
    public ImportPlan Inviting(bool invites) => this with { Rows = Rows with { Invites = invites && Rows.Inform.Count > 0 } };

    public bool WritesNothing => Rows.Organisations.Count == 0 && Rows.Contacts.Count == 0;

    public int Count(Verdict verdict) => Lines.Count(line => line.Verdict == verdict);
}

/// <param name="Head">As the file names it.</param>
/// <param name="Meaning">As we name it; null when the column is left aside.</param>
public sealed record PlannedColumn(string Head, string? Meaning);

/// <summary>One row of the file.</summary>
/// <param name="Line">As the spreadsheet numbers it.</param>
/// <param name="Subject">Whom or what it is about.</param>
/// <param name="Reasons">What changes, and what is to be known; never empty but for an unchanged row.</param>
public sealed record PlannedLine(int Line, Verdict Verdict, string Subject, IReadOnlyList<string> Reasons);

public enum Verdict
{
    Added,
    Changed,
    Unchanged,

    /// <summary>Left for a person to judge: nothing of it is written.</summary>
    Doubtful,

    /// <summary>Somebody who has left or objected: never subscribed again.</summary>
    KeptOut,
}

/// <summary>The plan, or why the table cannot be planned.</summary>
public sealed record ImportPlanning(ImportPlan? Plan, string Problem);
