using Almanach.Core.Meetings.Registration;
using Almanach.Core.Tables;

namespace Almanach.Web.Cockpit.Meetings.Registration;

/// <summary>The people registered, as a table to keep.</summary>
internal static class RegistrationTable
{
    public static ExportTable Of(RegistrationMatter matter) => new(
        $"inscriptions-{matter.Scene.Meeting.Id}", ["Nom", "Organisme", "Adresse", "Besoins", "État", "Depuis le"],
        [.. matter.Book!.Bookings.SelectMany(booking => matter.People.Where(person => person.Id == booking.Id).Select(person =>
            (IReadOnlyList<string>)[person.Name, person.Organisation, person.Address, person.Needs, State(booking.State), $"{matter.Scene.Zone.LocalOf(booking.Since):yyyy-MM-dd HH:mm}"]))]);

    public static string State(BookingState state) => state switch
    {
        BookingState.Confirmed => "confirmée",
        BookingState.Waiting => "liste d’attente",
        BookingState.Held or BookingState.Asked => "à confirmer",
    };
}
