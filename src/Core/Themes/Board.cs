namespace Almanach.Core.Themes;

/// <summary>All proposals and themes of a year, as loaded for a decision or a page.</summary>
/// <param name="Consolidated">The coordinator has said that the grouping is done.</param>
public sealed record Board(
    int Year, bool Consolidated, IReadOnlyDictionary<string, Proposal> Proposals, IReadOnlyDictionary<string, Theme> Themes)
{
    public static Board Empty(int year) => new(year, false, new Dictionary<string, Proposal>(), new Dictionary<string, Theme>());

    public static string Partition(int year) => $"themes-{year}";

    public const string Key = "state";

    /// <summary>Themes that stand, best voted first, then by number of organisations behind them, then in order of arrival.</summary>
    public IReadOnlyList<Theme> Standing =>
        [.. Themes.Values.Where(theme => theme.Stands)
            .OrderBy(theme => theme.Vote?.Rank ?? int.MaxValue)
            .ThenByDescending(theme => Backers(theme).Count)
            .ThenBy(theme => theme.Id, StringComparer.Ordinal)];

    /// <summary>Those that members see, on a ballot, in a document, in the year after: all but a subject of the public form that nobody has read.</summary>
    public IReadOnlyList<Theme> Shown
    {
        get
        {
            var unread = Unread.Select(proposal => proposal.Id).ToHashSet();
            return [.. Standing.Where(theme => !unread.Contains(theme.Id))];
        }
    }

    /// <summary>
    /// Whether members see a proposal and may support it: one of the public form only once the coordinator has read it,
    /// which showing it or grouping it says.
    /// </summary>
    public bool Shows(Proposal proposal) => !proposal.Withdrawn
        && (proposal.Origin != ProposalOrigin.PublicForm || proposal.Shown || proposal.Support.Count > 0 || IsGrouped(proposal));

    private bool IsGrouped(Proposal proposal) =>
        ThemeOf(proposal.Id) is { } theme && (theme.Id != proposal.Id || theme.Proposals.Count > 1 || CarriedInto(theme).Count > 0);

    /// <summary>Subjects of the public form that the coordinator has not read: neither kept, nor set aside, nor grouped.</summary>
    public IReadOnlyList<Proposal> Unread => [.. FromOutside.Where(proposal => !proposal.Withdrawn && !Shows(proposal) && ThemeOf(proposal.Id) is { Stands: true, Fate: Fate.Received })];

    /// <summary>All that came by the public form, oldest first.</summary>
    public IReadOnlyList<Proposal> FromOutside =>
        [.. Proposals.Values.Where(proposal => proposal.Origin == ProposalOrigin.PublicForm).OrderBy(proposal => proposal.At).ThenBy(proposal => proposal.Id, StringComparer.Ordinal)];

    /// <summary>Organisations that proposed, support or want the theme.</summary>
    public IReadOnlyList<string> Backers(Theme theme) =>
        [.. theme.Proposals.Where(Proposals.ContainsKey).Select(id => Proposals[id]).Where(proposal => !proposal.Withdrawn)
            .SelectMany(proposal => proposal.Support.Prepend(proposal.Organisation))
            .Concat(Wanted(theme)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Organisations that want a carried-over theme taken up again: this one, or one grouped into it.</summary>
    private IEnumerable<string> Wanted(Theme theme) =>
        theme.Wanted.Concat(Themes.Values.Where(other => other.MergedInto == theme.Id).SelectMany(Wanted));

    /// <summary>The theme a proposal belongs to now, through all merges.</summary>
    public Theme? ThemeOf(string proposal)
    {
        var theme = Themes.Values.FirstOrDefault(theme => theme.MergedInto is null && theme.Proposals.Contains(proposal));
        return theme ?? Themes.GetValueOrDefault(proposal);
    }

    /// <summary>Themes of the year before that were merged into a theme, straight or through another.</summary>
    public IReadOnlyList<Theme> CarriedInto(Theme theme) =>
        [.. Themes.Values.Where(other => other is { CarriedFrom: not null, MergedInto: not null } && Root(other).Id == theme.Id)
            .OrderBy(other => other.Id, StringComparer.Ordinal)];

    /// <summary>What a theme is part of now, through all merges: itself if none.</summary>
    public Theme Root(Theme theme)
    {
        while (theme.MergedInto is { } into && Themes.TryGetValue(into, out var next))
            theme = next;
        return theme;
    }

    /// <summary>
    /// The board with a theme withdrawn when nothing is left in it: all its proposals were taken back, and no carried-over
    /// theme is in it.
    /// </summary>
    internal Board Settled(string id, DateTimeOffset now) => Themes[id] is { Stands: true } theme && !Lives(theme)
        ? With(theme.After(Fate.Withdrawn, now, ""))
        : this;

    private bool Lives(Theme theme) =>
        theme.CarriedFrom is not null || theme.Proposals.Any(id => Proposals.TryGetValue(id, out var proposal) && !proposal.Withdrawn)
        || Carries(theme);

    private bool Carries(Theme theme) =>
        Themes.Values.Any(other => other.MergedInto == theme.Id && (other.CarriedFrom is not null || Carries(other)));

    public Board With(Theme theme) => this with { Themes = new Dictionary<string, Theme>(Themes) { [theme.Id] = theme } };

    public Board With(Proposal proposal) => this with { Proposals = new Dictionary<string, Proposal>(Proposals) { [proposal.Id] = proposal } };
}

/// <summary>The record that every change of a board rewrites, so that two changes never cross.</summary>
public sealed record BoardState(int Year, bool Consolidated, int Revision);
