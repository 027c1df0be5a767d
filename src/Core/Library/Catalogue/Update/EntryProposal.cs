namespace Almanach.Core.Library.Catalogue.Update;

/// <summary>What a producer would change in the catalogue, and what became of it. It waits for the coordinator.</summary>
/// <param name="Id">« 2022-catalogue-insee-recensement », by consultation, organisation and entry; of a new entry, the id of its draft.</param>
/// <param name="Consultation">« 2022-catalogue ».</param>
/// <param name="Organisation">Id of the producer that proposes it; nobody is named.</param>
/// <param name="Entry">Id of the entry; of an addition, empty until it is accepted.</param>
/// <param name="Title">Of the entry as it was read, or of the one to add.</param>
/// <param name="Card">The entry as it should be; null for a withdrawal.</param>
/// <param name="Fields">Of a correction, what differs from what was read: nothing else is written.</param>
/// <param name="Seen">Which version of the entry was read (<see cref="EntryRules.Print"/>); empty for an addition.</param>
/// <param name="Reason">Of a withdrawal.</param>
/// <param name="Why">Of one set aside, for its producer to read; may be empty.</param>
/// <param name="Settled">Null while it waits.</param>
public sealed record EntryProposal(
    string Id, string Consultation, string Organisation, ProposalMatter Matter, string Entry, string Title, EntryCard? Card, IReadOnlyList<string> Fields,
    string Seen, string Reason, DateTimeOffset At, ProposalFate Fate = ProposalFate.Waiting, string Why = "", DateTimeOffset? Settled = null)
{
    public const string Prefix = "proposal|";

    public bool Waits => Fate == ProposalFate.Waiting;

    /// <summary>The same is proposed, whatever became of it.</summary>
    public bool Says(EntryProposal other) => Matter == other.Matter && Reason == other.Reason && Fields.SequenceEqual(other.Fields)
        && (Card is null ? other.Card is null : other.Card is not null && Card.Says(other.Card));
}

public enum ProposalMatter
{
    Correction,
    Withdrawal,
    Addition,
}

public enum ProposalFate
{
    Waiting,
    Accepted,

    /// <summary>Set aside: the entry stays as it is.</summary>
    Aside,
}
