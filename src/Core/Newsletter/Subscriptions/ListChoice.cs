using System.Text.Json.Serialization;

namespace Almanach.Core.Newsletter.Subscriptions;

/// <summary>Since when a member of the network is off which lists; beside her card, which says only that she is.</summary>
/// <param name="Left">By id of the newsletter.</param>
public sealed record ListChoice(IReadOnlyDictionary<string, ListDeparture> Left)
{
    public const string Prefix = "lists|";

    public static ListChoice None { get; } = new(new Dictionary<string, ListDeparture>());
}

/// <param name="On">Day on the platform's clock.</param>
/// <param name="ByCoordination">The coordinator noted it, at her request. Left out of the record where it is false.</param>
public sealed record ListDeparture(DateOnly On, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ByCoordination = false);
