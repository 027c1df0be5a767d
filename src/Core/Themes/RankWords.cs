namespace Almanach.Core.Themes;

/// <summary>The rank of a theme in a vote, which says when it is shared.</summary>
public static class RankWords
{
    /// <summary>« 2 », « 2 ex æquo ».</summary>
    public static string Of(int rank, bool shared) => shared ? $"{rank}\u00A0ex æquo" : $"{rank}";

    /// <summary>« 2 ex æquo »; empty for a theme that was not voted on.</summary>
    public static string RankOf(this Board board, Theme theme) => theme.Vote is not { } vote ? ""
        : Of(vote.Rank, board.Themes.Values.Any(other => other.Id != theme.Id && other.Stands && other.Vote?.Rank == vote.Rank));
}
