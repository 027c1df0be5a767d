using Almanach.Core.Network;

namespace Almanach.Core.Meetings.Sittings;

/// <summary>A member of a body as she sat there: kept with the sheet, so that the count stands when the network changes.</summary>
public sealed record Seat(string Contact, string Organisation, string College)
{
    /// <summary>The members of a body, or everybody when it is null.</summary>
    public static IReadOnlyList<Seat> Of(Roster roster, string? body) =>
        [.. roster.Of(body).Select(contact => new Seat(contact.Id, contact.Organisation, roster.Organisations[contact.Organisation].College))];
}
