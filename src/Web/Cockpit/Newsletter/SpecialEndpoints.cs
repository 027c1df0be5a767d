using Almanach.Core.Cycle;
using Almanach.Core.Cycle.Collisions;
using Almanach.Core.Engine;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Newsletter;

/// <summary>Special editions, at any time.</summary>
internal static class SpecialEndpoints
{
    public static Task<IResult> Form(HttpContext context, string newsletter, CancellationToken stop) => Show(Room.Of(context), newsletter, null, null, stop);

    public static async Task<IResult> Add(HttpContext context, string newsletter, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var words = new SpecialWords(form.Text("titre"), form.Text("jour"), form.Text("heure"), form.Ticked("appel"), form.Ticked("relecture"));
        if (Letter(room, newsletter) is not { } letter)
            return Results.NotFound();
        if (TypedTime.Day(words.Day) is not { } day || TypedTime.Hour(words.Hour) is not { } hour)
            return await Show(room, newsletter, words, Refusal.Invalid(new FieldError(TypedTime.Day(words.Day) is null ? "jour" : "heure", "Le jour ou l’heure ne se lit pas. Écrivez par exemple 14/06/2022 et 09:30.")), stop);
        if (await YearOf(room, day, stop) is not { } plan)
            return await Show(room, newsletter, words, Refusal.Invalid(new FieldError("jour", "Aucune année ouverte ne contient ce jour. Choisissez-en un autre, ou ouvrez d’abord l’année.")), stop);
        var step = EditionSteps.FreeId(plan, letter.Id);
        var command = SpecialEdition.Command(step, letter, words.Title, room.Zone.At(day, hour), words.Call, words.Review, room.Zone, room.Now, Room.Actor);
        var met = EditionSteps.Check(plan, command).Count == 0 ? YearCollisions.OfEdition(room.Setting, EditionSteps.Of(command)) : [];
        if (met.Count > 0 && form.Text("vu") != words.Seen)
            return await Show(room, newsletter, words, null, stop, met);
        var refusal = await room.Office.Cycle.Apply(plan.Year, command, stop);
        if (refusal is not null)
            return await Show(room, newsletter, words, refusal, stop);
        var made = (await room.Office.Cycle.Find(plan.Year, stop))!.Steps.First(one => one.Work is StepWork.SendEdition { Special: true } && one.Title == words.Title && one.Starts == command.Sends);
        return EditionEndpoints.Done(Edition.IdOf(plan.Year, made.Id), "speciale");
    }

    /// <summary>The open year that a day falls in, or the last one.</summary>
    private static async Task<YearPlan?> YearOf(Room room, DateOnly day, CancellationToken stop)
    {
        var years = await room.Office.Opening.Years(stop);
        return years.Count == 0 ? null : await room.Office.Cycle.Find(years.Contains(day.Year) ? day.Year : years.Max(), stop);
    }

    private static NewsletterSetting? Letter(Room room, string id) => room.Setting.Platform.Newsletters.FirstOrDefault(letter => letter.Id == id);

    private static async Task<IResult> Show(Room room, string newsletter, SpecialWords? words, Refusal? refusal, CancellationToken stop, IReadOnlyList<string>? met = null)
    {
        stop.ThrowIfCancellationRequested();
        return Letter(room, newsletter) is { } letter
            ? await Answers.Page<SpecialPage>(room, new SpecialView(letter, words ?? new SpecialWords("", "", "09:30", false, letter.Editors is not null), refusal) { Met = met ?? [] }, refusal) : Results.NotFound();
    }
}

/// <param name="Day">As typed, like the hour.</param>
public sealed record SpecialWords(string Title, string Day, string Hour, bool Call, bool Review)
{
    /// <summary>Of what was warned; other dates are warned of anew.</summary>
    public string Seen => $"{Day} {Hour} {(Call ? "appel" : "")} {(Review ? "relecture" : "")}";
}

public sealed record SpecialView(NewsletterSetting Letter, SpecialWords Words, Refusal? Refusal)
{
    /// <summary>What its dates meet, in sentences: read before it is planned.</summary>
    public IReadOnlyList<string> Met { get; init; } = [];
}
