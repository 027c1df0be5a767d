using Almanach.Core;
using Almanach.Core.Calendar;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Web.Cockpit.Rooms;

/// <summary>What every room of the cockpit has at hand: the office, and days in words.</summary>
public sealed record Room(Office Office, HttpContext Context)
{
    /// <summary>Who acts, in the journal.</summary>
    public const string Actor = Core.Access.Coordination.Id;

    public static Room Of(HttpContext context) => new(context.RequestServices.GetRequiredService<Office>(), context);

    public Setting Setting => Office.Setting;

    public Brand Brand => Setting.Platform.Brand;

    public PlatformZone Zone => Setting.Zone;

    public DateTimeOffset Now => Office.Now;

    public DateOnly Today => Zone.DayOf(Now);

    public string Day(DateTimeOffset instant) => FrenchDates.Day(Zone.DayOf(instant));

    /// <summary>« mardi 14 décembre 2021, de 9 h 30 à 11 h 30 ».</summary>
    public string Span(Core.Meetings.Meeting meeting) => FrenchDates.Span(Zone.LocalOf(meeting.Starts), Zone.LocalOf(meeting.Ends));

    public string DayAt(DateTimeOffset instant) => FrenchDates.DayAt(Zone.LocalOf(instant));

    /// <summary>« vendredi 14 octobre 2022 au soir » for a midnight, the hour otherwise.</summary>
    public string Until(DateTimeOffset closes) => Setting.End(closes);

    public string KindName(ActionKind? kind) => kind is null
        ? "Sans préférence de format"
        : Setting.Platform.ActionKinds.FirstOrDefault(setting => setting.Kind == kind)?.Name ?? kind.ToString()!;

    public string CollegeName(string id) => Setting.Platform.Colleges.FirstOrDefault(college => college.Id == id)?.Name ?? id;

    public static string NameOf(Roster roster, string organisation) =>
        roster.Organisations.TryGetValue(organisation, out var known) ? known.Name : organisation;

    /// <summary>« Claire Martin », « la coordination », or the id of somebody the network no longer has.</summary>
    public static string Person(Roster roster, string contact) => contact == Actor
        ? "la coordination"
        : roster.Contacts.TryGetValue(contact, out var known) ? known.Name : contact;
}
