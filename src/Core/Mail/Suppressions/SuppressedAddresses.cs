using Almanach.Core.Mail.Sending;

namespace Almanach.Core.Mail.Suppressions;

/// <summary>All addresses that something is known of, as loaded for one message or page.</summary>
public sealed class SuppressedAddresses(IEnumerable<Suppression> known)
{
    private readonly ILookup<string, Suppression> byAddress = known.ToLookup(one => one.Address);

    public static SuppressedAddresses None { get; } = new([]);

    public IEnumerable<Suppression> All => byAddress.SelectMany(one => one);

    /// <summary>What is known of an address, the oldest first.</summary>
    public IReadOnlyList<Suppression> Of(string address) =>
        byAddress.Count == 0 || address.Length == 0 ? [] : [.. byAddress[Suppression.Of(address)].OrderBy(one => one.Since)];

    /// <summary>Since when an address receives nothing; null for one that does, as far as we know.</summary>
    public DateTimeOffset? Refused(string address) => Of(address).FirstOrDefault(one => one.Reason == SuppressionReason.Bounce)?.Since;

    /// <inheritdoc cref="SuppressionRules.Withheld"/>
    public Delivery? Withheld(string address, Mailing mailing) =>
        SuppressionRules.Withheld([.. Of(address).Select(one => one.Reason)], SuppressionRules.IsList(mailing), mailing.Requested);
}
