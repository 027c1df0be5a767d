using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Rooms;

namespace Almanach.Web.Cockpit.Meetings;

/// <summary>One meeting with what its pages need beside it.</summary>
/// <param name="Presence">The consultation that asks who comes; null where there is none yet.</param>
/// <param name="Poll">The choice of its date; null where none was opened.</param>
/// <param name="Minutes">Their last version; null before the first.</param>
/// <param name="Body">Whose meeting it is; null for the whole network.</param>
public sealed record MeetingMatter(Meeting Meeting, Step Step, YearPlan Plan, Roster Roster, Asked? Presence, Asked? Poll, Body? Body, PublishedDocument? Minutes = null)
{
    public string Address => $"/cockpit/reunions/{Meeting.Id}";

    public bool Decides => Step.Work is StepWork.Meet { Decides: true };

    /// <summary>What the page showed of its decisions: sent back with new ones, it tells whether they have changed since.</summary>
    public string Seen => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Stored.Write(Meeting with { Attendance = new Dictionary<string, AttendanceMode>(), Proxies = null, Seats = null }))))[..16];

    /// <summary>The agenda as convened, or as the convocation will have it.</summary>
    public IReadOnlyList<string> Agenda => MeetingRules.Agenda(Plan, Meeting);

    /// <summary>
    /// Who stands on the attendance sheet: the members of the body; for the whole network those who represent an organisation,
    /// and whoever said they would come. Whoever was noted there stays, even if she has left since.
    /// </summary>
    public IReadOnlyList<Contact> Sheet => [.. (Meeting.Body is null
            ? Roster.Active.Where(contact => contact.Is(RoleKind.Referent) || Said.ContainsKey(contact.Id))
            : Sitting.Seats.Select(seat => Roster.Contacts.GetValueOrDefault(seat.Contact)).OfType<Contact>())
        .Union(Meeting.Attendance.Keys.Select(id => Roster.Contacts.GetValueOrDefault(id)).OfType<Contact>())
        .OrderBy(contact => Room.NameOf(Roster, contact.Organisation), StringComparer.Ordinal).ThenBy(contact => contact.LastName, StringComparer.Ordinal)];

    /// <summary>What people answered about their presence, by contact.</summary>
    public IReadOnlyDictionary<string, AnswerValue.Attendance> Said => AttendanceSheet.Said(Presence?.Answers ?? []);

    /// <summary>What people wrote beside their presence, by question: points for the agenda.</summary>
    public IReadOnlyList<(string Label, IReadOnlyList<(string By, string Text)> Lines)> Points => Presence is not { } presence ? [] :
        [.. presence.Consultation.Template.Questions.Where(question => question.Kind == QuestionKind.Text)
            .Select(question => (question.Label, Lines: (IReadOnlyList<(string, string)>)[.. presence.Answers.OrderBy(answer => answer.At)
                .Select(answer => (answer.Unit, (answer.Values.GetValueOrDefault(question.Id) as AnswerValue.Text)?.Value.Trim() ?? "")).Where(line => line.Item2.Length > 0)]))
            .Where(question => question.Lines.Count > 0)];

    /// <summary>Who was there or will be, as far as it is known, and how they are counted.</summary>
    public Sitting Sitting => field ??= Sitting.Of(Meeting.State == MeetingState.Held ? Meeting : Meeting with { Seats = null }, Body, Roster, Said);

    /// <summary>The step that draws its minutes up; null where none does.</summary>
    public Step? MinutesStep => StepEffects.MinutesOf(Plan, Step);

    /// <summary>What each date put to them promises, best first. Only where there is a poll.</summary>
    public IReadOnlyList<DateProspect> Prospects => DateProspect.Of(Poll!.Consultation, Poll.Answers, Body, Seat.Of(Roster, Meeting.Body));

    /// <summary>Null when there is no such meeting.</summary>
    public static async Task<MeetingMatter?> Load(Room room, string id, CancellationToken stop)
    {
        if (id.Split('-', 2) is not [var digits, var name] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || await room.Office.Cycle.Find(year, stop) is not { } plan || plan.Find(name) is not { Work: StepWork.Meet } step
            || await room.Office.Meetings.Find(id, stop) is not { } meeting)
            return null;
        var presence = PresenceStep(plan, step)?.Work is StepWork.Consult consult ? $"{year}-{consult.Consultation}" : null;
        return new MeetingMatter(meeting, step, plan, await room.Office.Network.Load(stop),
            await Asked(room, presence, stop), await Asked(room, DateChoice.Id(year, step.Id), stop), room.Setting.Platform.BodyOf(meeting.Body),
            await room.Office.Documents.Find(MinutesDocument.IdOf(meeting.Id), stop));
    }

    /// <summary>The step that asks who comes: it waits for the convocation of this meeting.</summary>
    public static Step? PresenceStep(YearPlan plan, Step meeting) => Core.Meetings.Presence.StepOf(plan, meeting);

    private static async Task<Asked?> Asked(Room room, string? consultation, CancellationToken stop) =>
        consultation is not null && await room.Office.Consultations.Find(consultation, stop) is { } known
            ? new Asked(known, await room.Office.Consultations.Answers(consultation, stop)) : null;
}
