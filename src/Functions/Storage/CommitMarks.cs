using System.Globalization;
using System.Security.Cryptography;

namespace Almanach.Functions.Storage;

/// <summary>
/// The commits that wrote a row in the last minutes, newest first: how a commit whose answer was lost finds out that it
/// took place, even if others wrote the row since.
/// </summary>
/// <param name="Text">Marks with spaces between: the second of the commit and 40 random bits, in hexadecimal.</param>
internal readonly record struct CommitMarks(string Text)
{
    /// <summary>How many marks a row bears at most: a row may be written a hundred times a second for five seconds.</summary>
    public const int Most = 500;

    /// <summary>
    /// How many marks all rows of one commit bear at most: 57 KB, the room that <see cref="Core.Ports.StoreLimits.CommitBytes"/>
    /// leaves in a transaction. Only a commit of several rows that are all written all the time comes to it.
    /// </summary>
    public const int MostOfCommit = 3_000;

    /// <summary>Longer than a commit tries to find out (<see cref="TableCommits"/>), however the clocks of two hosts differ.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(6);

    private const int SecondDigits = 8;

    public static readonly CommitMarks None = new("");

    public static string New(DateTimeOffset now) => $"{now.ToUnixTimeSeconds():x8}{RandomNumberGenerator.GetHexString(10, lowercase: true)}";

    public int Count => Text.Length == 0 ? 0 : Text.Count(' ') + 1;

    /// <summary>Adds the mark of a commit and forgets those that are old beside it.</summary>
    /// <param name="most">Forgets the oldest of more.</param>
    public CommitMarks With(string mark, int most = Most)
    {
        var oldest = Second(mark) - (long)KeptFor.TotalSeconds;
        return new(string.Join(' ', All.Where(earlier => Second(earlier) >= oldest).Prepend(mark).Take(most)));
    }

    /// <summary>How many marks each row of a commit may bear, so that together they keep to <see cref="MostOfCommit"/>.</summary>
    public static int Each(IReadOnlyList<CommitMarks> earlier)
    {
        var each = Most;
        while (earlier.Sum(marks => Math.Min(marks.Count + 1, each)) > MostOfCommit)
            each /= 2;
        return each;
    }

    public bool Bear(string mark) => All.Contains(mark);

    private string[] All => Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Zero for what is no mark of ours.</summary>
    private static long Second(string mark) =>
        mark.Length > SecondDigits && long.TryParse(mark.AsSpan(0, SecondDigits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var second)
            ? second
            : 0;
}
