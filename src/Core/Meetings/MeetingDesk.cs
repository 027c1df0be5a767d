using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Meetings.Calendars;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Programme;

namespace Almanach.Core.Meetings;

/// <summary>Convenes meetings, takes their attendance and decisions. A meeting's date is its step's.</summary>
public sealed class MeetingDesk(Ledger ledger, Setting setting, CycleDesk cycle, NetworkDesk network, AudienceShelf audiences, ProgrammeDesk programme, MailRoom mailRoom)
{
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(120);

    /// <summary>The meeting as it stands; planned ones have no record of their own yet.</summary>
    public async Task<Meeting?> Find(string id, CancellationToken stop = default) =>
        await Dated(id, (await ledger.Find<Meeting>(Meeting.Partition(id), Meeting.Key, stop))?.Value, stop);

    public async Task<Refusal?> Convene(Effect.Convene effect, CancellationToken stop = default)
    {
        var subjects = await Subjects(effect.Meeting, stop);
        return await Change(effect.Meeting, meeting => MeetingRules.Convene(meeting, ConvocationKey(effect.Meeting), [.. subjects, .. effect.Agenda], effect.Due), async meeting =>
        {
            var mailing = Convocation(meeting, effect, await audiences.Freeze(await Members(meeting, stop), stop));
            return [new Effect.SendMailing(mailing, mailing.Key, effect.MailsAt ?? effect.Due, effect.Step)];
        }, stop);
    }

    /// <summary>What the programme holds on the day of a meeting of the whole network: it opens the agenda.</summary>
    private async Task<IReadOnlyList<string>> Subjects(string id, CancellationToken stop)
    {
        if (await Find(id, stop) is not { Body: null } meeting)
            return [];
        var day = setting.Zone.DayOf(meeting.Starts);
        return [.. ActionDates.OnDay(await programme.Load(meeting.Year, stop), meeting.Step.Split('/')[1], day).Select(action => action.Title)];
    }

    private string Text(Meeting meeting) =>
        meeting.Body is null && setting.Folder.Texts.ContainsKey(TextCatalogue.OpenMeeting) ? TextCatalogue.OpenMeeting : "convocation";

    /// <summary>One message to those who come: which of the dates put to them was chosen.</summary>
    public Task<Refusal?> Announce(Effect.AnnounceDate effect, CancellationToken stop = default) =>
        Change(effect.Meeting, meeting => MeetingRules.Announce(meeting, MessageKey(effect)), async meeting =>
        {
            var mailing = Announced(meeting, effect, await audiences.Freeze(await Members(meeting, stop), stop));
            return [new Effect.SendMailing(mailing, mailing.Key, effect.MailsAt ?? effect.Due, effect.Step)];
        }, stop);

    /// <summary>One message to those convened: the meeting has moved.</summary>
    public Task<Refusal?> TellNewDate(Effect.TellNewDate effect, CancellationToken stop = default) =>
        Change(effect.Meeting, meeting => Decision.Accept(meeting.ToldBy(MessageKey(effect))), async meeting =>
        {
            var mailing = await NewDate(meeting, effect, await audiences.Freeze(await Members(meeting, stop), stop), stop);
            return [new Effect.SendMailing(mailing, mailing.Key, effect.MailsAt ?? effect.Due, effect.Step)];
        }, stop);

    /// <summary>One message to those convened: its hour, its place or its link has changed.</summary>
    public Task<Refusal?> TellArrangement(Effect.TellArrangement effect, CancellationToken stop = default) =>
        Change(effect.Meeting, meeting => Decision.Accept(meeting.ToldBy(MessageKey(effect))), async meeting =>
        {
            var mailing = Arranged(meeting, effect, await audiences.Freeze(await Members(meeting, stop), stop));
            return [new Effect.SendMailing(mailing, mailing.Key, effect.MailsAt ?? effect.Due, effect.Step)];
        }, stop);

    /// <summary>Convenes it a second time: its step takes the new date, and those convened get one message.</summary>
    public async Task<Refusal?> ConveneAgain(string id, DateTimeOffset starts, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Find(id, stop) is not { } meeting)
            return Refusal.Because(Why.Unknown, "Cette réunion n’existe pas.");
        if (meeting.Starts == starts && meeting.First is not null)
            return null;
        return SecondRules.Problem(meeting, await Sat(meeting, stop), starts, now, setting.Zone)
            ?? await cycle.Apply(meeting.Year, new CycleCommand.ConveneAgain(meeting.Step.Split('/')[1], starts, now, actor), stop);
    }

    /// <summary>One message to those convened: it takes place once more, and needs no quorum.</summary>
    public async Task<Refusal?> ConveneAgain(Effect.ConveneAgain effect, CancellationToken stop = default)
    {
        var roster = await network.Load(stop);
        return await Change(effect.Meeting, meeting => MeetingRules.ConveneAgain(meeting, Sitting.Of(meeting, BodyOf(meeting), roster, Unsaid), effect.Was, MessageKey(effect), effect.Due), async meeting =>
        {
            var mailing = Again(meeting, effect, await audiences.Freeze(await Members(meeting, stop), stop));
            return [new Effect.SendMailing(mailing, mailing.Key, effect.MailsAt ?? effect.Due, effect.Step)];
        }, stop);
    }

    /// <summary>The second convocation as it would be mailed now, and to whom. Writes nothing.</summary>
    /// <param name="starts">When the meeting will be, UTC.</param>
    public async Task<Mailing?> Foresee(Effect.ConveneAgain effect, DateTimeOffset starts, CancellationToken stop = default) =>
        await Find(effect.Meeting, stop) is { } meeting
            && MeetingRules.ConveneAgain(meeting with { Starts = starts }, await Sat(meeting, stop), effect.Was, MessageKey(effect), effect.Due) is Decision<Meeting>.Accepted { State: var again }
                ? Again(again, effect, AudienceShelf.Sketch(await Members(again, stop))) : null;

    private async Task<Sitting> Sat(Meeting meeting, CancellationToken stop) => Sitting.Of(meeting, BodyOf(meeting), await network.Load(stop), Unsaid);

    /// <summary>The meeting will not be; one message to those convened, or to those who were asked for its date, which closes.</summary>
    public async Task<Refusal?> Cancel(Effect.CancelMeeting effect, CancellationToken stop = default) => effect.Asked && !await IsAsked(effect, stop) ? null :
        await Change(effect.Meeting, meeting => MeetingRules.Cancel(meeting, MessageKey(effect)), async meeting =>
        {
            var mailing = CalledOff(meeting, effect, await audiences.Freeze(await Members(meeting, stop), stop));
            return [new Effect.SendMailing(mailing, mailing.Key, effect.MailsAt ?? effect.Due, effect.Step)];
        }, stop);

    /// <summary>Whether those who come were asked on which date.</summary>
    private async Task<bool> IsAsked(Effect.CancelMeeting effect, CancellationToken stop) =>
        await ledger.Find<Consultation>(Consultation.Partition(DateChoice.Of(effect.Step)), Consultation.Key, stop) is not null;

    /// <summary>The meeting will be after all; one message to those convened, unless it is past.</summary>
    public Task<Refusal?> Restore(Effect.RestoreMeeting effect, CancellationToken stop = default) =>
        Change(effect.Meeting, meeting => MeetingRules.Restore(meeting, MessageKey(effect)), async meeting =>
        {
            if (meeting.Starts <= effect.Due)
                return [];
            var mailing = AfterAll(meeting, effect, await audiences.Freeze(await Members(meeting, stop), stop));
            return [new Effect.SendMailing(mailing, mailing.Key, effect.MailsAt ?? effect.Due, effect.Step)];
        }, stop);

    /// <summary>The message that the meeting will not be, as it would be mailed now, and to whom. Writes nothing.</summary>
    public async Task<Mailing?> Foresee(Effect.CancelMeeting effect, CancellationToken stop = default) =>
        (!effect.Asked || await IsAsked(effect, stop)) && await Find(effect.Meeting, stop) is { } meeting && MeetingRules.Cancel(meeting, MessageKey(effect)) is Decision<Meeting>.Accepted { State: var off }
            ? CalledOff(off, effect, AudienceShelf.Sketch(await Members(meeting, stop))) : null;

    /// <summary>The message that the meeting will be after all, as it would be mailed now, and to whom. Writes nothing.</summary>
    public async Task<Mailing?> Foresee(Effect.RestoreMeeting effect, CancellationToken stop = default) =>
        await Find(effect.Meeting, stop) is { } meeting && meeting.Starts > effect.Due && MeetingRules.Restore(meeting, MessageKey(effect)) is Decision<Meeting>.Accepted { State: var restored }
            ? AfterAll(restored, effect, AudienceShelf.Sketch(await Members(meeting, stop))) : null;

    /// <summary>The convocation as it would be mailed now, and to whom; null when it was mailed already. Writes nothing.</summary>
    /// <param name="starts">When the meeting will be, UTC.</param>
    public async Task<Mailing?> Foresee(Effect.Convene effect, DateTimeOffset starts, CancellationToken stop = default) =>
        await Find(effect.Meeting, stop) is { } known
            && MeetingRules.Convene(known with { Starts = starts }, ConvocationKey(effect.Meeting), [.. await Subjects(effect.Meeting, stop), .. effect.Agenda], effect.Due) is Decision<Meeting>.Accepted { State: var meeting }
                ? Convocation(meeting, effect, AudienceShelf.Sketch(await Members(meeting, stop))) : null;

    /// <summary>The message that says which date was chosen, as it would be mailed now, and to whom. Writes nothing.</summary>
    /// <param name="starts">When the meeting will be, UTC.</param>
    public async Task<Mailing?> Foresee(Effect.AnnounceDate effect, DateTimeOffset starts, CancellationToken stop = default) =>
        await Find(effect.Meeting, stop) is { } known && MeetingRules.Announce(known with { Starts = starts }, MessageKey(effect)) is Decision<Meeting>.Accepted { State: var meeting }
            ? Announced(meeting, effect, AudienceShelf.Sketch(await Members(meeting, stop))) : null;

    /// <summary>The message that the meeting has moved, as it would be mailed now, and to whom. Writes nothing.</summary>
    /// <param name="starts">When the meeting will be, UTC.</param>
    public async Task<Mailing?> Foresee(Effect.TellNewDate effect, DateTimeOffset starts, CancellationToken stop = default) =>
        await Find(effect.Meeting, stop) is { } meeting
            ? await NewDate((meeting with { Starts = starts }).ToldBy(MessageKey(effect)), effect, AudienceShelf.Sketch(await Members(meeting, stop)), stop) : null;

    /// <summary>The message that its hour, its place or its link has changed, as it would be mailed now, and to whom. Writes nothing.</summary>
    /// <param name="step">The meeting's step as it would be.</param>
    public async Task<Mailing?> Foresee(Effect.TellArrangement effect, Step step, CancellationToken stop = default) =>
        await Find(effect.Meeting, stop) is { } meeting
            ? Arranged(At(meeting, step).ToldBy(MessageKey(effect)), effect, AudienceShelf.Sketch(await Members(meeting, stop))) : null;

    /// <summary>Takes the sheet as a whole.</summary>
    /// <param name="proxies">Who is represented, and by whom.</param>
    /// <param name="seen">Stamp of the sheet that was corrected; null when it does not matter.</param>
    public async Task<Refusal?> RecordAttendance(
        string id, IReadOnlyDictionary<string, AttendanceMode> sheet, IReadOnlyDictionary<string, string> proxies, string? seen = null, CancellationToken stop = default)
    {
        var roster = await network.Load(stop);
        return await Change(id, meeting => MeetingRules.RecordAttendance(meeting, sheet, proxies, BodyOf(meeting), Seats(meeting, roster),
            contact => roster.Contacts.TryGetValue(contact, out var known) ? known.Name : "Cette personne", seen), _ => Task.FromResult<IReadOnlyList<Effect>>([]), stop);
    }

    /// <summary>Records the decisions as a whole, then closes the meeting's step.</summary>
    /// <param name="advisory">They are recorded as an opinion where the quorum is not reached.</param>
    public async Task<Refusal?> RecordDecisions(
        string id, IReadOnlyList<MeetingDecision> decisions, IReadOnlyList<string> notes, string actor, DateTimeOffset now, bool advisory = false, CancellationToken stop = default)
    {
        if (decisions.FirstOrDefault(decision => decision.Action is { } action && setting.Platform.ActionKinds.All(kind => kind.Kind != action.Kind)) is { } stray)
            return Refusal.Invalid(new FieldError(stray.Id,
                $"Cette plate-forme n’a pas ce genre d’action. Choisissez parmi\u00A0: {Lists.Join(setting.Platform.ActionKinds.Select(kind => kind.Name))}."));
        var roster = await network.Load(stop);
        var refusal = await Change(id, meeting => MeetingRules.RecordDecisions(meeting, decisions, notes, Sitting.Of(meeting, BodyOf(meeting), roster, Unsaid), advisory, actor, now),
            _ => Task.FromResult<IReadOnlyList<Effect>>([]), stop);
        if (refusal is not null || await Find(id, stop) is not { } meeting)
            return refusal;
        var step = (await cycle.Find(meeting.Year, stop))?.Find(meeting.Step.Split('/')[1]);
        return step?.State == StepState.Open ? await cycle.Apply(meeting.Year, new CycleCommand.Close(step.Id, now, actor), stop) : null;
    }

    /// <summary>What people announced decides nothing: only a saved sheet counts for votes and quorum.</summary>
    private static readonly Dictionary<string, AnswerValue.Attendance> Unsaid = [];

    private Body? BodyOf(Meeting meeting) => setting.Platform.BodyOf(meeting.Body);

    /// <summary>The members today; once decisions are recorded, those of the day of the meeting.</summary>
    private static IReadOnlyList<Seat> Seats(Meeting meeting, Roster roster) => meeting is { State: MeetingState.Held, Seats: { } kept } ? kept : Seat.Of(roster, meeting.Body);

    private static string Because(Meeting meeting) => meeting.Body is null
        ? "Vous recevez ce message parce que vous représentez [organisme] auprès de la plate-forme."
        : "Vous recevez ce message parce que vous êtes membre de cette instance pour [organisme].";

    private async Task<IReadOnlyList<AudienceMember>> Members(Meeting meeting, CancellationToken stop) =>
        [.. (await network.Load(stop)).Of(meeting.Body).Select(contact => new AudienceMember(
            contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>> { ["ordre du jour"] = meeting.Agenda }))];

    private static string ConvocationKey(string meeting) => $"convene-{meeting}";

    private static string MessageKey(Effect effect) => effect.Key.ToLowerInvariant();

    private Mailing Convocation(Meeting meeting, Effect.Convene effect, Audience audience) =>
        Told(meeting, effect, ConvocationKey(meeting.Id), Text(meeting), Values(meeting), audience);

    private Mailing Announced(Meeting meeting, Effect.AnnounceDate effect, Audience audience) =>
        Told(meeting, effect, MessageKey(effect), TextCatalogue.DateChosen, Values(meeting), audience);

    /// <summary>That it has moved; the date it takes place on, where the coordinator undid every message that told people of another.</summary>
    private async Task<Mailing> NewDate(Meeting meeting, Effect.TellNewDate effect, Audience audience, CancellationToken stop)
    {
        var values = Values(meeting);
        if (meeting.ConvenedAt is null && await NobodyHeard(meeting, MessageKey(effect), stop))
            return Told(meeting, effect, MessageKey(effect), TextCatalogue.DateChosen, values, audience);
        values["ancienne date"] = FrenchDates.DayAt(setting.Zone.LocalOf(effect.Was));
        return Told(meeting, effect, MessageKey(effect), "report-reunion", values, audience);
    }

    private async Task<bool> NobodyHeard(Meeting meeting, string message, CancellationToken stop)
    {
        foreach (var told in (meeting.Told ?? []).Where(told => told != message))
            if (!await mailRoom.WasUndone(told, stop))
                return false;
        return true;
    }

    private Mailing Again(Meeting meeting, Effect.ConveneAgain effect, Audience audience)
    {
        var values = Values(meeting);
        values["ancienne date"] = FrenchDates.DayAt(setting.Zone.LocalOf(effect.Was));
        return Told(meeting, effect, MessageKey(effect), "seconde-convocation", values, audience);
    }

    private Mailing Arranged(Meeting meeting, Effect.TellArrangement effect, Audience audience)
    {
        var values = Values(meeting);
        values["ancienne date"] = FrenchDates.DayAt(setting.Zone.LocalOf(effect.Was));
        values["ancien lieu"] = effect.Place;
        return Told(meeting, effect, MessageKey(effect), "changement-reunion", values, audience);
    }

    private Mailing CalledOff(Meeting meeting, Effect.CancelMeeting effect, Audience audience) =>
        Told(meeting, effect, MessageKey(effect), "annulation-reunion", Values(meeting), audience);

    private Mailing AfterAll(Meeting meeting, Effect.RestoreMeeting effect, Audience audience) =>
        Told(meeting, effect, MessageKey(effect), "maintien-reunion", Values(meeting), audience);

    /// <summary>A message about a meeting; once it is convened, calendars understand it too.</summary>
    private Mailing Told(Meeting meeting, Effect effect, string key, string text, Dictionary<string, string> values, Audience audience) => new(
        key, text, values, audience, Because(meeting), Link(meeting, effect.Due), Replay.SendAgain,
        Event: meeting.ConvenedAt is null && meeting.State != MeetingState.Convened ? null : MeetingEvents.ForMembers(meeting, setting.Platform.Brand, key, effect.Due),
        // That it was called off is worth knowing even late.
        Expires: effect is Effect.CancelMeeting ? null : meeting.Starts);

    /// <summary>The convocation for somebody who takes a member's place after the others were convened.</summary>
    internal Mailing ForSuccessor(Meeting meeting, string key, Audience audience, DateTimeOffset due) => new(
        key, Text(meeting), Values(meeting), audience, Because(meeting), Link(meeting, due), Replay.SendAgain,
        Event: MeetingEvents.InFeed(meeting, setting.Platform.Brand, due), Expires: meeting.Starts);

    private static LinkTo Link(Meeting meeting, DateTimeOffset now) => new(LinkPurpose.Person, "", now + LinkLasts);

    private Dictionary<string, string> Values(Meeting meeting) => MeetingSlots.Of(meeting, setting, linked: true);

    private Task<Refusal?> Change(
        string id, Func<Meeting, Decision<Meeting>> decide, Func<Meeting, Task<IReadOnlyList<Effect>>> more, CancellationToken stop) =>
        ledger.Carry(async () =>
        {
            var partition = Meeting.Partition(id);
            var held = await ledger.Find<Meeting>(partition, Meeting.Key, stop);
            if (await Dated(id, held?.Value, stop) is not { } meeting)
                return new Draft.Refuse(Refusal.Because(Why.Unknown, "Cette réunion n’existe pas."));
            return decide(meeting) switch
            {
                Decision<Meeting>.Refused refused => new Draft.Refuse(refused.Refusal),
                Decision<Meeting>.AlreadyDone => new Draft.Nothing(),
                Decision<Meeting>.Accepted accepted => new Draft.Write(partition,
                    [held is null ? new Change.Insert(Meeting.Key, Stored.Write(accepted.State)) : new Change.Replace(Meeting.Key, Stored.Write(accepted.State), held.Version)],
                    [.. accepted.Effects, .. await more(accepted.State)]),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }, stop);

    private async Task<Meeting?> Dated(string id, Meeting? known, CancellationToken stop)
    {
        if (id.Split('-', 2) is not [var digits, var name] || !int.TryParse(digits, out var year) || id != $"{year}-{name}"
            || (await cycle.Find(year, stop))?.Find(name) is not { Work: StepWork.Meet meet } step)
            return null;
        return known is not null
            ? At(known, step)
            : new Meeting(id, year, $"{year}/{step.Id}", step.Title, meet.Body, step.Starts, meet.Place, meet.Remote, [],
                MeetingState.Planned, null, new Dictionary<string, AttendanceMode>(), [], [], meet.Link, meet.Minutes);
    }

    /// <summary>When and where its step says.</summary>
    private static Meeting At(Meeting meeting, Step step) => step.Work is StepWork.Meet meet
        ? meeting with { Starts = step.Starts, Place = meet.Place, Remote = meet.Remote, Link = meet.Link, Minutes = meet.Minutes }
        : meeting;
}
