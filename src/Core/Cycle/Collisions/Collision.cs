using Almanach.Core.French;

namespace Almanach.Core.Cycle.Collisions;

/// <summary>What a date of the year meets, with what to do about it. It forbids nothing: the coordinator decides.</summary>
/// <param name="Step">Id of the step whose date it is.</param>
/// <param name="Sentence">As the coordinator reads it.</param>
public sealed record Collision(string Step, CollisionKind Kind, Weight Weight, string Sentence)
{
    internal static Collision Of(Step step, CollisionKind kind, Weight weight, string sentence) =>
        new(step.Id, kind, weight, Typography.Text(sentence));
}

public enum CollisionKind
{
    Holiday,
    Weekend,

    /// <summary>A working day alone between days off (pont).</summary>
    Bridge,
    SchoolHolidays,

    /// <summary>Another step that day; worse when it wants the same people in two places.</summary>
    SameDay,

    /// <summary>The same people are consulted about something else in the same days.</summary>
    AskedAtOnce,

    /// <summary>Before what it needs, or after what needs it.</summary>
    Order,

    /// <summary>Less than the notice of a body between a convocation and its meeting.</summary>
    Notice,

    /// <summary>Before, or over, something for a kind of action that comes first.</summary>
    Priority,
}

/// <summary>From what is good to know to what breaks a rule of the platform.</summary>
public enum Weight
{
    Note,
    Careful,
    Serious,
}
