using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Meetings.Sittings;
using Almanach.Web.Hosting;

namespace Almanach.Web.Api;

/// <summary>Meetings: when, who came, what was decided.</summary>
internal static class MeetingsApi
{
    public static void Map(ApiModule api)
    {
        api.Get<Meeting>("/meetings/{meeting}", "Une réunion\u00A0: « 2022-copil ».", async call =>
            ApiAnswer.Found(await call.Office.Meetings.Find(call["meeting"], call.Stop), Missing));
        api.Get<IReadOnlyList<DateProspect>>("/meetings/{meeting}/dates", "Les dates proposées pour une réunion et ce qui en est dit, la meilleure d’abord\u00A0; « quorum » dit si ceux qui peuvent venir l’atteignent.", async call =>
            ApiAnswer.Found(await Poll(call) is { } poll ? await Prospects(call, poll) : null, NoPoll));
        api.Post<PollBody>("/meetings/{meeting}/dates", "Demande aux participants d’une réunion quelle date leur convient.", Ask);
        api.Put<FixBody>("/meetings/{meeting}/date", "Fixe la date d’une réunion à une de celles qui ont été proposées, et clôt la question.", Fix);
        api.Post<ReplyBody>("/meetings/{meeting}/replies", "Prend la réponse d’un agenda à l’invitation (METHOD:REPLY) comme réponse de la personne, qui en reçoit l’accusé.", Reply);
        api.Put<ArrangementBody>("/meetings/{meeting}/arrangement", "Remplace l’heure, le lieu et le lien de visioconférence d’une réunion à venir. Les personnes déjà convoquées en sont informées.", Arrange);
        api.Post<SecondBody>("/meetings/{meeting}/second", "Convoque une seconde fois une réunion qui n’a pas réuni le quorum, sur le même ordre du jour. Les membres en sont informés.", ConveneAgain);
        api.Put<AttendanceBody>("/meetings/{meeting}/attendance", "Remplace la feuille d’émargement.", Attend);
        api.Put<DecisionsBody>("/meetings/{meeting}/decisions", "Remplace les décisions et les notes, inscrit les actions au programme et clôt la réunion.", Decide);
    }

    private static async Task<IReadOnlyList<DateProspect>> Prospects(ApiCall call, Consultation poll)
    {
        var body = poll.Template.Body;
        return DateProspect.Of(poll, await call.Office.Consultations.Answers(poll.Id, call.Stop), call.Office.Setting.Platform.BodyOf(body), Seat.Of(await call.Office.Network.Load(call.Stop), body));
    }

    private static async Task<ApiAnswer> Attend(ApiCall call, AttendanceBody body)
    {
        var roster = await call.Office.Network.Load(call.Stop);
        var proxies = body.Proxies ?? new Dictionary<string, string>();
        return body.Sheet.Keys.Concat(proxies.Keys).Concat(proxies.Values).FirstOrDefault(contact => !roster.Contacts.ContainsKey(contact)) is { } stranger
            ? ApiAnswer.Of(Refusal.Invalid(new FieldError("sheet", $"La personne «\u00A0{Short(stranger)}\u00A0» n’existe pas. GET /api/contacts donne leurs identifiants.")))
            : ApiAnswer.Of(await call.Office.Meetings.RecordAttendance(call["meeting"], body.Sheet, proxies, null, call.Stop));
    }

    private static async Task<ApiAnswer> ConveneAgain(ApiCall call, SecondBody body) => ApiCall.IsSound(DateOnly.FromDateTime(body.Starts.UtcDateTime))
        ? ApiAnswer.Of(await call.Office.Meetings.ConveneAgain(call["meeting"], body.Starts.ToUniversalTime(), ApiCall.Actor, call.Now, call.Stop), SecondNames)
        : ApiAnswer.Of(Refusal.Invalid(new FieldError("starts", "Donnez une date entre 2000 et 2100, avec son décalage horaire.")));

    private static async Task<ApiAnswer> Decide(ApiCall call, DecisionsBody body) =>
        ApiAnswer.Of(await call.Office.Meetings.RecordDecisions(call["meeting"], body.Decisions, body.Notes, ApiCall.Actor, call.Now, body.Advisory, call.Stop), DecisionNames);

    private static async Task<ApiAnswer> Reply(ApiCall call, ReplyBody body)
    {
        var (replies, refusal) = await call.Office.Replies.Take(call["meeting"], body.Calendar, call.Now, call.Stop);
        return refusal is null ? ApiAnswer.Of(replies) : ApiAnswer.Of(refusal);
    }

    private static async Task<ApiAnswer> Ask(ApiCall call, PollBody body)
    {
        if (await Found(call) is not ({ } meeting, { } step))
            return ApiAnswer.Of(Refusal.Because(Why.Unknown, Missing));
        var days = body.Days ?? [];
        if (body.Dates.Any(date => !ApiCall.IsSound(DateOnly.FromDateTime(date.UtcDateTime))) || days.Any(day => !ApiCall.IsSound(day)) || !ApiCall.IsSound(body.LastDay))
            return ApiAnswer.Of(Refusal.Invalid(new FieldError("dates", "Donnez des dates entre 2000 et 2100, avec leur décalage horaire.")));
        var zone = call.Office.Setting.Zone;
        List<ProposedDate> dates =
        [
            .. body.Dates.Select(zone.LocalOf).Select(local => ProposedDate.At(local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute)))),
            .. days.Select(day => new ProposedDate(day, null)),
        ];
        if (DateChoice.Problem(step, [.. dates.Select((date, i) => (i + 1, (ProposedDate?)date))], body.LastDay, call.Now, zone) is { } problem)
            return ApiAnswer.Of(problem, PollNames);
        var asked = DateChoice.Asked(meeting, dates, body.LastDay, zone);
        var seen = (await call.Office.Consultations.Foresee(asked, call.Now, call.Stop)).Audience.Hash;
        return ApiAnswer.Of(await call.Office.Consultations.OpenAdHoc(asked, seen, ApiCall.Actor, call.Now, call.Stop), PollNames);
    }

    private static async Task<ApiAnswer> Fix(ApiCall call, FixBody body)
    {
        if (await Found(call) is not ({ } meeting, { } step) || await Poll(call) is not { } poll || await call.Office.Cycle.Find(meeting.Year, call.Stop) is not { } plan)
            return ApiAnswer.Of(Refusal.Because(Why.Unknown, NoPoll));
        return DateDesk.Move(call.Office.Setting, plan, step, poll, body.Option, ApiCall.Actor, call.Now) is { } move
            ? ApiAnswer.Of(await call.Office.Dates.Fix(poll, move, call.Stop))
            : ApiAnswer.Of(Refusal.Invalid(new FieldError("option", $"Cette date n’a pas été proposée. GET /api/meetings/{call["meeting"]}/dates les donne.")));
    }

    private static async Task<ApiAnswer> Arrange(ApiCall call, ArrangementBody body)
    {
        if (await Found(call) is not ({ } meeting, { } step))
            return ApiAnswer.Of(Refusal.Because(Why.Unknown, Missing));
        if (TypedTime.Hour(body.Hour) is not { } hour)
            return ApiAnswer.Of(Refusal.Invalid(new FieldError("hour", "Donnez l’heure comme 09:30.")));
        var zone = call.Office.Setting.Zone;
        return ApiAnswer.Of(await call.Office.Cycle.Apply(meeting.Year, new CycleCommand.Arrange(
            step.Id, zone.At(zone.DayOf(step.Starts), hour), ApiCall.Line(body.Place), body.Link.Trim(), call.Now, ApiCall.Actor), call.Stop), ArrangementNames);
    }

    private static async Task<(Meeting? Meeting, Step? Step)> Found(ApiCall call) =>
        await call.Office.Meetings.Find(call["meeting"], call.Stop) is { } meeting
            ? (meeting, (await call.Office.Cycle.Find(meeting.Year, call.Stop))?.Find(meeting.Step.Split('/')[1]))
            : (null, null);

    private static async Task<Consultation?> Poll(ApiCall call) =>
        await Found(call) is ({ } meeting, { } step) ? await call.Office.Consultations.Find(DateChoice.Id(meeting.Year, step.Id), call.Stop) : null;

    private const string Missing = "Cette réunion n’existe pas. Son identifiant est celui de l’année et de son étape\u00A0: 2022-copil.";

    private const string NoPoll = "Aucune date n’a été proposée pour cette réunion. POST /api/meetings/{réunion}/dates en propose.";

    /// <summary>Dates are told by their place in the list: « date-2 » is the second.</summary>
    private static readonly Dictionary<string, string> PollNames = new() { ["cloture"] = "lastDay" };

    private static readonly Dictionary<string, string> SecondNames = new() { ["date"] = "starts" };

    private static readonly Dictionary<string, string> DecisionNames = new() { ["avis"] = "advisory" };

    private static readonly Dictionary<string, string> ArrangementNames = new() { ["heure"] = "hour", ["lieu"] = "place", ["lien"] = "link" };

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..59]}…";
}
