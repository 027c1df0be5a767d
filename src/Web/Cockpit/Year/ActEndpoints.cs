using Almanach.Core;
using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Year;

/// <summary>Open, close, skip, reopen: shown with all that follows, then confirmed for the very people that were shown.</summary>
internal static class ActEndpoints
{
    /// <summary>How long a step that is reopened is proposed to last.</summary>
    private const int DaysProposed = 14;

    public static void MapActs(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/etape/{year:int}/{step}/{act}", Show);
        cockpit.MapForm("/etape/{year:int}/{step}/{act}", Do);
    }

    private static async Task<IResult> Show(Office office, HttpContext context, int year, string step, string act, CancellationToken stop)
    {
        if (await StepMatter.Find(office, year, step, stop) is not { } matter || StepActs.Parse(act) is not { } wanted)
            return Results.NotFound();
        return await Page(context, matter, new Input(wanted, "", Proposed(matter, wanted), ""), null, stop);
    }

    private static async Task<IResult> Do(Office office, HttpContext context, int year, string step, string act, CancellationToken stop)
    {
        if (await StepMatter.Find(office, year, step, stop) is not { } matter || StepActs.Parse(act) is not { } wanted)
            return Results.NotFound();
        var form = await PostedForm.Read(context);
        var input = new Input(wanted, form.Text("raison"), form.Text("fin"), form.Text("destinataires"));
        if (Wrong(matter, input) is { } wrong)
            return await Page(context, matter, input, wrong, stop);
        var command = Command(matter, input);
        var foreseen = await matter.Foresee(command, stop);
        // The button pressed twice, or in another tab: it is done, and nobody is written to again.
        if (foreseen.ChangesNothing(matter.Plan))
            return Back.SeeOther($"{matter.Href}?fait={act}");
        if (foreseen.Refusal is null && foreseen.Stamp != input.Stamp)
            return await Page(context, matter, input, null, stop, changed: true);
        if (await office.Cycle.Apply(year, command, stop) is { } refusal)
            return await Page(context, matter, input, refusal, stop);
        await Onward.Perform(office, year, stop);
        return Back.SeeOther($"{matter.Href}?fait={act}");
    }

    private static async Task<IResult> Page(HttpContext context, StepMatter matter, Input input, Refusal? refusal, CancellationToken stop, bool changed = false)
    {
        var foreseen = await matter.Foresee(Command(matter, input), stop);
        refusal ??= foreseen.Refusal;
        var setting = matter.Office.Setting;
        var mailings = await matter.Show(foreseen.Mailings, StepActs.Slug(input.Act), stop);
        var view = new ActView(
            input.Act, matter.Step.Title, matter.Href, ActView.Differences(setting, matter.Plan, foreseen.Plan),
            ActView.Warnings(setting, matter.Plan, matter.Step, input.Act, matter.Office.Now),
            mailings, mailings.Sum(mailing => mailing.Count), foreseen.Stamp, input.Reason,
            HasEnd(matter, input.Act) ? input.Ends : null, Words.Counted(setting.Platform.Mail.GraceSeconds, "seconde", "secondes", feminine: true));
        return await CockpitResult.Of<ActPage>(context, new Dictionary<string, object?>
        {
            [nameof(ActPage.Brand)] = setting.Platform.Brand,
            [nameof(ActPage.View)] = view,
            [nameof(ActPage.Changed)] = changed,
            [nameof(ActPage.Errors)] = Errors(refusal),
        }, changed ? StatusCodes.Status409Conflict : refusal is not null && HttpMethods.IsPost(context.Request.Method) ? RefusalStatus.Of(refusal) : StatusCodes.Status200OK);
    }

    /// <summary>A refusal about the whole leads to the button.</summary>
    internal static IReadOnlyList<FieldError> Errors(Refusal? refusal) =>
        refusal is null ? [] : refusal.Fields.Count > 0 ? refusal.Fields : [new FieldError("confirmer", refusal.Message)];

    private static Refusal? Wrong(StepMatter matter, Input input) => input.Act switch
    {
        StepAct.Skip when input.Reason.Length is 0 or > 300 => Refusal.Invalid(new FieldError("raison", "Dites en une phrase pourquoi cette étape est sautée.")),
        StepAct.Reopen when HasEnd(matter, input.Act) && Days.Parse(input.Ends) is null => Refusal.Invalid(new FieldError("fin", "Donnez le nouveau dernier jour.")),
        _ => null,
    };

    private static bool HasEnd(StepMatter matter, StepAct act) => act == StepAct.Reopen && matter.Step is { Ends: not null, Work: not StepWork.Meet };

    /// <summary>The end it had, as long as that is ahead.</summary>
    private static string Proposed(StepMatter matter, StepAct act)
    {
        if (!HasEnd(matter, act))
            return "";
        var (zone, now) = (matter.Office.Setting.Zone, matter.Office.Now);
        return Days.Field(matter.Step.Ends is { } ends && ends > now ? ConsultationDesk.LastDay(ends, zone) : Holidays.NextWorkingDay(zone.DayOf(now).AddDays(DaysProposed)));
    }

    internal static CycleCommand Command(StepMatter matter, Input input)
    {
        var ends = HasEnd(matter, input.Act) && Days.Parse(input.Ends) is { } day ? matter.Office.Setting.Zone.EndLike(matter.Step.Ends, day) : matter.Step.Ends;
        return StepActs.Command(input.Act, matter.Step.Id, input.Reason, ends, matter.Office.Now);
    }

    /// <summary>For the letter of a preview: the command as the page first proposes it.</summary>
    internal static CycleCommand Command(StepMatter matter, StepAct act) => Command(matter, new Input(act, "", Proposed(matter, act), ""));

    /// <param name="Ends">As the field sends it.</param>
    internal sealed record Input(StepAct Act, string Reason, string Ends, string Stamp);
}
