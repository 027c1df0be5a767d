using Almanach.Core;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Somebody leaves, and the months go by.</summary>
internal static class Erasing
{
    public static async Task Erase(this Office office, params string[] contacts)
    {
        foreach (var contact in contacts)
            await office.Members.Leave(contact, "coordination", office.Now);
        await office.Members.Retain(1, office.Setting.Zone.DayOf(office.Now).AddDays(40), office.Now);
    }
}
