namespace Almanach.Core.Data.Checks;

/// <summary>A value that can be mended, once the depositor agrees: nothing is mended silently.</summary>
/// <param name="Row">Of the file, from 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Value">As it stands.</param>
/// <param name="Proposed">What would stand in its place.</param>
/// <param name="Reason">French: what has happened to it.</param>
public sealed record RepairOffer(int Row, int Column, string Field, string Value, string Proposed, string Reason);
