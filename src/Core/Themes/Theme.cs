using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Platforms;

namespace Almanach.Core.Themes;

/// <summary>
/// A theme on the board: one or several proposals, or one carried over. Merging keeps the originals and links them.
/// </summary>
/// <param name="Id">That of its first proposal, or of the carried-over theme.</param>
/// <param name="Proposals">Ids of its proposals, in the order they joined.</param>
/// <param name="CarriedFrom">« atelier, non traité »: where a carried-over theme comes from; null for a new one.</param>
/// <param name="Wanted">Ids of organisations that want it taken up again (carried-over themes).</param>
/// <param name="MergedInto">The theme it went into; it then only keeps its place in history.</param>
/// <param name="Steps">What happened to it, oldest first: « ce qu'est devenue votre proposition ».</param>
public sealed record Theme(
    string Id, string Title, string Description, ActionKind? Kind, IReadOnlyList<string> Proposals, string? CarriedFrom,
    IReadOnlyList<string> Wanted, string? MergedInto, Fate Fate, VoteResult? Vote, string? Action, IReadOnlyList<FateStep> Steps)
{
    public const string Prefix = "theme|";

    public bool Stands => MergedInto is null && Fate != Fate.Withdrawn;

    /// <summary>It stands on a ballot, which bears on the theme as it was: it is grouped and split no more.</summary>
    public bool WasPutToVote => Vote is not null || Steps.Any(step => step.Fate == Fate.PutToVote);
}

/// <param name="Rank">1 is best; equal ranks are ties.</param>
/// <param name="Mention">Its majority grade, where grades were given.</param>
/// <param name="Counts">Ballots per grade, worst first; empty without grades.</param>
/// <param name="Words">What was counted, where it was not grades: « 12 voix ».</param>
public sealed record VoteResult(int Rank, Mention? Mention, IReadOnlyList<int> Counts, string Words = "")
{
    /// <summary>« Très bien, rang 2 », « 12 voix, rang 1 ».</summary>
    /// <param name="rank">The rank in words.</param>
    public string Said(string rank) => string.Join(", ", new[] { Short(), $"rang {rank}" }.Where(words => words.Length > 0));

    /// <summary>Without its rank; empty where only the rank was counted.</summary>
    public string Short() => Mention?.Name() ?? Words;
}

/// <param name="Detail">Into which theme, with which grade, in which action; may be empty.</param>
public sealed record FateStep(Fate Fate, DateTimeOffset At, string Detail);

/// <summary>What became of a proposal, in the order of the year.</summary>
public enum Fate
{
    Received,
    Withdrawn,
    Merged,
    PutToVote,
    Chosen,
    Programmed,
    Done,
    CarriedOver,
    NotChosen,
}
