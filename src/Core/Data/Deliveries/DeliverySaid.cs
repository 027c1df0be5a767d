using Almanach.Core.Data.Deliveries.Repairs;

namespace Almanach.Core.Data.Deliveries;

/// <summary>The file that stands for one expected delivery, as the organisation gave it.</summary>
/// <param name="Title">Of the delivery, when it was given.</param>
/// <param name="File">SHA-256 of its bytes, 64 lower-case hexadecimal digits: where the raw file is kept.</param>
/// <param name="Name">As the depositor called it, cleaned.</param>
/// <param name="Size">In bytes.</param>
/// <param name="By">Contact who gave it; « coordination » for one that she recorded; empty where nobody did (<see cref="Drops.DropDesk.Nobody"/>).</param>
/// <param name="Attested">The words that were agreed to; empty while nobody has said that the file may be used.</param>
/// <param name="Repairs">Values that are read as others by somebody’s word; null where nobody agreed to any.</param>
public sealed record DeliverySaid(
    string Title, string File, string Name, long Size, string By, DeliveryWay Way, DateTimeOffset At, string Attested = "", DateTimeOffset? AttestedAt = null,
    RepairConsent? Repairs = null);

/// <summary>How a file came.</summary>
public enum DeliveryWay
{
    Page,

    /// <summary>By HTTP <c>PUT</c>, from a program.</summary>
    Put,

    /// <summary>Attached to a reply.</summary>
    Mail,

    /// <summary>Laid down in the folder, or the container, that the host watches: nobody signs for it.</summary>
    Folder,

    /// <summary>Recorded by the coordinator, who received it otherwise.</summary>
    Coordinator,
}
