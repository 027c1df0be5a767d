namespace Almanach.Core.Data.Reading;

/// <summary>The head of a table.</summary>
/// <param name="FirstRow">Row of the sheet where it begins, from 1.</param>
/// <param name="LastRow">And ends: a head may have several rows. Below <see cref="FirstRow"/> where the table has none.</param>
/// <param name="Columns">By place in the sheet; blank ones too.</param>
public sealed record TableHead(int FirstRow, int LastRow, IReadOnlyList<HeadColumn> Columns)
{
    public bool IsMissing => LastRow < FirstRow;

    /// <summary>Rows before it that are not blank: titles, sources, dates.</summary>
    public IReadOnlyList<int> Titles { get; init; } = [];
}

/// <param name="Place">From 0.</param>
/// <param name="Name">What the column is called: of a head of two rows the codes where the second holds codes, else both joined. Unique; made of its letter where nothing is written.</param>
/// <param name="Label">What is written, on one line; empty where nothing is.</param>
/// <param name="IsRepeated">Another column bears the same label in its own cell.</param>
public sealed record HeadColumn(int Place, string Name, string Label, bool IsRepeated)
{
    public bool IsBlank => Label.Length == 0;

    /// <summary>The column looked like one of numbers where the head was found: a later row of words may be another head.</summary>
    public bool HoldsNumbers { get; init; }
}
