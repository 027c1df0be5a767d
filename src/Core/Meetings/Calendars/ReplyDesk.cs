using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.ICalendar;
using Almanach.Core.Network;

namespace Almanach.Core.Meetings.Calendars;

/// <summary>Takes what calendars answer to an invitation as answers to the question who comes: whoever is answered for gets the same receipt as from the page.</summary>
public sealed class ReplyDesk(Setting setting, MeetingDesk meetings, CycleDesk cycle, ConsultationDesk consultations, NetworkDesk network)
{
    /// <summary>A calendar answers for one person (RFC 5546, 3.2.3); some repeat her.</summary>
    private const int Most = 5;

    /// <param name="text">The iCalendar object, as it came.</param>
    public async Task<(IReadOnlyList<TakenReply> Replies, Refusal? Refusal)> Take(string id, string text, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await meetings.Find(id, stop) is not { } meeting || await cycle.Find(meeting.Year, stop) is not { } plan)
            return ([], Refusal.Because(Why.Unknown, "Cette réunion n’existe pas. Son identifiant est celui de l’année et de son étape\u00A0: 2022-copil."));
        var uid = MeetingEvents.Uid(meeting.Id, setting.Platform.Brand);
        var replies = CalendarReply.Read(text);
        if (replies.Count == 0)
            return ([], Refusal.Invalid(new FieldError("calendar", "Ce texte n’est pas la réponse d’un agenda à une invitation (METHOD:REPLY).")));
        if (replies.Count > Most)
            return ([], Refusal.Invalid(new FieldError("calendar", "Cette réponse parle pour trop de personnes\u00A0: un agenda répond pour une seule.")));
        if (replies.Any(reply => reply.Uid != uid))
            return ([], Refusal.Invalid(new FieldError("calendar", "Cette réponse porte sur une autre réunion.")));
        if (Presence.StepOf(plan, plan.Find(meeting.Step.Split('/')[1])!)?.Work is not Platforms.StepWork.Consult consult
            || await consultations.Find($"{meeting.Year}-{consult.Consultation}", stop) is not { } asked)
            return ([], Refusal.Because(Why.NotNow, "Personne n’est interrogé sur sa présence à cette réunion, ou pas encore."));

        List<TakenReply> taken = [];
        foreach (var reply in replies)
            taken.Add(await Take(reply, meeting, asked, now, stop));
        return (taken, null);
    }

    /// <summary>Takes what came by mail: of the meeting it names, and of nobody but its sender. Null for what is no such answer.</summary>
    public async Task<TakenReply?> TakeFrom(string text, string sender, DateTimeOffset now, CancellationToken stop = default)
    {
        if (CalendarReply.Read(text) is not { Count: > 0 and <= Most } replies || replies.Any(reply => !reply.Attendee.Equals(sender, StringComparison.OrdinalIgnoreCase)))
            return null;
        var meeting = replies[0].Uid.Split('@')[0];
        if (MeetingEvents.Uid(meeting, setting.Platform.Brand) != replies[0].Uid)
            return null;
        var (taken, refusal) = await Take(meeting, text, now, stop);
        return refusal is null ? taken[^1] : new TakenReply(null, false, refusal.Message);
    }

    private async Task<TakenReply> Take(CalendarReply reply, Meeting meeting, Consultation asked, DateTimeOffset now, CancellationToken stop)
    {
        var members = (await consultations.Asked(asked, stop)).Select(member => member.Contact).ToHashSet();
        if ((await network.Load(stop)).Active.FirstOrDefault(contact => members.Contains(contact.Id) && contact.Address.Equals(reply.Attendee, StringComparison.OrdinalIgnoreCase)) is not { } person)
            return new TakenReply(null, false, "L’adresse de la réponse n’est celle d’aucune personne interrogée.");
        var question = asked.Template.Questions.First(question => question.Kind == Platforms.QuestionKind.Attendance).Id;
        var unit = asked.Template.Unit == Platforms.AnswerUnit.Contact ? person.Id : person.Organisation;
        var before = (await consultations.Answers(asked.Id, stop)).FirstOrDefault(answer => answer.Unit == unit);
        if (CalendarAnswers.Problem(reply, meeting, before) is { } problem)
            return new TakenReply(person.Id, false, problem);
        var refusal = await consultations.Take(asked.Id, new AnswerCommand(unit, person.Organisation, person.Id, Channel.Reply, false,
            CalendarAnswers.Values(reply, meeting, question, before), now), before?.Revision ?? 0, stop);
        return new TakenReply(person.Id, refusal is null, refusal?.Message ?? "");
    }
}

/// <param name="Contact">Id of who answered; null for somebody who is not asked.</param>
/// <param name="Recorded">It is the person's answer now.</param>
/// <param name="Because">Why it was not recorded; empty where it was.</param>
public sealed record TakenReply(string? Contact, bool Recorded, string Because);
