using Almanach.Core.Cycle.Collisions;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Web.Cockpit.Meetings;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Meetings;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Groups;

/// <summary>The launch meeting of a group: what its pilot proposes is planned into the year, as it stands or changed, or sent back with a reason.</summary>
internal static class LaunchMeetingEndpoints
{
    public static async Task<IResult> Ask(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.LaunchMeetings.Load(id, stop) is { } known
            ? await Form(room, known, LaunchMeetingWords.Before(known, room), null)
            : Results.NotFound();
    }

    public static Task<IResult> Preview(HttpContext context, string id, CancellationToken stop) => Take(context, id, confirmed: false, stop);

    public static Task<IResult> Confirm(HttpContext context, string id, CancellationToken stop) => Take(context, id, confirmed: true, stop);

    public static async Task<IResult> PreviewDecline(HttpContext context, string id, CancellationToken stop) =>
        await ShowDecline(Room.Of(context), id, (await context.Request.ReadFormAsync(stop)).Text("motif"), null, stop);

    public static async Task<IResult> Decline(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        if (form.Corrects())
            return await LivingEndpoints.Show(room, id, null, null, stop, form.Text("motif"));
        return await room.Office.LaunchMeetings.Decline(id, form.Text("motif"), form.Text("vu"), Room.Actor, room.Now, stop) is { } refusal
            ? await ShowDecline(room, id, form.Text("motif"), refusal, stop)
            : LivingEndpoints.Done(id, "refus");
    }

    private static async Task<IResult> Take(HttpContext context, string id, bool confirmed, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await room.Office.LaunchMeetings.Load(id, stop) is not { } known)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        var words = LaunchMeetingWords.Of(form);
        if (form.Corrects())
            return await Form(room, known, words, null);
        if (words.Unread is { Count: > 0 } errors)
            return await Form(room, known, words, Refusal.Invalid(errors));
        var meeting = words.Read(room);
        var invites = InvitationDay.At(words.Invites, room.Zone);
        Refusal? changed = null;
        if (confirmed)
            switch (await room.Office.LaunchMeetings.Plan(id, meeting, invites, form.Text("vu"), Room.Actor, room.Now, stop))
            {
                case null:
                    return LivingEndpoints.Done(id, "reunion");
                case { Why: Why.Changed } other:
                    changed = other;
                    break;
                case var refusal:
                    return await Form(room, known, words, refusal);
            }
        var foreseen = await room.Office.LaunchMeetings.Foresee(known, meeting, invites, Room.Actor, room.Now, stop);
        if (foreseen.Mailing is not { } mailing)
            return await Form(room, known, words, foreseen.Refusal);
        return await Answers.Page<LaunchMeetingPreviewPage>(room, new LaunchMeetingPreview(foreseen.Meeting, words, await Mail(room, mailing, stop), foreseen.Seen,
            YearCollisions.OfMeeting(room.Setting, foreseen.Meeting.Plan, foreseen.Meeting.Ahead!), changed), changed);
    }

    private static async Task<IResult> ShowDecline(Room room, string id, string reason, Refusal? refusal, CancellationToken stop)
    {
        if (await room.Office.LaunchMeetings.Load(id, stop) is not { } known)
            return Results.NotFound();
        var foreseen = await room.Office.LaunchMeetings.ForeseeDecline(known, reason, room.Now, stop);
        return foreseen.Mailing is { } mailing
            ? await Answers.Page<LaunchMeetingDeclinePage>(room, new LaunchMeetingDecline(known, reason, await Mail(room, mailing, stop), foreseen.Seen, refusal), refusal)
            : await LivingEndpoints.Show(room, id, null, foreseen.Refusal, stop, reason);
    }

    private static async Task<MailPreview?> Mail(Room room, Core.Mail.Mailing mailing, CancellationToken stop) =>
        mailing.Audience.Count > 0 ? await MailPreview.Of(room, mailing, stop) : null;

    private static Task<IResult> Form(Room room, LaunchMeeting known, LaunchMeetingWords words, Refusal? refusal) =>
        Answers.Page<LaunchMeetingPage>(room, new LaunchMeetingView(known, words, refusal), refusal);
}

public sealed record LaunchMeetingView(LaunchMeeting Known, LaunchMeetingWords Words, Refusal? Refusal)
{
    public string Address => Addresses.Group(Known.Group.Id);
}

/// <param name="Planned">With the meeting in its plan.</param>
/// <param name="Mail">To those who lead the group; null where nobody does.</param>
/// <param name="Flags">What its date and that of the invitation meet.</param>
public sealed record LaunchMeetingPreview(LaunchMeeting Planned, LaunchMeetingWords Words, MailPreview? Mail, string Seen, IReadOnlyList<string> Flags, Refusal? Refusal)
{
    public string Address => Addresses.Group(Planned.Group.Id);
}

/// <param name="Mail">To those who lead the group; null where nobody does.</param>
public sealed record LaunchMeetingDecline(LaunchMeeting Known, string Reason, MailPreview? Mail, string Seen, Refusal? Refusal)
{
    public string Address => Addresses.Group(Known.Group.Id);
}

/// <summary>The launch meeting as its form holds it.</summary>
/// <param name="Invites">Day on which the invitation leaves; empty for the usual one.</param>
public sealed record LaunchMeetingWords(TypedMeeting Meeting, string Invites)
{
    /// <summary>As the pilot proposed it, else an empty one.</summary>
    public static LaunchMeetingWords Before(LaunchMeeting known, Room room) => new(known.Group.Proposal is { } proposal
        ? TypedMeeting.Of(proposal.Starts, proposal.Minutes, proposal.Place, proposal.Link, proposal.Agenda, room.Zone)
        : TypedMeeting.Launch, "");

    public static LaunchMeetingWords Of(IFormCollection form) => new(TypedMeeting.Of(form.Text), form.Text("invitation"));

    public IReadOnlyList<FieldError> Unread => [.. Meeting.Unread, .. InvitationDay.Unread(Invites)];

    /// <summary>Only where nothing is unread.</summary>
    public MeetingProposal Read(Room room) =>
        new(Meeting.Starts(room.Zone), Meeting.Length, Meeting.Place, Meeting.Link, Meeting.Points, Room.Actor, room.Now);
}
