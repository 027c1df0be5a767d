using Almanach.Core.Calendar;
using Almanach.Core.Engine;
using Almanach.Core.French;

namespace Almanach.Core.Meetings.Sittings;

/// <summary>When a meeting may be convened a second time (after CRPA R133-10: same agenda, no quorum). Pure.</summary>
public static class SecondRules
{
    /// <summary>Why it may not, whatever the date; null when it may.</summary>
    public static Refusal? Problem(Meeting meeting, Sitting sitting, DateTimeOffset now)
    {
        if (sitting.Body is not { SecondConvocation: true })
            return Refusal.Because(Why.NotNow, "Les règles de cette instance ne prévoient pas de seconde convocation. Enregistrez les décisions à titre d’avis.");
        if (meeting.First is not null)
            return Refusal.Because(Why.NotNow, "Cette réunion est déjà convoquée une seconde fois\u00A0: aucun quorum n’est plus requis.");
        if (meeting.State is MeetingState.Held or MeetingState.Cancelled)
            return Refusal.Because(Why.NotNow, "Cette réunion est annulée, ou ses décisions sont enregistrées\u00A0: elle ne se convoque plus.");
        if (meeting.Starts > now)
            return Refusal.Because(Why.NotNow, "Cette réunion n’a pas commencé\u00A0: une seconde convocation suit une réunion sans quorum. Pour changer sa date, déplacez-la.");
        if (!sitting.Saved)
            return Refusal.Because(Why.NotNow, "Enregistrez d’abord la feuille d’émargement\u00A0: elle dit si le quorum est atteint.");
        return !sitting.Quorum.Applies || sitting.Quorum.Reached
            ? Refusal.Because(Why.NotNow, "Le quorum est atteint, ou n’est pas requis\u00A0: enregistrez les décisions.")
            : null;
    }

    /// <summary>The first day on which the notice is kept.</summary>
    public static DateOnly Earliest(Sitting sitting, DateTimeOffset now, PlatformZone zone) => zone.DayOf(now).AddDays(Math.Max(1, sitting.Body?.SecondNoticeDays ?? 0));

    /// <param name="starts">UTC; null for what cannot be read.</param>
    public static Refusal? Problem(Meeting meeting, Sitting sitting, DateTimeOffset? starts, DateTimeOffset now, PlatformZone zone)
    {
        if (Problem(meeting, sitting, now) is { } problem)
            return problem;
        if (starts is not { } at)
            return Refusal.Invalid(new FieldError("date", "Cette date ou son heure ne se lit pas. Écrivez par exemple 14/12/2021 et 09:30."));
        var earliest = Earliest(sitting, now, zone);
        return zone.DayOf(at) < earliest
            ? Refusal.Invalid(new FieldError("date", $"Le délai de la seconde convocation est de {Numbers.Count(sitting.Body!.SecondNoticeDays, "jour", "jours")}\u00A0: choisissez au plus tôt le {FrenchDates.Day(earliest)}."))
            : null;
    }
}
