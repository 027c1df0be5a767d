using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Programme.Holding;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Programme;

/// <summary>A meeting that is not held this time: why, who is told, then confirmed.</summary>
internal static class DeclineEndpoints
{
    public static Task<IResult> Ask(HttpContext context, int year, string id, CancellationToken stop) => Form(Room.Of(context), year, id, null, null, stop);

    public static async Task<IResult> Preview(HttpContext context, int year, string id, CancellationToken stop) =>
        await Shown(Room.Of(context), year, id, DeclineWords.Of(await context.Request.ReadFormAsync(stop)), null, stop);

    public static async Task<IResult> Confirm(HttpContext context, int year, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var words = DeclineWords.Of(form);
        if (form.Corrects())
            return await Form(room, year, id, words, null, stop);
        if (words.Decline(room.Now) is not { } decline)
            return await Form(room, year, id, words, DeclineWords.NoChoice, stop);
        return await room.Office.Holdings.Decide(year, id, decline, form.Text("vu"), Room.Actor, stop) switch
        {
            null => Back.SeeOther($"/cockpit/programme/{year}/{id}?fait=non-tenue"),
            { Why: Why.Changed } changed => await Shown(room, year, id, words, changed, stop),
            var refusal => await Form(room, year, id, words, refusal, stop),
        };
    }

    private static async Task<IResult> Form(Room room, int year, string id, DeclineWords? words, Refusal? refusal, CancellationToken stop) =>
        await room.Office.Holdings.Load(year, id, stop) is { } holding && holding.Action.Kind.Meets()
            ? await Answers.Page<DeclinePage>(room, new DeclineView(holding, words ?? new DeclineWords("", Conditions.Because(HoldingRules.Missing(holding))), refusal), refusal)
            : Results.NotFound();

    private static async Task<IResult> Shown(Room room, int year, string id, DeclineWords words, Refusal? refusal, CancellationToken stop)
    {
        if (await room.Office.Holdings.Load(year, id, stop) is not { } holding || !holding.Action.Kind.Meets())
            return Results.NotFound();
        if (words.Decline(room.Now) is not { } decline)
            return await Form(room, year, id, words, DeclineWords.NoChoice, stop);
        var foreseen = await room.Office.Holdings.Foresee(year, id, decline, Room.Actor, stop);
        if (foreseen.Mailing is not { } mailing)
            return await Form(room, year, id, words, foreseen.Refusal, stop);
        return await Answers.Page<DeclinePreviewPage>(room, new DeclinePreview(holding, words,
            mailing.Audience.Count > 0 ? await MailPreview.Of(room, mailing, stop) : null, mailing.Audience.Hash, refusal), refusal);
    }
}

public sealed record DeclineView(Holding Holding, DeclineWords Words, Refusal? Refusal)
{
    public string Address => $"/cockpit/programme/{Holding.Action.Year}/{Holding.Action.Id}";
}

/// <param name="Mail">Null where nobody is told.</param>
/// <param name="Seen">Hash of the people shown.</param>
public sealed record DeclinePreview(Holding Holding, DeclineWords Words, MailPreview? Mail, string Seen, Refusal? Refusal)
{
    public string Address => $"/cockpit/programme/{Holding.Action.Year}/{Holding.Action.Id}";
}

/// <summary>What becomes of a meeting that is not held, as the forms hold it.</summary>
public sealed record DeclineWords(string Choice, string Motive)
{
    public const string CarryOver = "reporter";
    public const string GiveUp = "renoncer";

    public static DeclineWords Of(IFormCollection form) => new(form.Text("choix"), form.Text("motif"));

    public static Refusal NoChoice => Refusal.Invalid(new FieldError("choix", "Choisissez\u00A0: reporter la rencontre, ou y renoncer."));

    /// <summary>Null where neither is chosen.</summary>
    public Decline? Decline(DateTimeOffset now) => Choice is CarryOver or GiveUp ? new Decline(Choice == GiveUp, Motive, now) : null;
}
