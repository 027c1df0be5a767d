using Almanach.Core;
using Almanach.Core.Cycle;
using Almanach.Core.Cycle.Preparation;
using Almanach.Core.Engine;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Year.Prepare;

/// <summary>
/// The dates of a whole year in one form. What she changes is shown again with what follows it; a second press, without any
/// change, keeps what is shown.
/// </summary>
internal static class PrepareEndpoints
{
    public static void MapPreparation(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/annee/{year:int}/preparer", Show);
        cockpit.MapForm("/annee/{year:int}/preparer", Take);
    }

    private static async Task<IResult> Show(Office office, HttpContext context, int year, string? fait, CancellationToken stop) =>
        await PrepareMatter.Find(office, year, stop) is { } matter ? await Page(context, matter, PrepareView.Of(matter, matter.Plan), done: fait is not null) : Results.NotFound();

    private static async Task<IResult> Take(Office office, HttpContext context, int year, CancellationToken stop)
    {
        if (await PrepareMatter.Find(office, year, stop) is not { } matter)
            return Results.NotFound();
        var form = await PostedForm.Read(context);
        var shown = PrepareInput.Before(matter, form);
        var (typed, errors) = PrepareInput.After(matter, form, shown);
        if (errors.Count > 0)
            return await Page(context, matter, PrepareView.Of(matter, typed, step => PrepareInput.Read(matter.Setting, form, step)), errors: errors);
        var changes = YearDraft.Differences(shown, typed);
        var taken = Taken(matter, typed, form.Text("prendre"));
        if (changes.Count > 0 || taken.Count > 0 || !form.Names.Contains("garder"))
            return await Page(context, matter, PrepareView.Of(matter, YearDraft.Follow(matter.Setting, shown, [.. changes.ExceptBy(taken.Select(date => date.Step), date => date.Step), .. taken], matter.MayChange)), again: form.Names.Contains("garder"));
        if (YearDraft.Differences(matter.Plan, typed).Count == 0)
            return Back.SeeOther($"{matter.Href}?fait=1");
        if (form.Text("etat") != matter.Stamp)
            return await Page(context, matter, PrepareView.Of(matter, typed), stale: true);
        if (await matter.Keep(typed, stop) is { } refusal)
            return await Page(context, matter, PrepareView.Of(matter, typed), errors: Named(refusal), stale: refusal.Why == Why.Changed);
        await Onward.Perform(office, year, stop);
        return Back.SeeOther($"{matter.Href}?fait=1");
    }

    /// <summary>The alternatives she takes: that of one step, or all.</summary>
    private static IReadOnlyList<NewDate> Taken(PrepareMatter matter, YearPlan plan, string which) => which.Length == 0 ? [] :
    [
        .. Precedents.Of(matter.Setting, plan, matter.Past).Where(pair => (which == "tout" || which == pair.Key) && matter.Plan.Find(pair.Key) is { } step && matter.MayChange(step))
            .Select(pair => pair.Value.Alike).OfType<NewDate>(),
    ];

    /// <summary>The rules name the step at fault; on the page its field is the first day.</summary>
    private static IReadOnlyList<FieldError> Named(Refusal refusal) => refusal.Fields.Count == 0
        ? [new FieldError("garder", refusal.Message)]
        : [.. refusal.Fields.Select(error => error with { Field = PrepareInput.First(error.Field) })];

    private static Task<IResult> Page(HttpContext context, PrepareMatter matter, PrepareView view, IReadOnlyList<FieldError>? errors = null, bool done = false, bool again = false, bool stale = false) =>
        CockpitResult.Of<PreparePage>(context, new Dictionary<string, object?>
        {
            [nameof(PreparePage.Brand)] = matter.Setting.Platform.Brand,
            [nameof(PreparePage.View)] = view,
            [nameof(PreparePage.Errors)] = errors ?? [],
            [nameof(PreparePage.Done)] = done,
            [nameof(PreparePage.Again)] = again,
            [nameof(PreparePage.Stale)] = stale,
        }, stale ? StatusCodes.Status409Conflict : errors is { Count: > 0 } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
