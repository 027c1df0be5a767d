namespace Almanach.Core.Newsletter.Subscriptions;

/// <summary>Somebody asked, on the public form, to receive newsletters, and has not confirmed yet: nothing else is mailed to her.</summary>
/// <param name="Id">That of the subscriber she becomes.</param>
/// <param name="Lists">Ids of the newsletters.</param>
/// <param name="At">When she asked first, UTC: after <see cref="Lasts"/> it lapses, and the night erases it.</param>
/// <param name="Mailed">Day of the last message, on the platform's clock.</param>
public sealed record SubscriptionRequest(string Id, string Address, IReadOnlyList<string> Lists, DateTimeOffset At, DateOnly Mailed)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public const string Partition = "subscriptions";

    public const string Prefix = "asked|";

    public static string Row(string id) => Prefix + id;

    public DateTimeOffset Lapses => At + Lasts;

    public bool HasLapsed(DateTimeOffset now) => Lapses <= now;
}

/// <summary>How many messages one day of the public form has sent.</summary>
public sealed record SubscriptionDay(int Mails)
{
    public const string Prefix = "day|";

    public static string Row(DateOnly day) => $"{Prefix}{day:yyyy-MM-dd}";
}

/// <summary>Finds an address again without reading all: its row bears its hash, and goes with it.</summary>
/// <param name="Id">Of the subscriber or the request.</param>
public sealed record AddressMark(string Id)
{
    public static string Row(string address) => $"address|{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
        System.Text.Encoding.UTF8.GetBytes(address.ToLowerInvariant())))[..32]}";
}

/// <summary>How many subscribers from outside left a newsletter in a quarter: a number, of nobody.</summary>
public sealed record ListDepartures(int Count)
{
    public static string Row(Quarter quarter) => $"left|{quarter.Year}-{quarter.Number}";
}

/// <summary>Three months of a year.</summary>
public readonly record struct Quarter(int Year, int Number)
{
    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    public DateOnly First => new(Year, 3 * Number - 2, 1);
}
