using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Consultations;

namespace Almanach.Core.Meetings.Sittings;

/// <summary>Who was there: the sheet as it was saved; as long as none was, what people answered.</summary>
/// <param name="Modes">How each contact attends; who is not there is absent.</param>
/// <param name="Proxies">Who is represented, and by whom.</param>
/// <param name="FromAnswers">No sheet was saved, and there are answers.</param>
public sealed record AttendanceSheet(IReadOnlyDictionary<string, AttendanceMode> Modes, IReadOnlyDictionary<string, string> Proxies, bool FromAnswers)
{
    /// <param name="members">Names of the members, among whom people said who represents them.</param>
    public static AttendanceSheet Of(Meeting meeting, IReadOnlyDictionary<string, AnswerValue.Attendance> said, IReadOnlyDictionary<string, string> members) => IsSaved(meeting)
        ? new AttendanceSheet(meeting.Attendance, meeting.Proxies ?? None, false)
        : new AttendanceSheet(said.ToDictionary(pair => pair.Key, pair => pair.Value.Mode), ProxyRules.Announced(said, members), said.Count > 0);

    public static bool IsSaved(Meeting meeting) => meeting.Attendance.Count > 0;

    /// <summary>Names the sheet as it is saved: another stamp, and somebody saved another sheet.</summary>
    public static string Stamp(Meeting meeting) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        meeting.Attendance.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key} {row.Value} {meeting.Proxies?.GetValueOrDefault(row.Key)}")))))[..16];

    /// <summary>What people answered about their presence, by contact.</summary>
    public static IReadOnlyDictionary<string, AnswerValue.Attendance> Said(IReadOnlyList<Answer> answers) =>
        answers.SelectMany(answer => answer.Values.Values.OfType<AnswerValue.Attendance>().Select(value => (answer.Unit, value)))
            .GroupBy(pair => pair.Unit).ToDictionary(group => group.Key, group => group.First().value);

    private static readonly Dictionary<string, string> None = [];
}
