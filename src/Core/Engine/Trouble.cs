using System.Globalization;

namespace Almanach.Core.Engine;

/// <summary>An effect that failed, and whether it is tried again: what the cockpit shows under « quelque chose ne va pas ».</summary>
/// <param name="Effect">Key of the effect.</param>
/// <param name="Due">When it was due, UTC.</param>
/// <param name="Problem">Kind of the exception; its text stays in the host's log, since it may hold an address.</param>
/// <param name="SetAside">It is not tried again by itself.</param>
public sealed record Trouble(
    string Partition, string Effect, string Kind, string Step, DateTimeOffset Due, int Attempts, DateTimeOffset LastAt, string Problem, bool SetAside)
{
    public const string Place = "troubles";

    /// <summary>Rows of effects set aside, in their own partition.</summary>
    public const string Aside = "aside|";

    /// <summary>The <see cref="Problem"/> of one that this program cannot read, because a later one wrote it or it is broken.</summary>
    public const string Unreadable = "Unreadable";

    /// <summary>How often an effect is tried: over about a day.</summary>
    public const int MostAttempts = 10;

    /// <summary>5, 20, 45, 80 … 405 minutes after the failure; null when it is to be set aside.</summary>
    public static DateTimeOffset? NextTry(int attempts, DateTimeOffset now) =>
        attempts >= MostAttempts ? null : now + TimeSpan.FromMinutes(5 * attempts * attempts);

    /// <summary>An effect of which nothing but its row's key can be read: nobody tries it, and there is no row of the trouble.</summary>
    public static Trouble Of(string partition, string effect, DateTimeOffset due, DateTimeOffset now) =>
        new(partition, effect, "", "", due, 0, now, Unreadable, SetAside: false);

    /// <summary>Key of its row: in order of the instant at which it was due.</summary>
    public string Row => RowOf(Due, Effect);

    public static string RowOf(DateTimeOffset due, string effect) => string.Create(CultureInfo.InvariantCulture, $"{Todo.Stamp(due)}|{effect}");
}
