using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Network;

/// <summary>The terms of office of a body: whose ends when, and what its committee decided.</summary>
internal static class TermEndpoints
{
    /// <summary>In the address: every term to be decided on is proposed as renewed.</summary>
    public const string Renew = "renouveler";

    public static async Task<IResult> Show(HttpContext context, string body, CancellationToken stop)
    {
        var room = Room.Of(context);
        var all = context.Request.Query["tous"] == Renew && room.Setting.Platform.BodyOf(body) is { } known
            ? TermRules.Due(known, await room.Office.Network.Load(stop), room.Today)
                .Select(seated => new TermDecision(seated.Contact.Id, TermChoice.Renewed, TermRules.Next(known, seated, room.Today), ""))
            : [];
        return await Show(context, body, [.. all], null, stop);
    }

    public static async Task<IResult> Record(HttpContext context, string body, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (room.Setting.Platform.BodyOf(body) is not { } known)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        List<TermDecision> decisions = [];
        foreach (var seated in TermRules.Of(known, await room.Office.Network.Load(stop), room.Today))
            if (Posted.Named<TermChoice>(form.Text($"decision-{seated.Contact.Id}")) is { } choice)
                decisions.Add(new TermDecision(seated.Contact.Id, choice, choice == TermChoice.Ended ? null : form.Day($"terme-{seated.Contact.Id}"), choice == TermChoice.Replaced ? form.Text($"par-{seated.Contact.Id}") : ""));
        if (decisions.Count == 0)
            return await Show(context, body, [], Refusal.Invalid(new FieldError("decisions", "Rien n’est décidé\u00A0: choisissez ce qu’il en est pour un membre au moins.")), stop);
        var roster = await room.Office.Network.Load(stop);
        var refusal = await room.Office.Terms.Record(body, decisions, Room.Actor, room.Now, stop);
        return refusal is not null
            ? await Show(context, body, decisions, refusal, stop)
            : await Shown(room, known, [], null, TermRules.Minutes(known, decisions, roster), stop);
    }

    private static async Task<IResult> Show(HttpContext context, string body, IReadOnlyList<TermDecision> decisions, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        return room.Setting.Platform.BodyOf(body) is { } known ? await Shown(room, known, decisions, refusal, "", stop) : Results.NotFound();
    }

    private static async Task<IResult> Shown(Room room, Body body, IReadOnlyList<TermDecision> decisions, Refusal? refusal, string minutes, CancellationToken stop)
    {
        var roster = await room.Office.Network.Load(stop);
        return await Answers.Page<TermsPage>(room, new TermsView(body, roster, TermRules.Of(body, roster, room.Today), decisions, refusal, minutes), refusal);
    }
}

/// <param name="Decisions">As they were sent and refused, or as they are proposed; none otherwise.</param>
/// <param name="Minutes">What was just recorded, as the minutes may say it; empty otherwise.</param>
public sealed record TermsView(Body Body, Roster Roster, IReadOnlyList<Seated> Members, IReadOnlyList<TermDecision> Decisions, Refusal? Refusal, string Minutes);
