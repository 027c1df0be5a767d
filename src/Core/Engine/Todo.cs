using System.Globalization;

namespace Almanach.Core.Engine;

/// <summary>
/// The rows of effects still to be performed, in the partition whose decision emitted them:
/// <c>todo|yyyyMMddTHHmmssfffZ|key</c>, so that a range read up to an instant gives what is due, oldest first.
/// </summary>
public static class Todo
{
    public const string Prefix = "todo|";

    public static string Row(Effect effect) => $"{Prefix}{Stamp(effect.Due)}|{effect.Key}";

    /// <summary>The end of a range read that takes all that is due at this instant.</summary>
    public static string Until(DateTimeOffset now) => $"{Prefix}{Stamp(now)}~";

    public static string Stamp(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
}
