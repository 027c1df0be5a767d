using System.Security.Cryptography;

namespace Almanach.Functions.Storage;

/// <summary>
/// The last commits that wrote a row, newest first: how a commit whose answer was lost finds out that it took place,
/// even if others wrote the row since.
/// </summary>
/// <param name="Text">Short random names with spaces between.</param>
internal readonly record struct CommitMarks(string Text)
{
    /// <summary>How many commits a row remembers.</summary>
    public const int Kept = 24;

    public static readonly CommitMarks None = new("");

    /// <summary>A name for a commit: 48 random bits.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(12, lowercase: true);

    public CommitMarks With(string commit) => new(string.Join(' ', Names.Prepend(commit).Take(Kept)));

    public bool Bear(string commit) => Names.Contains(commit);

    private string[] Names => Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
