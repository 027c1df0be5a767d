using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Network;

/// <summary>One person takes another's place: what accepting would do, then doing it.</summary>
internal static class SuccessionEndpoints
{
    public static Task<IResult> Show(HttpContext context, string id, CancellationToken stop) => Show(context, id, null, stop);

    public static async Task<IResult> Accept(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var (successor, refusal) = await room.Office.Successions.Accept(id, form.Text("vu"), Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"/cockpit/reseau/personnes/{successor}?fait=relais") : await Show(context, id, refusal, stop);
    }

    private static async Task<IResult> Show(HttpContext context, string id, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        if ((await room.Office.Requests.Open(stop)).FirstOrDefault(open => open.Id == id) is not { } request)
            return Back.SeeOther("/cockpit/reseau");
        var foreseen = await room.Office.Successions.Foresee(id, room.Now, stop);
        var roster = await room.Office.Network.Load(stop);
        var after = foreseen.Succession is { } succession
            ? new Roster(roster.Organisations.Values, roster.Contacts.Values.Where(contact => contact.Id != succession.To.Id).Append(succession.To)) : roster;
        List<MailPreview> mails = [];
        foreach (var mailing in foreseen.Mailings)
            mails.Add(await MailPreview.Of(room, mailing, await room.Office.Audiences.Read(mailing.Audience, stop), after, stop));
        return await Answers.Page<SuccessionPage>(room, new SuccessionView(request, roster, foreseen, mails, refusal ?? foreseen.Refusal), refusal);
    }
}

/// <param name="Mails">What leaves, all of it to the successor.</param>
/// <param name="Refusal">Why it is not accepted, or cannot be.</param>
public sealed record SuccessionView(SuccessionRequest Request, Roster Roster, SuccessionForeseen Foreseen, IReadOnlyList<MailPreview> Mails, Refusal? Refusal);
