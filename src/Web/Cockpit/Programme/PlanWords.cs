using System.Globalization;
using Almanach.Core.Engine;
using Almanach.Core.Programme.Holding;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Programme;

/// <summary>The meeting of an action as its form holds it.</summary>
/// <param name="Minutes">How long it lasts.</param>
/// <param name="Invites">Day on which the invitation leaves; empty for the usual one.</param>
/// <param name="Agenda">One point a line.</param>
/// <param name="Despite">Though conditions are missing, for this reason.</param>
public sealed record PlanWords(string Day, string Hour, string Minutes, string Place, string Link, string Invites, string Agenda, bool Despite, string Reason)
{
    public static PlanWords Before(Holding holding) => new(
        holding.Action.Occurrences.FirstOrDefault(occurrence => occurrence.Day is not null) is { Day: { } day } ? $"{day:yyyy-MM-dd}" : "", "14:00", "120",
        holding.Action.Occurrences.FirstOrDefault(occurrence => occurrence.Place.Length > 0)?.Place ?? "", "", "", string.Join('\n', Proposed(holding)), false, "");

    public static PlanWords Of(IFormCollection form) => new(
        form.Text("jour"), form.Text("heure"), form.Text("duree"), Line(form.Text("lieu")), form.Text("lien"), form.Text("invitation"), form.Text("ordre"),
        form.Ticked("malgre"), form.Text("raison"));

    /// <summary>As it is planned, or what cannot be read of it.</summary>
    public (PlannedMeeting? Planned, Refusal? Refusal) Read(Room room)
    {
        List<FieldError> errors = [];
        if (Posted.Day(Day) is null)
            errors.Add(new FieldError("jour", "Ce jour ne se lit pas. Écrivez par exemple 14/06/2022."));
        if (Posted.Hour(Hour) is null)
            errors.Add(new FieldError("heure", "Cette heure ne se lit pas. Écrivez par exemple 09:30."));
        if (Invites.Length > 0 && Posted.Day(Invites) is null)
            errors.Add(new FieldError("invitation", "Ce jour ne se lit pas. Écrivez par exemple 24/05/2022, ou laissez vide."));
        return errors.Count > 0 ? (null, Refusal.Invalid(errors)) : (new PlannedMeeting(
            room.Zone.At(Posted.Day(Day)!.Value, Posted.Hour(Hour)!.Value),
            int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0, Place, Link,
            [.. Agenda.Split('\n').Select(Line).Where(line => line.Length > 0)],
            Posted.Day(Invites) is { } day ? room.Zone.At(day, new TimeOnly(9, 0)) : null, Despite, Reason), null);
    }

    private static IEnumerable<string> Proposed(Holding holding) =>
        [.. (holding.Action.Speakers ?? []).Select(speaker => $"Intervention\u00A0: {speaker.Organisation}"), "Échanges"];

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
