namespace Almanach.Core.Library.Catalogue.Update;

/// <summary>What a producer says of one of its entries.</summary>
/// <param name="Reason">Why it is not current any more, for everybody to read; empty otherwise.</param>
/// <param name="Card">The entry as it should be; null where nothing is corrected, or not yet.</param>
/// <param name="Fields">Which fields of the card differ from what was read (<see cref="CardChanges"/>).</param>
/// <param name="Seen">What was read (<see cref="EntryRules.Print"/>).</param>
/// <param name="Title">The title that was read.</param>
/// <param name="At">When it was said.</param>
public sealed record EntrySaid(
    EntryWord Word, string Reason = "", EntryCard? Card = null, IReadOnlyList<string>? Fields = null, string Seen = "", string Title = "", DateTimeOffset At = default)
{
    /// <summary>The same was said, whenever and of whichever version of the entry.</summary>
    public bool Says(EntrySaid other) => Word == other.Word && Reason == other.Reason && (Card is null ? other.Card is null : other.Card is not null && Card.Says(other.Card));
}

public enum EntryWord
{
    /// <summary>« À jour ».</summary>
    Current,

    /// <summary>« À corriger »: its card says how, once it is written.</summary>
    ToCorrect,

    /// <summary>« Plus à jour ».</summary>
    Outdated,
}

/// <summary>An entry that a producer would add.</summary>
/// <param name="Id">« insee-2022-catalogue-1-1 », by unit, consultation, revision and place. Empty until it is recorded.</param>
public sealed record EntryDraft(string Id, EntryCard Card);
