namespace Almanach.Core.Data.Deliveries.Repairs;

/// <summary>Whoever delivers a file agrees that some of its values are read as others. It holds for those bytes alone.</summary>
/// <param name="Words">That were agreed to.</param>
/// <param name="By">Contact who agreed; « coordination » for a file that she recorded.</param>
/// <param name="Offer">Stamp of the list she was shown; <see cref="Ahead"/> for what a program agrees to before it is known.</param>
/// <param name="List">SHA-256 of the exact list, kept beside the raw file; empty for one that is agreed to ahead: the check makes it.</param>
/// <param name="Count">Values in that list.</param>
public sealed record RepairConsent(string Words, string By, DateTimeOffset At, string Offer, string List, int Count)
{
    public const string Ahead = "avance";

    public bool IsAhead => List.Length == 0;
}

/// <summary>A choice among what is offered.</summary>
/// <param name="Organisation">Of whom the file is expected.</param>
/// <param name="Seen">Stamp of the list that the page showed.</param>
/// <param name="Chosen">Places in that list, from 0; null for all of it.</param>
public sealed record RepairAgreement(string Consultation, string Delivery, string Organisation, string By, string Seen, IReadOnlySet<int>? Chosen, DateTimeOffset At);

/// <param name="Said">What stands then.</param>
/// <param name="List">To be kept before it is said.</param>
public sealed record AgreedRepairs(DeliverySaid Said, Checks.Mending.MendList List);
