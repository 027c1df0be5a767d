using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Cycle;
using Almanach.Core.Meetings;
using Almanach.Web.Layout;

namespace Almanach.Web.Consultations.Questions;

/// <summary>What the fixed choices say on the page.</summary>
internal static class Words
{
    public static IReadOnlyList<ChoiceOption> Interests { get; } =
    [
        new(nameof(Interest.Strong), "Très intéressé"), new(nameof(Interest.Some), "Intéressé"), new(nameof(Interest.None), "Pas d’intérêt cette année"),
    ];

    public static IReadOnlyList<ChoiceOption> Efforts { get; } =
    [
        new(nameof(Effort.Lead), "Piloter", "Préparer, animer, rendre compte"),
        new(nameof(Effort.Contribute), "Contribuer", "Apporter des données, un témoignage ou un lieu"),
        new(nameof(Effort.Attend), "Participer", "Venir aux réunions"),
        new(nameof(Effort.None), "Rien pour le moment"),
    ];

    public static IReadOnlyList<ChoiceOption> Consent { get; } =
    [
        new(nameof(Consenting.NoObjection), "Sans objection"), new(nameof(Consenting.Reservation), "Une réserve"), new(nameof(Consenting.Objection), "Une objection"),
    ];

    /// <param name="meeting">The meeting it is about, as far as it is known.</param>
    public static IReadOnlyList<ChoiceOption> Modes(Step? meeting) => [.. Presence.Modes(meeting).Select(mode => new ChoiceOption(mode.ToString(), Name(mode)))];

    private static string Name(AttendanceMode mode) => mode switch
    {
        AttendanceMode.OnSite => "Je serai sur place",
        AttendanceMode.Remote => "Je serai en visioconférence",
        AttendanceMode.Represented => "Un autre membre me représentera",
        AttendanceMode.Excused => "Je ne pourrai pas venir",
    };

    public static IReadOnlyList<(Availability Word, string Label)> Days { get; } =
        [(Availability.Yes, "Oui"), (Availability.IfNeedBe, "Si nécessaire"), (Availability.No, "Non")];
}
