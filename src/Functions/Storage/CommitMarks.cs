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

    /// <summary>Longer than a commit tries to find out (<see cref="TableCommits"/>), however the clocks of two hosts differ.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(6);

    private const int SecondDigits = 8;

    public static readonly CommitMarks None = new("");

    public static string New(DateTimeOffset now) => $"{now.ToUnixTimeSeconds():x8}{RandomNumberGenerator.GetHexString(10, lowercase: true)}";

    /// <summary>Adds the mark of a commit and forgets those that are old beside it.</summary>
    public CommitMarks With(string mark)
    {
        var oldest = Second(mark) - (long)KeptFor.TotalSeconds;
        return new(string.Join(' ', Each.Where(earlier => Second(earlier) >= oldest).Prepend(mark).Take(Most)));
    }

    public bool Bear(string mark) => Each.Contains(mark);

    private string[] Each => Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Zero for what is no mark of ours.</summary>
    private static long Second(string mark) =>
        mark.Length > SecondDigits && long.TryParse(mark.AsSpan(0, SecondDigits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var second)
            ? second
            : 0;
}
