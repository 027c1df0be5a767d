using System.Globalization;
using Almanach.Core.Calendar;
using Almanach.Core.Engine;
using Almanach.Web.Hosting;

namespace Almanach.Web.Meetings;

/// <summary>A meeting to plan, as forms hold it.</summary>
/// <param name="Minutes">How long it lasts.</param>
/// <param name="Agenda">One point a line.</param>
public sealed record TypedMeeting(string Day, string Hour, string Minutes, string Place, string Link, string Agenda)
{
    /// <summary>The launch meeting of a group before anything is typed.</summary>
    public static TypedMeeting Launch { get; } = new("", "14:00", "120", "", "", "Les objectifs du groupe\nSes membres\nSon fonctionnement\nLe calendrier");

    /// <param name="text">What a form has under a name.</param>
    public static TypedMeeting Of(Func<string, string> text) =>
        new(text("jour"), text("heure"), text("duree"), Line(text("lieu")), text("lien"), text("ordre"));

    public static TypedMeeting Of(DateTimeOffset starts, int minutes, string place, string link, IEnumerable<string> agenda, PlatformZone zone) => new(
        $"{zone.DayOf(starts):yyyy-MM-dd}", $"{zone.LocalOf(starts):HH\\:mm}", minutes.ToString(CultureInfo.InvariantCulture), place, link, string.Join('\n', agenda));

    /// <summary>What cannot be read of it.</summary>
    public IEnumerable<FieldError> Unread
    {
        get
        {
            if (TypedTime.Day(Day) is null)
                yield return new FieldError("jour", TypedTime.Unread(Day, "Écrivez par exemple 14/06/2022."));
            if (TypedTime.Hour(Hour) is null)
                yield return new FieldError("heure", "Cette heure ne se lit pas. Écrivez par exemple 09:30.");
        }
    }

    /// <summary>UTC. Only where nothing is unread.</summary>
    public DateTimeOffset Starts(PlatformZone zone) => zone.At(TypedTime.Day(Day)!.Value, TypedTime.Hour(Hour)!.Value);

    /// <summary>0 for what is no number: the rules refuse it.</summary>
    public int Length => int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0;

    public IReadOnlyList<string> Points => [.. Agenda.Split('\n').Select(Line).Where(line => line.Length > 0)];

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
