namespace Almanach.Core.Data.Checks.Mending;

/// <summary>A value of one column that is read as another once the depositor agrees. The file stays as it came.</summary>
/// <param name="Column">Its name in the head of the table.</param>
/// <param name="Value">As it stands, without the white space around it.</param>
/// <param name="Proposed">What is read in its place.</param>
public sealed record Mend(string Column, string Value, string Proposed);

/// <summary>A mend that is offered to the depositor: no value that could stand for two territories is.</summary>
/// <param name="Name">Of the territory it would be.</param>
/// <param name="Reason">French: what has happened to it.</param>
/// <param name="Sure">The value says which territory it is; a name that is only nearly that of one is offered, and not sure.</param>
/// <param name="Rows">How many cells hold it.</param>
/// <param name="First">The first rows of the file that do, from 1.</param>
public sealed record MendOffer(string Column, string Value, string Proposed, string Name, string Reason, bool Sure, int Rows, IReadOnlyList<int> First)
{
    /// <summary>Rows that are named.</summary>
    public const int MostFirst = 3;

    [System.Text.Json.Serialization.JsonIgnore]
    public Mend Mend => new(Column, Value, Proposed);
}

/// <summary>A mend that was agreed to, and how many cells were read by it.</summary>
public sealed record MendedValue(string Column, string Value, string Proposed, int Rows);
