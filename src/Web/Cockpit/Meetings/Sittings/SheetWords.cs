using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Meetings.Sittings;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Meetings.Sittings;

/// <summary>The attendance sheet as its form holds it.</summary>
/// <param name="Modes">How each contact attends; who is not there is absent.</param>
/// <param name="Typed">Who represents whom, as typed: a name.</param>
public sealed record SheetWords(IReadOnlyDictionary<string, AttendanceMode> Modes, IReadOnlyDictionary<string, string> Typed)
{
    public static SheetWords Of(MeetingMatter matter)
    {
        var sheet = matter.Sitting.Sheet;
        // Whoever said that she is represented, by nobody who is known here, is excused until the coordinator says by whom.
        var modes = !sheet.FromAnswers ? sheet.Modes : sheet.Modes.ToDictionary(row => row.Key, row =>
            row.Value == AttendanceMode.Represented && !sheet.Proxies.ContainsKey(row.Key) ? AttendanceMode.Excused : row.Value);
        return new SheetWords(modes, sheet.Proxies.ToDictionary(pair => pair.Key, pair => Label(matter, pair.Value)));
    }

    public static SheetWords Of(IFormCollection form, MeetingMatter matter) => new(
        matter.Sheet.Select(contact => (contact.Id, Mode: Posted.Named<AttendanceMode>(form.Text($"presence-{contact.Id}")))).Where(row => row.Mode is not null)
            .ToDictionary(row => row.Id, row => row.Mode!.Value),
        matter.Sheet.Select(contact => (contact.Id, Text: form.Text($"pouvoir-{contact.Id}"))).Where(row => row.Text.Length > 0).ToDictionary(row => row.Id, row => row.Text));

    /// <summary>By contact. A name that is no member's stays as it is, for the rules to refuse.</summary>
    public IReadOnlyDictionary<string, string> Proxies(MeetingMatter matter) => Typed.ToDictionary(pair => pair.Key, pair => Find(matter, pair.Value) ?? pair.Value);

    /// <summary>« Claire Martin, Insee »: as the form proposes a member.</summary>
    public static string Label(MeetingMatter matter, string contact) => matter.Roster.Contacts.TryGetValue(contact, out var known)
        ? $"{known.Name}, {Room.NameOf(matter.Roster, known.Organisation)}" : contact;

    /// <summary>By the whole label; by the name alone where one member bears it.</summary>
    private static string? Find(MeetingMatter matter, string typed)
    {
        var text = Typography.Fold(typed);
        return matter.Sheet.FirstOrDefault(contact => Typography.Fold(Label(matter, contact.Id)) == text)?.Id
            ?? (matter.Sheet.Where(contact => Typography.Fold(contact.Name) == text).ToList() is [var only] ? only.Id : null);
    }

    /// <summary>The sitting as it would be with what was typed.</summary>
    public Sitting On(MeetingMatter matter) => matter.Sitting with { Sheet = new AttendanceSheet(Modes, Proxies(matter), matter.Sitting.Sheet.FromAnswers) };

    public static string? ErrorOf(Refusal? refusal, string contact) => refusal?.Fields.FirstOrDefault(error => error.Field == $"pouvoir-{contact}")?.Message;
}
