using System.Globalization;
using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Web.Hosting;
using Almanach.Web.Meetings;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Network;

/// <summary>The page of whoever leads a working group: its launch meeting is proposed there, its plan, its members and its reports are written.</summary>
internal static class PilotHandlers
{
    public const string Room = LaunchMeetingMessages.Room;

    public static Task<IResult> Show(string token, string? fait, Office office, HttpContext context) =>
        Enter(office, token, context, (person, known) => Page(office, token, known, Fields.None, null, fait ?? "", context.RequestAborted));

    public static Task<IResult> Propose(string token, Office office, HttpContext context) => Take(office, token, context, "reunion", async (person, known, fields) =>
        TypedMeeting.Of(fields.Text) is var typed && typed.Unread.ToList() is { Count: > 0 } errors ? Refusal.Invalid(errors)
            : await office.LaunchMeetings.Propose(known.Group.Id, new MeetingProposal(
                typed.Starts(office.Setting.Zone), typed.Length, typed.Place, typed.Link, typed.Points, person.Id, office.Now), context.RequestAborted));

    public static Task<IResult> Edit(string token, Office office, HttpContext context) => Take(office, token, context, "fiche", async (person, known, fields) =>
        await office.Groups.Edit(known.Group.Id, PilotWords.Of(fields).Edit(known.Group), fields.Text("vu"), person.Id, office.Now, context.RequestAborted));

    public static Task<IResult> Report(string token, Office office, HttpContext context) => Take(office, token, context, "bilan", async (person, known, fields) =>
        int.TryParse(fields.Text("annee"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? await office.Groups.Report(known.Group.Id, year, fields.Text("bilan"), fields.Text("vu"), person.Id, office.Now, context.RequestAborted)
            : Refusal.Invalid(new FieldError("annee", "Choisissez une année de la liste.")));

    /// <summary>Where a group's page is for somebody who leads it.</summary>
    public static string PathOf(Office office, Group group, Contact person) => $"/p/{office.Links.Token(LaunchMeetingMessages.Link(group.Id, office.Now), person)}/{Room}";

    private static Task<IResult> Take(Office office, string token, HttpContext context, string what, Func<Contact, LaunchMeeting, Fields, Task<Refusal?>> take) =>
        Enter(office, token, context, async (person, known) =>
        {
            var fields = await PostedForm.Read(context);
            var refusal = known.Group.State == GroupState.Closed
                ? Refusal.Because(Why.NotNow, "Ce groupe a terminé son travail. Pour le reprendre, écrivez à la coordination.")
                : await take(person, known, fields);
            return refusal is null ? PageMapping.SeeOther($"/p/{token}/{Room}?fait={what}") : await Page(office, token, known, fields, refusal, "", context.RequestAborted);
        });

    /// <summary>The link says which group; whoever does not lead it any more is led back to her own page.</summary>
    private static async Task<IResult> Enter(Office office, string token, HttpContext context, Func<Contact, LaunchMeeting, Task<IResult>> inside)
    {
        switch (await PersonDoor.Open(office, token, LinkPurpose.Person, context.RequestAborted))
        {
            case PersonArrival.Welcome { Person: var person, Link.Subject: var subject }:
                return !subject.StartsWith($"{Room}/", StringComparison.Ordinal) || await office.LaunchMeetings.Load(subject[(Room.Length + 1)..], context.RequestAborted) is not { } known
                    ? Results.NotFound()
                    : known.Group.IsLedBy(person) ? await inside(person, known) : PageMapping.SeeOther($"/p/{token}");
            case PersonArrival.Stale stale:
                return await PersonDoor.Page(office, token, stale);
            default:
                return Results.NotFound();
        }
    }

    private static async Task<IResult> Page(Office office, string token, LaunchMeeting known, Fields fields, Refusal? refusal, string done, CancellationToken stop)
    {
        var today = office.Setting.Zone.DayOf(office.Now);
        return await PageResult.Of<PilotPage>(new Dictionary<string, object?>
        {
            [nameof(PilotPage.Setting)] = office.Setting,
            [nameof(PilotPage.Token)] = token,
            [nameof(PilotPage.Known)] = known,
            [nameof(PilotPage.Roster)] = await office.Network.Load(stop),
            [nameof(PilotPage.Today)] = today,
            [nameof(PilotPage.Now)] = office.Now,
            [nameof(PilotPage.Meeting)] = fields.Names.Contains("jour") ? TypedMeeting.Of(fields.Text) : Before(known, office),
            [nameof(PilotPage.Words)] = fields.Names.Contains("plan") ? PilotWords.Of(fields) : PilotWords.Of(known.Group),
            [nameof(PilotPage.Report)] = fields.Names.Contains("bilan")
                ? (fields.Text("annee"), fields.Text("bilan"))
                : ($"{today.Year}", known.Group.Reports.FirstOrDefault(report => report.Year == today.Year)?.Text ?? ""),
            [nameof(PilotPage.Done)] = done,
            [nameof(PilotPage.Refusal)] = refusal,
        }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
    }

    private static TypedMeeting Before(LaunchMeeting known, Office office) => known.Group.Proposal is { } proposal
        ? TypedMeeting.Of(proposal.Starts, proposal.Minutes, proposal.Place, proposal.Link, proposal.Agenda, office.Setting.Zone) : TypedMeeting.Launch;
}
