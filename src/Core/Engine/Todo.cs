using System.Globalization;
using System.Text.Json;
using Almanach.Core.Ports;

namespace Almanach.Core.Engine;

/// <summary>
/// The rows of effects still to be performed, in the partition whose decision emitted them:
/// <c>todo|yyyyMMddTHHmmssfffZ|key</c>, so that a range read up to an instant gives what is due, oldest first.
/// </summary>
public static class Todo
{
    public const string Prefix = "todo|";

    public static string Row(Effect effect) => Row(effect, effect.Due);

    /// <summary>The row of an effect put off to a later instant; the effect keeps the instant at which it was due.</summary>
    public static string Row(Effect effect, DateTimeOffset at) => $"{Prefix}{Stamp(at)}|{effect.Key}";

    /// <summary>The end of a range read that takes all that is due at this instant.</summary>
    public static string Until(DateTimeOffset now) => $"{Prefix}{Stamp(now)}~";

    public static string Stamp(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The effect of a row; null when this program cannot read it, because a later one wrote it or it is broken.</summary>
    public static Effect? Read(Entry entry)
    {
        try
        {
            return Stored.Read<Effect>(entry.Value);
        }
        catch (Exception broken) when (broken is JsonException or InvalidDataException or NotSupportedException)
        {
            return null;
        }
    }
}
