namespace Almanach.Core.Data.Deliveries;

/// <summary>A file as it arrives for a delivery.</summary>
/// <param name="Organisation">Of whom it is expected: the depositor’s.</param>
/// <param name="Content">Sought in and read from its beginning, and left open; null to attest the file that stands already.</param>
/// <param name="Attests">The depositor says that it may be used.</param>
public sealed record FileSent(
    string Consultation, string Delivery, string Organisation, string By, DeliveryWay Way, string Name, Stream? Content, bool Attests, DateTimeOffset At)
{
    /// <summary>The depositor agrees ahead to the repairs that are sure.</summary>
    public bool AgreesAhead { get; init; }
}
