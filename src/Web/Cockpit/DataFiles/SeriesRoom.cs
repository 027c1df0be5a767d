using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Series;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Consultations.Deliveries;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.DataFiles;

/// <summary>The room of the series: what was published of which file, what secrecy holds back, files added by hand, alerts told.</summary>
internal static class SeriesRoom
{
    public const string Path = "/cockpit/series";

    public const string ReadingField = "lecture";

    public const string YearField = "annee";

    public const string ChoiceField = "choix";

    public static void MapSeriesRoom(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/series", (HttpContext context, string? fait, CancellationToken stop) => List(Room.Of(context), fait, null, [], stop));
        cockpit.MapForm("/series/ajouter", Add);
        cockpit.MapForm("/series/illisibles", Dismiss);
        cockpit.MapPage("/series/alertes/{body}", (HttpContext context, string body, CancellationToken stop) => Alerts(Room.Of(context), body, null, stop));
        cockpit.MapForm("/series/alertes/{body}", Send);
        cockpit.MapPage("/series/{reading}/{number:int}", (HttpContext context, string reading, int number, CancellationToken stop) => One(Room.Of(context), reading, number, null, stop));
        cockpit.MapForm("/series/{reading}/{number:int}/masquer", (HttpContext context, string reading, int number, CancellationToken stop) =>
            Change(context, reading, number, "masquee", (room, _) => room.Office.Series.Withhold(reading, number, Room.Actor, room.Now, stop), stop));
        cockpit.MapForm("/series/{reading}/{number:int}/petits", Settle);
        cockpit.MapForm("/series/{reading}/{number:int}/verifier", (HttpContext context, string reading, int number, CancellationToken stop) =>
            Change(context, reading, number, "verifiee", (room, _) => room.Office.Series.Recheck(reading, number, Room.Actor, room.Now, stop), stop));
        cockpit.MapPage("/series/{reading}/{number:int}/ecarter", WithdrawHandlers.Ask);
        cockpit.MapForm("/series/{reading}/{number:int}/ecarter", WithdrawHandlers.Take);
    }

    private static async Task<IResult> List(Room room, string? done, Refusal? refusal, IReadOnlyList<string> problems, CancellationToken stop)
    {
        List<(string Id, string Name, DateTimeOffset? Told)> bodies = [];
        foreach (var body in room.Setting.Platform.Bodies)
            bodies.Add((body.Id, body.Name, await room.Office.Alerts.Told(body.Id, stop)));
        var board = await room.Office.Dashboard.Board(stop);
        return await Answers.Page<SeriesRoomPage>(room, new SeriesRoomView(
            [.. (await room.Office.SeriesFiles.All(stop)).OrderByDescending(release => release.Order)], await room.Office.SeriesFiles.Unread(stop), bodies, board?.Alerts().Count ?? 0,
            await room.Office.Network.Load(stop), done ?? "", refusal, problems), refusal);
    }

    private static async Task<IResult> One(Room room, string reading, int number, Refusal? refusal, CancellationToken stop) =>
        StoreLimits.IsName(reading) && await room.Office.SeriesFiles.Find(reading, number, stop) is { Value: var release }
            ? await Answers.Page<OneReleasePage>(room, await Of(room, release, refusal, stop), refusal)
            : Results.NotFound();

    private static async Task<OneReleaseView> Of(Room room, SeriesRelease release, Refusal? refusal, CancellationToken stop)
    {
        var before = (await room.Office.SeriesFiles.All(stop)).Where(other => other.Reading == release.Reading && other.IsPublished && other.Order < release.Order).MaxBy(other => other.Order);
        var atlas = (await room.Office.Dashboard.Board(stop))?.Geography.Atlas;
        string Name(WithheldFigure one) => atlas?.Ever(release.Level, Almanach.Core.Data.Territories.TerritoryCode.Of(one.Code)).FirstOrDefault()?.Name ?? one.Code;
        return new OneReleaseView(release, before, [.. (release.Audit?.Proposal ?? []).Select(one => (Name(one), one))], await room.Office.Network.Load(stop), refusal);
    }

    private static async Task<IResult> Add(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var (name, content, tooLarge) = DeliveryUpload.File(form);
        using var file = content;
        var year = int.TryParse(form.Text(YearField), out var typed) && typed is >= 1990 and <= 2100 ? typed : 0;
        List<FieldError> errors = [];
        if (room.Setting.Folder.Indicators.ReadingOf(form.Text(ReadingField)) is not { } reading)
            return await List(room, null, Refusal.Invalid(new FieldError(ReadingField, "Choisissez de quel tableau il s’agit.")), [], stop);
        if (tooLarge)
            return await List(room, null, ReceivingRules.OverLimit, [], stop);
        if (file is null)
            errors.Add(new FieldError(ReceivingRules.FileField, "Choisissez le fichier."));
        if (year == 0)
            errors.Add(new FieldError(YearField, "Écrivez une année, par exemple 2022."));
        if (errors.Count > 0)
            return await List(room, null, Refusal.Invalid([.. errors]), [], stop);
        var taken = await room.Office.Series.TakeIn(reading.Id, name, file!, year, room.Now, stop);
        return taken.Release is { } release ? Back.SeeOther($"{Path}/{release.Reading}/{release.Number}")
            : await List(room, null, Refusal.Invalid(new FieldError(ReceivingRules.FileField, "Ce fichier n’a pas pu être pris en compte.")), taken.Problems, stop);
    }

    private static async Task<IResult> Dismiss(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var (reading, file) = (form.Text(ReadingField), form.Text("fichier"));
        if (room.Setting.Folder.Indicators.ReadingOf(reading) is null || !ReceivingRules.IsHash(file))
            return Results.NotFound();
        return await room.Office.Series.Dismiss(reading, file, stop) is { } refusal ? await List(room, null, refusal, [], stop) : Back.SeeOther($"{Path}?fait=classe");
    }

    /// <summary>What becomes of counts below the threshold of their source, by the button she pressed.</summary>
    private static async Task<IResult> Settle(HttpContext context, string reading, int number, CancellationToken stop)
    {
        var form = await context.Request.ReadFormAsync(stop);
        return form.Text(ChoiceField) switch
        {
            "confirmer" => await Change(context, reading, number, "confirmee", (room, _) => room.Office.Series.ConfirmFew(reading, number, Room.Actor, room.Now, stop), stop),
            "masquer" => await Change(context, reading, number, "masquee", (room, _) => room.Office.Series.HideFew(reading, number, Room.Actor, room.Now, stop), stop),
            _ => await One(Room.Of(context), reading, number, Refusal.Invalid(new FieldError(ChoiceField, "Choisissez l’un des deux boutons.")), stop),
        };
    }

    private static async Task<IResult> Change(HttpContext context, string reading, int number, string done, Func<Room, CancellationToken, Task<Refusal?>> change, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (!StoreLimits.IsName(reading))
            return Results.NotFound();
        return await change(room, stop) switch
        {
            // What is still held for another reason says so on its own page.
            null when await room.Office.SeriesFiles.Find(reading, number, stop) is { Value.State: ReleaseState.Held } => Back.SeeOther($"{Path}/{reading}/{number}"),
            null => Back.SeeOther($"{Path}?fait={done}"),
            { Why: Why.Unknown } => Results.NotFound(),
            var refusal => await One(room, reading, number, refusal, stop),
        };
    }

    private static async Task<IResult> Alerts(Room room, string body, Refusal? refusal, CancellationToken stop)
    {
        if (room.Setting.Platform.Bodies.FirstOrDefault(one => one.Id == body) is not { } known || await room.Office.Dashboard.Board(stop) is not { } board)
            return Results.NotFound();
        var mailing = room.Setting.Folder.Texts.ContainsKey(TextCatalogue.Alerts) ? await room.Office.Alerts.Foresee(body, room.Now, stop) : null;
        return await Answers.Page<AlertsPage>(room, new AlertsView(body, known.Name, board.Alerts(), mailing is null ? null : await MailPreview.Of(room, mailing, stop),
            mailing is null ? "" : AudienceShelf.HashOf(mailing.Audience.Few), await room.Office.Alerts.Told(body, stop), refusal), refusal);
    }

    private static async Task<IResult> Send(HttpContext context, string body, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        if (room.Setting.Platform.Bodies.All(one => one.Id != body) || !room.Setting.Folder.Texts.ContainsKey(TextCatalogue.Alerts))
            return Results.NotFound();
        return await room.Office.Alerts.Send(body, form.Text("vu"), Room.Actor, room.Now, stop) is { } refusal
            ? await Alerts(room, body, refusal, stop) : Back.SeeOther($"{Path}?fait=alertes");
    }
}

/// <param name="Releases">The newest first.</param>
/// <param name="Bodies">Who may be told of alerts, and when each was told of the figures as they stand.</param>
/// <param name="Problems">Why the file just given was not taken.</param>
public sealed record SeriesRoomView(
    IReadOnlyList<SeriesRelease> Releases, IReadOnlyList<UnreadFile> Unread, IReadOnlyList<(string Id, string Name, DateTimeOffset? Told)> Bodies, int Alerts,
    Roster Roster, string Done, Refusal? Refusal, IReadOnlyList<string> Problems);

/// <param name="Before">The file of the same table that is published, or was before it.</param>
/// <param name="Proposed">Figures to hide, with the names of their territories.</param>
public sealed record OneReleaseView(SeriesRelease Release, SeriesRelease? Before, IReadOnlyList<(string Name, WithheldFigure Figure)> Proposed, Roster Roster, Refusal? Refusal)
{
    /// <summary>
    /// It has less than half of the rows of a file some series of which it gives anew: figures may have gone that nobody meant to
    /// take away. A file of other periods takes nothing away.
    /// </summary>
    public bool Shrinks => Before is { } before && Release.State != ReleaseState.Withdrawn && Release.Table.Rows * 2 < before.Table.Rows
        && Release.Table.Columns.Any(column => before.Table.Columns.Any(other => (other.Measure, other.Period) == (column.Measure, column.Period)));
}

/// <param name="Mail">What would leave; null where there is nobody to tell, or no text.</param>
/// <param name="Seen">Hash of the people shown.</param>
public sealed record AlertsView(string Body, string Name, IReadOnlyList<Alert> Alerts, MailPreview? Mail, string Seen, DateTimeOffset? Told, Refusal? Refusal);
