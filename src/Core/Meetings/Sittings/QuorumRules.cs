using Almanach.Core.Consultations;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings.Sittings;

/// <summary>Who counts, and how many it takes (after CRPA R133-10: at least half, present or represented). Pure.</summary>
public static class QuorumRules
{
    /// <summary>« Au moins la moitié » of 60 is 30, of 61 is 31.</summary>
    public static int Needed(decimal share, int members) => (int)Math.Ceiling(share * members);

    /// <param name="body">Null for the whole network, which has no quorum.</param>
    /// <param name="free">No quorum applies: a second convocation.</param>
    /// <param name="recused">Members who step back from what is decided.</param>
    public static QuorumCount Of(Body? body, IReadOnlyList<Seat> seats, AttendanceSheet sheet, bool free = false, IReadOnlyCollection<string>? recused = null)
    {
        var counted = body is { RecusedCount: false } && recused is { Count: > 0 } ? [.. seats.Where(seat => !recused.Contains(seat.Contact))] : seats;
        var counts = (body is null ? sheet.Modes.Keys : counted.Select(seat => seat.Contact)).Where(contact => Counts(body, sheet, contact)).ToHashSet();
        var represented = counts.Count(contact => sheet.Modes[contact] == AttendanceMode.Represented);
        var applies = body is not null && !free;
        return new QuorumCount(
            counted.Count, counts.Count - represented, represented, applies ? Needed(body!.Quorum, counted.Count) : 0,
            applies && body!.CollegeQuorum > 0
                ? [.. counted.GroupBy(seat => seat.College).OrderBy(college => college.Key, StringComparer.Ordinal).Select(college => new CollegeCount(
                    college.Key, college.Count(), college.Count(seat => counts.Contains(seat.Contact)), Needed(body.CollegeQuorum, college.Count())))]
                : []);
    }

    /// <summary>Present; or represented by somebody present, where the body allows it.</summary>
    public static bool Counts(Body? body, AttendanceSheet sheet, string contact) => sheet.Modes.TryGetValue(contact, out var mode) && (IsPresent(mode)
        || (mode == AttendanceMode.Represented && (body is null
            || (body.Proxies > 0 && sheet.Proxies.TryGetValue(contact, out var holder) && sheet.Modes.TryGetValue(holder, out var held) && IsPresent(held)))));

    public static bool IsPresent(AttendanceMode mode) => mode is AttendanceMode.OnSite or AttendanceMode.Remote;
}
