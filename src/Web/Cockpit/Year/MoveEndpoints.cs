using Almanach.Core;
using Almanach.Core.Access;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Year;

/// <summary>One step moves, and what depends on it is proposed; one POST moves all that is accepted.</summary>
internal static class MoveEndpoints
{
    public static void MapMoves(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/etape/{year:int}/{step}/deplacer", Show);
        cockpit.MapPage("/etape/{year:int}/{step}/deplacer/lettre/{index:int}", Letter);
        cockpit.MapForm("/etape/{year:int}/{step}/deplacer", Move);
    }

    private static async Task<IResult> Show(Office office, HttpContext context, int year, string step, string? debut, string? fin, CancellationToken stop)
    {
        if (await StepMatter.Find(office, year, step, stop) is not { } matter || !StepActs.Moves(matter.Step))
            return Results.NotFound();
        var asked = debut is not null || fin is not null;
        return await Page(context, matter, asked ? new MoveInput(debut ?? "", fin ?? "", null) : null, null, stop);
    }

    private static async Task<IResult> Letter(Office office, int year, string step, int index, string? debut, string? fin, CancellationToken stop)
    {
        if (await StepMatter.Find(office, year, step, stop) is not { } matter || new MoveInput(debut ?? "", fin ?? "", null).Dates(matter).Dates is not { Count: > 0 } dates)
            return Results.NotFound();
        var foreseen = await matter.Foresee(Command(matter, dates), stop);
        if (index < 0 || index >= foreseen.Mailings.Count)
            return Results.NotFound();
        var mailing = foreseen.Mailings[index];
        return new Messages.LetterResult(await Messages.LetterPreview.Of(office, mailing, mailing.Audience.Few[0], stop), links: false);
    }

    private static async Task<IResult> Move(Office office, HttpContext context, int year, string step, CancellationToken stop)
    {
        if (await StepMatter.Find(office, year, step, stop) is not { } matter || !StepActs.Moves(matter.Step))
            return Results.NotFound();
        var form = await PostedForm.Read(context);
        var input = new MoveInput(form.Text("debut"), form.Text("fin"), form.All("accepte"));
        var (dates, errors) = input.Dates(matter);
        if (errors.Count > 0)
            return await Page(context, matter, input, Refusal.Invalid(errors), stop);
        var foreseen = await matter.Foresee(Command(matter, Possible(matter, dates)), stop);
        if (foreseen.ChangesNothing(matter.Plan))
            return Back.SeeOther($"{matter.Href}?fait=deplacee");
        if (Stamp(dates, foreseen) != form.Text("destinataires"))
            return await Page(context, matter, input, null, stop, changed: true);
        IReadOnlyList<NewDate> accepted = [dates[0], .. Possible(matter, dates).Skip(1).Where(date => input.Accepted!.Contains(date.Step))];
        var command = Command(matter, accepted);
        if (await (matter.Poll is { } poll ? office.Dates.Fix(poll, command, stop) : office.Cycle.Apply(year, command, stop)) is { } refusal)
            return await Page(context, matter, input, refusal, stop);
        await Onward.Perform(office, year, stop);
        return Back.SeeOther($"{matter.Href}?fait=deplacee");
    }

    private static async Task<IResult> Page(HttpContext context, StepMatter matter, MoveInput? input, Refusal? refusal, CancellationToken stop, bool changed = false)
    {
        var (office, plan, step) = matter;
        var setting = office.Setting;
        var (dates, errors) = input?.Dates(matter) ?? ([], []);
        var foreseen = dates.Count > 0 ? await matter.Foresee(Command(matter, Possible(matter, dates)), stop) : new Foreseen(null, plan, []);
        refusal ??= errors.Count > 0 ? Refusal.Invalid(errors) : foreseen.Refusal;
        var first = dates.Count > 0 ? dates[0] : null;
        var mailings = await Mailings(matter, foreseen, input, stop);
        var view = new MoveView(
            step.Title, matter.Href, setting.When(step),
            step.State == StepState.Open ? null : input?.Starts ?? Days.Field(setting.Zone.DayOf(step.Starts)),
            step.Ends is null ? null : first is not null ? MoveLine.LastDay(setting, first.Ends) : input?.Ends ?? "",
            MoveLine.All(setting, plan, dates, input?.Accepted, office.Now),
            mailings, mailings.Sum(mailing => mailing.Count), Stamp(dates, foreseen),
            Words.Counted(setting.Platform.Mail.GraceSeconds, "seconde", "secondes", feminine: true), matter.Poll is not null);
        return await CockpitResult.Of<MovePage>(context, new Dictionary<string, object?>
        {
            [nameof(MovePage.Brand)] = setting.Platform.Brand,
            [nameof(MovePage.View)] = view,
            [nameof(MovePage.Changed)] = changed,
            [nameof(MovePage.Errors)] = Renamed(ActEndpoints.Errors(refusal), step),
        }, changed ? StatusCodes.Status409Conflict : refusal is not null && HttpMethods.IsPost(context.Request.Method) ? RefusalStatus.Of(refusal) : StatusCodes.Status200OK);
    }

    private static async Task<IReadOnlyList<Messages.MailingView>> Mailings(StepMatter matter, Foreseen foreseen, MoveInput? input, CancellationToken stop)
    {
        List<Messages.MailingView> views = [];
        foreach (var (i, mailing) in foreseen.Mailings.Index())
            views.Add(await Messages.MailingView.Of(matter.Office, mailing, $"{matter.Href}/deplacer/lettre/{i}?debut={Uri.EscapeDataString(input!.Starts)}&fin={Uri.EscapeDataString(input.Ends)}", matter.Office.Now, stop));
        return views;
    }

    /// <summary>The rules name the step at fault; on the page its field is the first day.</summary>
    private static IReadOnlyList<FieldError> Renamed(IReadOnlyList<FieldError> errors, Step step) =>
        [.. errors.Select(error => error.Field == step.Id || error.Field == "dates" ? error with { Field = step.State == StepState.Open ? "fin" : "debut" } : error)];

    private static IReadOnlyList<NewDate> Possible(StepMatter matter, IReadOnlyList<NewDate> dates) => MoveLine.Possible(matter.Plan, dates, matter.Office.Now);

    /// <summary>Those who were asked for the date of a meeting are told which it is, though it is none of those put to them.</summary>
    private static CycleCommand.Move Command(StepMatter matter, IReadOnlyList<NewDate> dates) => new(matter.Step.Id, dates, matter.Office.Now, Coordination.Id, Announce: matter.Poll is not null);

    private static string Stamp(IReadOnlyList<NewDate> dates, Foreseen foreseen) => $"{foreseen.Stamp}/{MoveLine.Stamp(dates)}";
}
