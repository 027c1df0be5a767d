using Almanach.Core.Consultations;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings.Sittings;

/// <summary>Who sat, and by which rules they are counted.</summary>
/// <param name="Body">Null for the whole network.</param>
/// <param name="Seats">The members, as kept with the sheet; before it is saved, as the network has them.</param>
/// <param name="Second">Convened a second time: no quorum applies.</param>
/// <param name="Saved">The sheet was saved: until then nobody is known to have been there.</param>
public sealed record Sitting(Body? Body, IReadOnlyList<Seat> Seats, AttendanceSheet Sheet, bool Second, bool Saved)
{
    public static Sitting Of(Meeting meeting, Body? body, Roster roster, IReadOnlyDictionary<string, AnswerValue.Attendance> said)
    {
        var seats = meeting.Seats ?? Seat.Of(roster, meeting.Body);
        var members = seats.Where(seat => roster.Contacts.ContainsKey(seat.Contact)).ToDictionary(seat => seat.Contact, seat => roster.Contacts[seat.Contact].Name);
        return new Sitting(body, seats, AttendanceSheet.Of(meeting, said, members), meeting.First is not null, AttendanceSheet.IsSaved(meeting));
    }

    public QuorumCount Quorum => QuorumRules.Of(Body, Seats, Sheet, Second);

    /// <summary>For one decision: those who step back are left out where the rules of the body say so.</summary>
    public QuorumCount QuorumOf(MeetingDecision decision) => QuorumRules.Of(Body, Seats, Sheet, Second, decision.Recused);

    /// <summary>Who could vote on it: present or represented, and did not step back.</summary>
    public int Voters(MeetingDecision decision) => Present.Count(contact => decision.Recused?.Contains(contact) != true);

    /// <summary>Those who count, in the order of the seats.</summary>
    public IReadOnlyList<string> Present => [.. (Body is null ? Sheet.Modes.Keys.Order(StringComparer.Ordinal) : Seats.Select(seat => seat.Contact))
        .Where(contact => QuorumRules.Counts(Body, Sheet, contact))];

    /// <summary>What is decided has no quorum behind it.</summary>
    public bool IsShort(IReadOnlyList<MeetingDecision> decisions) => Quorum.Applies && (!Saved || !Quorum.Reached || decisions.Any(decision => !QuorumOf(decision).Reached));
}
