using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.French;
using Almanach.Core.Meetings;

namespace Almanach.Web.Consultations;

/// <summary>The sentences of a consultation that hold its dates.</summary>
public static class ConsultationText
{
    public static string Until(DateTimeOffset closes, PlatformZone zone)
    {
        var local = zone.LocalOf(closes);
        return local.TimeOfDay == TimeSpan.Zero
            ? $"{FrenchDates.Day(ConsultationDesk.LastDay(closes, zone))} au soir"
            : FrenchDates.DayAt(local);
    }

    /// <summary>The platform's own words under the title, the date in bold. Without an end, its sentence is left out.</summary>
    public static string Lede(Visit visit)
    {
        var lede = visit.Consultation.Template.Lede.Replace("[réunion]", $"**{Presence.When(visit.Meeting, visit.Setting.Zone)}**", StringComparison.Ordinal);
        return visit.Until is { } until
            ? lede.Replace("[clôture]", $"**{until}**", StringComparison.Ordinal)
            : string.Join(". ", lede.Split(". ").Where(sentence => !sentence.Contains("[clôture]", StringComparison.Ordinal)));
    }

    /// <summary>« d…@drome.example.org »: enough to recognise one's own address, nothing to learn.</summary>
    public static string Masked(string address) =>
        address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{address[0]}…{address[at..]}" : "…";

    /// <summary>For titles people typed, where they stand among ours.</summary>
    public static string Quoted(string title) => $"«\u00A0{Typography.Text(title)}\u00A0»";
}
