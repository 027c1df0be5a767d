using Almanach.Core.Pictures;

namespace Almanach.Core.Consultations.Replies;

/// <summary>What somebody wrote in answer to a mail that asked one thing.</summary>
/// <param name="Text">Her own words, without quotations and signature.</param>
/// <param name="Files">How many files came along, pictures of signatures apart.</param>
/// <param name="Before">What her unit answered so far; null for nothing.</param>
/// <param name="By">Id of the contact who wrote.</param>
/// <param name="At">When it was sent, UTC.</param>
/// <param name="Subject">Of the mail.</param>
public sealed record Reply(string Text, int Files, Answer? Before, string By, DateTimeOffset At, string Subject = "")
{
    /// <summary>Current entries of her organisation in the catalogue: what it would confirm of each (<see cref="Library.Catalogue.EntryRules.Print"/>), by id.</summary>
    public IReadOnlyDictionary<string, string> Entries { get; init; } = new Dictionary<string, string>();

    /// <summary>Pictures among the files that are kept: contributions to a newsletter bear them.</summary>
    public IReadOnlyList<KeptPicture> Pictures { get; init; } = [];
}
