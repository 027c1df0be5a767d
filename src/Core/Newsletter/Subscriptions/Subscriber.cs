namespace Almanach.Core.Newsletter.Subscriptions;

/// <summary>Somebody outside the network who receives a newsletter: all that is known of her. Leaving erases it.</summary>
/// <param name="Id">Drawn at random: it appears in keys, links and logs. One for all lists of the same address.</param>
/// <param name="Confirmed">Day on which she confirmed, on the platform's clock.</param>
public sealed record Subscriber(string Id, string Address, DateOnly Confirmed)
{
    public const string Prefix = "person|";

    public static string Row(string id) => Prefix + id;

    public static string Partition(string list) => $"subscribers-{list}";

    private const string Mark = "abonne.";

    /// <summary>How messages name her: no contact's id has a dot.</summary>
    /// <param name="list">Id of the newsletter; empty for somebody who has not confirmed yet.</param>
    public static string Reference(string list, string id) => $"{Mark}{list}.{id}";

    /// <summary>List and id of a reference; null for anybody else.</summary>
    public static (string List, string Id)? Read(string reference) =>
        reference.StartsWith(Mark, StringComparison.Ordinal) && reference.Split('.') is [_, var list, var id] ? (list, id) : null;
}
