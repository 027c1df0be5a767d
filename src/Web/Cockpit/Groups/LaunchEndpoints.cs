using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Network;
using Almanach.Core.Programme;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Groups;

/// <summary>The candidates of a year: launched, or carried over, after the coordinator has read what is sent.</summary>
internal static class LaunchEndpoints
{
    public static async Task<IResult> Candidates(HttpContext context, int year, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await Load(room, year, stop) is { } known
            ? await Answers.Page<CandidatesPage>(room, new CandidatesView(year, known, await room.Office.Groups.All(stop), context.Request.Query["fait"].ToString()))
            : Results.NotFound();
    }

    public static Task<IResult> One(HttpContext context, int year, string action, CancellationToken stop) => Form(Room.Of(context), year, action, null, null, stop);

    public static async Task<IResult> Preview(HttpContext context, int year, string action, CancellationToken stop) =>
        await Shown(Room.Of(context), year, action, LaunchWords.Of(await context.Request.ReadFormAsync(stop)), null, stop);

    public static async Task<IResult> Confirm(HttpContext context, int year, string action, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var words = LaunchWords.Of(form);
        if (form.Corrects())
            return await Form(room, year, action, words, null, stop);
        if (words.Command(room.Now) is not { } command)
            return await Form(room, year, action, words, LaunchWords.NoChoice, stop);
        return await room.Office.Launches.Decide(year, action, command, form.Text("vu"), Room.Actor, stop) switch
        {
            null => Back.SeeOther($"/cockpit/groupes/{year}?fait={words.Choice}"),
            { Why: Why.Changed } changed => await Shown(room, year, action, words, changed, stop),
            var refusal => await Form(room, year, action, words, refusal, stop),
        };
    }

    private static async Task<IResult> Form(Room room, int year, string action, LaunchWords? words, Refusal? refusal, CancellationToken stop) =>
        await Load(room, year, stop) is { } known && known.Find(action) is { } found
            ? await Answers.Page<CandidatePage>(room, new CandidateView(year, known, found, words ?? LaunchWords.Before(known, found), await room.Office.Network.Load(stop), refusal), refusal)
            : Results.NotFound();

    private static async Task<IResult> Shown(Room room, int year, string action, LaunchWords words, Refusal? refusal, CancellationToken stop)
    {
        if (await Load(room, year, stop) is not { } known || known.Find(action) is not { } found)
            return Results.NotFound();
        if (words.Command(room.Now) is not { } command)
            return await Form(room, year, action, words, LaunchWords.NoChoice, stop);
        var foreseen = await room.Office.Launches.Foresee(year, action, command, Room.Actor, stop);
        if (foreseen.Refusal is { } impossible)
            return await Form(room, year, action, words, impossible, stop);
        return await Answers.Page<LaunchPreviewPage>(room, new LaunchPreview(year, found, words, await MailPreview.Of(room, foreseen.Mailings, stop), foreseen.Seen, refusal), refusal);
    }

    private static async Task<CandidateYear?> Load(Room room, int year, CancellationToken stop) =>
        await room.Office.Cycle.Find(year, stop) is null ? null : await room.Office.Launches.Load(year, stop);
}

public sealed record CandidatesView(int Year, CandidateYear Known, IReadOnlyList<Group> Groups, string Done);

public sealed record CandidateView(int Year, CandidateYear Known, CandidateAction Found, LaunchWords Words, Roster Roster, Refusal? Refusal)
{
    public string Address => $"/cockpit/groupes/{Year}/{Found.Action.Id}";
}

/// <param name="Seen">Hash of the people shown.</param>
public sealed record LaunchPreview(int Year, CandidateAction Found, LaunchWords Words, IReadOnlyList<MailPreview> Mails, string Seen, Refusal? Refusal)
{
    public string Address => $"/cockpit/groupes/{Year}/{Found.Action.Id}";

    public int Reached => Mails.Sum(mail => mail.Reached);
}

/// <summary>What is decided of a candidate, as the forms hold it.</summary>
/// <param name="Choice">« lancer » or « reporter ».</param>
/// <param name="Reason">Why it is launched despite what is missing.</param>
/// <param name="Motive">Why it is carried over.</param>
public sealed record LaunchWords(string Choice, string Pilot, bool Despite, string Reason, string Motive)
{
    public const string Launch = "lancer";
    public const string CarryOver = "reporter";

    /// <summary>Before anything is typed: what is missing is a reason that may be kept.</summary>
    public static LaunchWords Before(CandidateYear known, CandidateAction found) =>
        new("", found.Candidate.Pilots is [var only] ? only.Organisation : "", false, "", Conditions.Because(LaunchRules.Missing(known.Rules, found.Candidate)));

    public static LaunchWords Of(IFormCollection form) =>
        new(form.Text("choix"), form.Text("pilote"), form.Ticked("malgre"), form.Text("raison"), form.Text("motif"));

    public static Refusal NoChoice => Refusal.Invalid(new FieldError("choix", "Choisissez\u00A0: lancer le groupe, ou le reporter."));

    /// <summary>Null where neither is chosen.</summary>
    public LaunchCommand? Command(DateTimeOffset now) => Choice switch
    {
        Launch => new LaunchCommand.Launch(Pilot, Despite, Reason, now),
        CarryOver => new LaunchCommand.CarryOver(Motive, now),
        _ => null,
    };
}
