namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>A theme as it stands in the mail.</summary>
/// <param name="First">What stands first: title, and perhaps more.</param>
internal sealed record ThemeText(string First)
{
    /// <summary>What stands below it, a paragraph each.</summary>
    public List<string> More { get; init; } = [];

    public bool Speaks { get; init; }
}

/// <summary>What a mail proposes, or why that is not sure.</summary>
/// <param name="Announced">« trois thèmes : »; null where no number is said.</param>
internal sealed record ThemeList(IReadOnlyList<ThemeText> Items, string? Problem = null, int? Announced = null, bool Introduced = true)
{
    public static ThemeList Unsure(string problem) => new([], problem);
}
