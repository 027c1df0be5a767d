using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Themes;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Themes;

/// <summary>The consolidation of proposals: group, split, word, and say that it is done.</summary>
internal static class ThemesEndpoints
{
    public static void MapThemes(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/themes", Latest);
        cockpit.MapPage("/themes/sujets", (HttpContext context, CancellationToken stop) => Subjects.Show(context, null, stop));
        cockpit.MapForm("/themes/sujets/garder", Subjects.Keep);
        cockpit.MapForm("/themes/sujets/ecarter", Subjects.SetAside);
        cockpit.MapPage("/themes/{year:int}", Show);
        cockpit.MapPage("/themes/{year:int}/regrouper", (HttpContext context, int year, CancellationToken stop) => Choose(context, year, stop));
        cockpit.MapForm("/themes/{year:int}/regrouper", Regroup);
        cockpit.MapPage("/themes/{year:int}/terminer", (HttpContext context, int year, CancellationToken stop) => Closing.Preview(context, year, null, stop));
        cockpit.MapForm("/themes/{year:int}/terminer", Closing.Confirm);
        cockpit.MapPage("/themes/{year:int}/{id}", (HttpContext context, int year, string id, CancellationToken stop) => One(context, year, id, null, null, stop));
        cockpit.MapForm("/themes/{year:int}/{id}", Edit);
        cockpit.MapForm("/themes/{year:int}/{id}/separer", Split);
        cockpit.MapForm("/themes/{year:int}/{id}/montrer", Reveal);
    }

    /// <summary>The year whose grouping is under way, else the last one with proposals, else the last.</summary>
    private static async Task<IResult> Latest(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var years = await room.Office.Opening.Years(stop);
        if (years.Count == 0)
            return Results.NotFound();
        var chosen = years[^1];
        foreach (var year in years.Reverse())
        {
            var matter = (await ThemesMatter.Load(room, year, stop))!;
            if (matter.Board.Proposals.Count == 0 && matter.Step?.State != StepState.Open)
                continue;
            chosen = year;
            break;
        }
        return Back.SeeOther($"/cockpit/themes/{chosen}");
    }

    private static async Task<IResult> Show(HttpContext context, int year, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await ThemesMatter.Load(room, year, stop) is { } matter
            ? await Answers.Page<ThemesPage>(room, new ThemesView(matter, Done(context), context.Request.Query["theme"].ToString()))
            : Results.NotFound();
    }

    private static async Task<IResult> Choose(HttpContext context, int year, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await ThemesMatter.Load(room, year, stop) is not { } matter)
            return Results.NotFound();
        var query = context.Request.Query;
        var chosen = matter.Standing.Where(theme => query["t"].Contains(theme.Id)).ToList();
        if (chosen.Count < 2)
        {
            var few = Refusal.Invalid(new FieldError("themes", "Choisissez au moins deux thèmes à regrouper."));
            return await Answers.Page<ThemesPage>(room, new ThemesView(matter, "", "") { Refusal = few }, few);
        }
        var into = chosen.FirstOrDefault(theme => theme.Id == query["titre-de"]) ?? chosen[0];
        return await Answers.Page<MergePage>(room, new MergeView(matter, chosen, into.Id, ThemeWords.Of(into), ThemePrint.Of(matter.Board, chosen.Select(theme => theme.Id)), null));
    }

    private static async Task<IResult> Regroup(HttpContext context, int year, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var words = ThemeWords.Of(form);
        var (into, ticked) = (form.Text("dans"), form.All("t"));
        var refusal = await room.Office.Themes.Apply(year,
            new ThemeCommand.Regroup(into, [.. ticked.Where(id => id != into)], words.Title, words.Description, words.Kind, form.Text("vu"), room.Now), stop: stop);
        if (refusal is null)
            return Back.SeeOther($"/cockpit/themes/{year}?fait=regroupe&theme={Uri.EscapeDataString(into)}#{Uri.EscapeDataString(into)}");
        if (await ThemesMatter.Load(room, year, stop) is not { } matter)
            return Results.NotFound();
        var chosen = matter.Standing.Where(theme => ticked.Contains(theme.Id) || theme.Id == into).ToList();
        return chosen.Count < 2
            ? await Answers.Page<ThemesPage>(room, new ThemesView(matter, "", "") { Refusal = refusal }, refusal)
            : await Answers.Page<MergePage>(room,
                new MergeView(matter, chosen, chosen.Any(theme => theme.Id == into) ? into : chosen[0].Id, words, ThemePrint.Of(matter.Board, chosen.Select(theme => theme.Id)), refusal), refusal);
    }

    private static async Task<IResult> One(HttpContext context, int year, string id, ThemeWords? words, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await ThemesMatter.Load(room, year, stop) is not { } matter || matter.Board.Themes.GetValueOrDefault(id) is not { } theme)
            return Results.NotFound();
        return await Answers.Page<ThemePage>(room,
            new ThemeView(matter, theme, words ?? ThemeWords.Of(theme), ThemePrint.Of(matter.Board, [id]), Done(context), refusal), refusal);
    }

    private static async Task<IResult> Edit(HttpContext context, int year, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var words = ThemeWords.Of(form);
        var refusal = await room.Office.Themes.Apply(year,
            new ThemeCommand.Regroup(id, [], words.Title, words.Description, words.Kind, form.Text("vu"), room.Now), stop: stop);
        return refusal is null
            ? Back.SeeOther($"/cockpit/themes/{year}?fait=modifie&theme={Uri.EscapeDataString(id)}#{Uri.EscapeDataString(id)}")
            : await One(context, year, id, words, refusal, stop);
    }

    private static async Task<IResult> Split(HttpContext context, int year, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var refusal = await room.Office.Themes.Apply(year, new ThemeCommand.Split(id, form.All("p"), room.Now), stop: stop);
        return refusal is null
            ? Back.SeeOther($"/cockpit/themes/{year}/{Uri.EscapeDataString(id)}?fait=separe")
            : await One(context, year, id, null, refusal, stop);
    }

    private static async Task<IResult> Reveal(HttpContext context, int year, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var refusal = await room.Office.Themes.Apply(year, new ThemeCommand.Show(form.Text("p"), room.Now), stop: stop);
        return refusal is null
            ? Back.SeeOther($"/cockpit/themes/{year}/{Uri.EscapeDataString(id)}?fait=montre")
            : await One(context, year, id, null, refusal, stop);
    }

    private static string Done(HttpContext context) => context.Request.Query["fait"].ToString();
}
