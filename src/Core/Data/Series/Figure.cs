using Almanach.Core.Data.Reading;

namespace Almanach.Core.Data.Series;

/// <summary>A figure of a series, or why there is none.</summary>
/// <param name="Value">Set where <paramref name="State"/> is <see cref="FigureState.Given"/>; of an incomplete sum, what its known parts make.</param>
/// <param name="Lacking">Of an incomplete sum: parts without a figure.</param>
public readonly record struct Figure(decimal Value, FigureState State, int Lacking = 0)
{
    public static Figure Absent => new(0, FigureState.Absent);

    public static Figure Of(decimal value) => new(value, FigureState.Given);

    public static Figure Of(Mark mark) => new(0, mark switch
    {
        Mark.Blank => FigureState.Blank,
        Mark.Secret => FigureState.Secret,
        Mark.NotAvailable => FigureState.NotAvailable,
        Mark.NotApplicable => FigureState.NotApplicable,
        Mark.NotSignificant => FigureState.NotSignificant,
        Mark.NotDisseminated => FigureState.NotDisseminated,
        Mark.Sign => FigureState.Blank,
    });

    public bool IsGiven => State == FigureState.Given;

    /// <summary>Nobody may learn it.</summary>
    public bool IsHidden => State is FigureState.Secret or FigureState.NotDisseminated or FigureState.Withheld;

    public decimal? Known => IsGiven ? Value : null;
}

/// <summary>What stands in a cell of a series. Stored as a byte in memory, as a mark in files.</summary>
public enum FigureState : byte
{
    /// <summary>The territory is not in the table.</summary>
    Absent,
    Given,

    /// <summary>The producer left it blank.</summary>
    Blank,

    /// <summary>Covered by secrecy: the producer’s mark.</summary>
    Secret,
    NotAvailable,
    NotApplicable,
    NotSignificant,
    NotDisseminated,

    /// <summary>Hidden by the platform, so that another figure cannot be worked out.</summary>
    Withheld,

    /// <summary>A sum of which some parts are not known.</summary>
    Incomplete,

    /// <summary>Municipalities merged since, and such a figure cannot be summed.</summary>
    NotAdditive,

    /// <summary>The territory has other bounds now.</summary>
    OtherBounds,
}
