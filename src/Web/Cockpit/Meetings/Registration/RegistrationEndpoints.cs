using Almanach.Core.Engine;
using Almanach.Core.Meetings.Registration;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Meetings.Registration;

/// <summary>Registration to a meeting open to all: its conditions, who is registered, and what each gesture writes to whom.</summary>
internal static class RegistrationEndpoints
{
    public static void MapRegistration(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/reunions/{id}/inscriptions", (HttpContext context, string id, CancellationToken stop) => Show(context, id, null, null, stop));
        cockpit.MapForm("/reunions/{id}/inscriptions/apercu", Preview);
        cockpit.MapForm("/reunions/{id}/inscriptions", Confirm);
        cockpit.MapPage("/reunions/{id}/inscriptions.csv", Csv);
    }

    private static async Task<IResult> Show(HttpContext context, string id, RegistrationWords? words, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.Registrations.Find(id, stop) is { } matter
            ? await Answers.Page<RegistrationPage>(room, new RegistrationView(matter, words ?? RegistrationWords.Of(matter), context.Request.Query["fait"].ToString(), refusal), refusal)
            : Results.NotFound();
    }

    private static async Task<IResult> Preview(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.Registrations.Find(id, stop) is { } matter
            ? await Shown(room, matter, RegistrationWords.Of(await context.Request.ReadFormAsync(stop)), null, stop)
            : Results.NotFound();
    }

    private static async Task<IResult> Confirm(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await room.Office.Registrations.Find(id, stop) is not { } matter)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        var words = RegistrationWords.Of(form);
        if (form.Corrects())
            return await Show(context, id, words, null, stop);
        if (words.Command(room) is not { } command)
            return await Shown(room, matter, words, null, stop);
        var foreseen = await room.Office.Registrations.Foresee(id, command, stop);
        if (foreseen.IsDone)
            return Back.SeeOther($"/cockpit/reunions/{id}/inscriptions?fait={words.Gesture}");
        if (foreseen.Refusal is null && foreseen.Stamp != form.Text("vu"))
            return await Shown(room, matter, words, Refusal.Because(Why.Changed,
                "Le message ou ses destinataires ont changé depuis que cette page est ouverte. Relisez, puis confirmez de nouveau."), stop);
        return await room.Office.Registrations.Take(id, command, stop) is { } refusal
            ? await Shown(room, matter, words, refusal, stop)
            : Back.SeeOther($"/cockpit/reunions/{id}/inscriptions?fait={words.Gesture}");
    }

    /// <summary>What would change and who is told; the page again where something is amiss.</summary>
    private static async Task<IResult> Shown(Room room, RegistrationMatter matter, RegistrationWords words, Refusal? refusal, CancellationToken stop)
    {
        var id = matter.Scene.Meeting.Id;
        if (words.Command(room) is not { } command)
            return await Show(room.Context, id, words, words.Problem, stop);
        var foreseen = await room.Office.Registrations.Foresee(id, command, stop);
        if (foreseen.Refusal is { } problem)
            return await Show(room.Context, id, words, problem, stop);
        List<MailPreview> mails = [];
        foreach (var mailing in foreseen.Mailings)
            mails.Add(await MailPreview.Of(room, mailing, await room.Office.Audiences.Read(mailing.Audience, stop), foreseen.Roster, stop));
        return await Answers.Page<RegistrationPreviewPage>(room, new RegistrationPreview(matter, words, command, foreseen.Stamp, mails, refusal), refusal);
    }

    private static async Task<IResult> Csv(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.Registrations.Find(id, stop) is { Book: { } } matter ? Downloads.Csv(RegistrationTable.Of(matter)) : Results.NotFound();
    }
}

/// <param name="Words">What the forms hold: as it stands, or as it was refused.</param>
public sealed record RegistrationView(RegistrationMatter Matter, RegistrationWords Words, string Done, Refusal? Refusal);

/// <param name="Seen">The messages shown: the same must be the ones confirmed.</param>
public sealed record RegistrationPreview(
    RegistrationMatter Matter, RegistrationWords Words, RegistrationCommand Command, string Seen, IReadOnlyList<MailPreview> Mails, Refusal? Refusal);
