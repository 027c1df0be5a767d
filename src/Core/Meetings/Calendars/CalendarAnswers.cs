using Almanach.Core.Consultations;
using Almanach.Core.ICalendar;
using Almanach.Core.Meetings.Sittings;

namespace Almanach.Core.Meetings.Calendars;

/// <summary>What the answer of a calendar to an invitation says of who comes. Pure.</summary>
public static class CalendarAnswers
{
    /// <summary>Why it is not taken, in a sentence for the coordinator; null where it is.</summary>
    /// <param name="before">What the person said so far.</param>
    public static string? Problem(CalendarReply reply, Meeting meeting, Answer? before) => reply switch
    {
        { Participation: Participation.Tentative } => "La réponse est «\u00A0peut-être\u00A0»\u00A0: rien n’est enregistré.",
        _ when reply.Sequence < MeetingEvents.Sequence(meeting) => "La réponse porte sur une invitation qui a changé depuis.",
        _ when reply.Stamp < before?.At => "Une réponse plus récente est déjà enregistrée.",
        _ => null,
    };

    /// <summary>The answer with what the calendar says, beside what the person said of anything else.</summary>
    /// <param name="question">Id of the question who comes.</param>
    public static IReadOnlyDictionary<string, AnswerValue> Values(CalendarReply reply, Meeting meeting, string question, Answer? before) =>
        new Dictionary<string, AnswerValue>(before?.Values ?? new Dictionary<string, AnswerValue>())
        {
            [question] = Attendance(reply.Participation == Participation.Accepted, reply.Comment, meeting, before?.Values.GetValueOrDefault(question) as AnswerValue.Attendance),
        };

    /// <summary>« Yes » says neither how nor for whom: who had said so is taken at that word.</summary>
    private static AnswerValue.Attendance Attendance(bool comes, string comment, Meeting meeting, AnswerValue.Attendance? said) => said switch
    {
        not null when comes && QuorumRules.IsPresent(said.Mode) => said,
        { Mode: AttendanceMode.Represented } when !comes => said,
        _ => new AnswerValue.Attendance(!comes ? AttendanceMode.Excused : meeting.Remote ? AttendanceMode.Remote : AttendanceMode.OnSite, Note(comment)),
    };

    private static string Note(string comment) => comment.Length <= AnswerChecks.MaxText ? comment : $"{comment[..(AnswerChecks.MaxText - 1)]}…";
}
