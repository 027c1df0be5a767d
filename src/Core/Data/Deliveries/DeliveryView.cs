using Almanach.Core.Consultations;
using Almanach.Core.Platforms;

namespace Almanach.Core.Data.Deliveries;

/// <summary>How far an expected delivery is.</summary>
public enum DeliveryState
{
    /// <summary>Nothing has come.</summary>
    Awaited,

    /// <summary>A file has come, and was not checked yet.</summary>
    Received,

    /// <summary>It was checked, and something is to be corrected.</summary>
    WithErrors,

    /// <summary>It can be used, but nobody has attested that it may be.</summary>
    Unattested,

    Valid,

    /// <summary>The coordinator has taken it.</summary>
    Accepted,
}

/// <summary>One expected delivery, what stands for it and what is known of that.</summary>
/// <param name="Template">As the year expects it.</param>
/// <param name="Said">The file that stands; null for none.</param>
/// <param name="Deposit">What is known of it; null until it was checked.</param>
/// <param name="Former">Files that it replaced, latest first.</param>
/// <param name="Due">The instant until which it is expected, exclusive; null for no end.</param>
public sealed record DeliveryView(
    Consultation Consultation, DeliveryTemplate Template, DeliverySaid? Said, DataDeposit? Deposit, IReadOnlyList<DataDeposit> Former, DateTimeOffset? Due)
{
    public DeliveryState State => ReceivingRules.StateOf(Said, Deposit);

    /// <summary>Its day is past, no file was accepted, and something is still asked of the organisation.</summary>
    public bool IsLateAt(DateTimeOffset now) => Due <= now && !ReceivingRules.IsSettled(State) && !Former.Any(former => former.IsAccepted);
}
