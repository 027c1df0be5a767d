using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings.Dates;

/// <summary>What a date promises, by the answers.</summary>
/// <param name="No">Those who said no; who left the date out is in none of the three.</param>
/// <param name="Rank">1 for the best; equal ones share a rank.</param>
/// <param name="Quorum">Whether those who could come make the quorum; null where none applies.</param>
public sealed record DateProspect(string Option, int Yes, int IfNeedBe, int No, int Rank, bool? Quorum)
{
    /// <summary>Best first: a meeting that can decide, then by how many can come, then how many gladly.</summary>
    /// <param name="body">Whose meeting it is; null for the whole network.</param>
    public static IReadOnlyList<DateProspect> Of(Consultation poll, IReadOnlyList<Answer> answers, Body? body, IReadOnlyList<Seat> seats) => Ranks.Of(
        DateChoice.Count(poll, answers).Select(date => new DateProspect(date.Option, date.Yes, date.IfNeedBe, date.No, 0, Reached(date.Option, answers, body, seats))),
        Comparer<DateProspect>.Create((one, other) => (one.Quorum == true, one.Yes + one.IfNeedBe, one.Yes).CompareTo((other.Quorum == true, other.Yes + other.IfNeedBe, other.Yes))),
        (date, rank) => date with { Rank = rank });

    private static bool? Reached(string option, IReadOnlyList<Answer> answers, Body? body, IReadOnlyList<Seat> seats)
    {
        var coming = answers.Where(answer => answer.Values.GetValueOrDefault(DateChoice.Question) is AnswerValue.Dates dates && dates.ByOption.GetValueOrDefault(option) != Availability.No)
            .ToDictionary(answer => answer.Unit, _ => AttendanceMode.OnSite);
        var quorum = QuorumRules.Of(body, seats, new AttendanceSheet(coming, new Dictionary<string, string>(), true));
        return quorum.Applies ? quorum.Reached : null;
    }
}
