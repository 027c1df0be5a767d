namespace Almanach.Core.Engine;

/// <summary>What a pure decider answers: a new state with its effects, or a refusal.</summary>
public abstract record Decision<TState>
{
    private Decision() { }

    public sealed record Accepted(TState State, IReadOnlyList<Effect> Effects) : Decision<TState>;

    public sealed record Refused(Refusal Refusal) : Decision<TState>;

    /// <summary>The command was already carried out: nothing to write, nothing to do.</summary>
    public sealed record AlreadyDone : Decision<TState>;

    public static implicit operator Decision<TState>(Refusal refusal) => new Refused(refusal);
}

/// <summary>Short forms for deciders.</summary>
public static class Decision
{
    public static Decision<TState> Accept<TState>(TState state, params IReadOnlyList<Effect> effects) =>
        new Decision<TState>.Accepted(state, effects);

    public static Decision<TState> Done<TState>() => new Decision<TState>.AlreadyDone();

    public static Decision<TState> Refuse<TState>(Why why, string message) => Refusal.Because(why, message);
}
