using Almanach.Core.Platforms;

namespace Almanach.Core.Themes;

/// <summary>What can happen to the board of themes of a year.</summary>
public abstract record ThemeCommand(DateTimeOffset Now)
{
    /// <summary>The proposals of one organisation as its answer to one consultation now stands; what it said in another is left alone.</summary>
    /// <param name="Wanted">Carried-over themes it wants; null when the consultation does not ask.</param>
    public sealed record Collect(
        string Consultation, string Organisation, IReadOnlyList<Proposal> Proposals, IReadOnlyList<string> Supports, IReadOnlyList<string>? Wanted, DateTimeOffset Now)
        : ThemeCommand(Now);

    /// <summary>A proposal outside the collection.</summary>
    public sealed record Propose(Proposal Proposal, DateTimeOffset Now) : ThemeCommand(Now);

    /// <summary>The coordinator has read a proposal of the public form and keeps it: members may support it. One set aside stands again.</summary>
    public sealed record Show(string Proposal, DateTimeOffset Now) : ThemeCommand(Now);

    /// <summary>The coordinator has read a proposal of the public form and sets it aside: it leaves the board, and is kept.</summary>
    public sealed record SetAside(string Proposal, DateTimeOffset Now) : ThemeCommand(Now);

    /// <summary>Themes that the year before left untreated.</summary>
    public sealed record CarryOver(IReadOnlyList<CarriedTheme> Themes, DateTimeOffset Now) : ThemeCommand(Now);

    public sealed record Merge(string Into, IReadOnlyList<string> Themes, DateTimeOffset Now) : ThemeCommand(Now);

    /// <summary>Brings themes together, if any, and words the whole anew, in one commit.</summary>
    /// <param name="Seen">What the page showed of all of them (<see cref="ThemePrint"/>); null when it does not matter.</param>
    public sealed record Regroup(
        string Into, IReadOnlyList<string> Themes, string Title, string Description, ActionKind? Kind, string? Seen, DateTimeOffset Now)
        : ThemeCommand(Now);

    /// <summary>Takes proposals out of a theme; each stands again by itself. A carried-over theme merged into it is named by its own id.</summary>
    public sealed record Split(string Theme, IReadOnlyList<string> Proposals, DateTimeOffset Now) : ThemeCommand(Now);

    public sealed record Edit(string Theme, string Title, string Description, ActionKind? Kind, DateTimeOffset Now) : ThemeCommand(Now);

    /// <summary>The grouping is done; the themes that stand go to the vote.</summary>
    public sealed record Consolidate(DateTimeOffset Now) : ThemeCommand(Now);

    public sealed record PutToVote(IReadOnlyList<string> Themes, DateTimeOffset Now) : ThemeCommand(Now);

    public sealed record RecordVote(IReadOnlyDictionary<string, VoteResult> Results, DateTimeOffset Now) : ThemeCommand(Now);

    /// <summary>What the committee or an action made of themes.</summary>
    public sealed record RecordFates(IReadOnlyList<ThemeFate> Fates, DateTimeOffset Now) : ThemeCommand(Now);
}

/// <param name="Action">Id of the action of the programme, if any.</param>
public sealed record ThemeFate(string Theme, Fate Fate, string? Action, string Detail);
