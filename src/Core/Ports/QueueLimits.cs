using System.Text;
using System.Text.RegularExpressions;

namespace Almanach.Core.Ports;

/// <summary>
/// What Azure Storage Queues allow, checked on every backend so that nothing works on one alone. Passing one is a bug
/// of the caller and throws an <see cref="ArgumentException"/>.
/// </summary>
public static partial class QueueLimits
{
    /// <summary>Bytes of a body in UTF-8.</summary>
    public const int BodyBytes = 48 * 1024;

    /// <summary>Messages of one reception.</summary>
    public const int Messages = 32;

    /// <summary>What a queue's name ends with when it holds what could not be worked on.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>The longest a message stays invisible; a reception hides it for at least one second.</summary>
    public static readonly TimeSpan LongestHidden = TimeSpan.FromDays(7);

    public static bool IsPoison(string queue) => queue.EndsWith(PoisonSuffix, StringComparison.Ordinal);

    /// <summary>3 to 63 lower-case letters, digits and single dashes, the room for <see cref="PoisonSuffix"/> included.</summary>
    public static void CheckName(string queue)
    {
        var name = IsPoison(queue) ? queue[..^PoisonSuffix.Length] : queue;
        if (name.Length is < 3 or > 56 || !Name().IsMatch(name))
            throw new ArgumentException("A queue is named by 3 to 56 lower-case letters, digits and single dashes.", nameof(queue));
    }

    public static void CheckBody(string body)
    {
        if (Encoding.UTF8.GetByteCount(body) > BodyBytes)
            throw new ArgumentException($"A message has at most {BodyBytes} bytes of UTF-8.", nameof(body));
    }

    public static void CheckReception(int max, TimeSpan hidden)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, Messages);
        ArgumentOutOfRangeException.ThrowIfLessThan(hidden, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hidden, LongestHidden);
    }

    public static void CheckDelay(TimeSpan visibleIn)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(visibleIn, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(visibleIn, LongestHidden);
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Name();
}
