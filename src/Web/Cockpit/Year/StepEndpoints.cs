using Almanach.Core;
using Almanach.Web.Cockpit.Messages;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Year;

/// <summary>A step's page, and the letters that its pages show.</summary>
internal static class StepEndpoints
{
    public static void MapSteps(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/etape/{year:int}/{step}", Show);
        cockpit.MapPage("/etape/{year:int}/{step}/lettre/{act}/{index:int}", Letter);
    }

    private static async Task<IResult> Show(Office office, HttpContext context, int year, string step, string? fait, CancellationToken stop)
    {
        if (await StepMatter.Find(office, year, step, stop) is not { } matter)
            return Results.NotFound();
        return await CockpitResult.Of<StepPage>(context, new Dictionary<string, object?>
        {
            [nameof(StepPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(StepPage.View)] = await matter.View(stop),
            [nameof(StepPage.Done)] = fait switch
            {
                null => "",
                "deplacee" => "Les nouvelles dates sont enregistrées.",
                "annule" => "Le message n’est pas parti. Vous le retrouverez dans Messages.",
                _ => StepActs.Parse(fait) is { } act ? StepActs.Done(act) : "",
            },
        });
    }

    private static async Task<IResult> Letter(Office office, int year, string step, string act, int index, CancellationToken stop)
    {
        if (await StepMatter.Find(office, year, step, stop) is not { } matter)
            return Results.NotFound();
        var mailings = StepActs.Parse(act) is { } wanted ? (await matter.Foresee(ActEndpoints.Command(matter, wanted), stop)).Mailings
            : act == StepMatter.Foreseen && matter.Step.IsAhead ? (await matter.Foresee(stop)).Mailings
            : act == StepMatter.Departing ? await matter.Leave(stop) : [];
        if (index < 0 || index >= mailings.Count)
            return Results.NotFound();
        var mailing = mailings[index];
        return new LetterResult(await LetterPreview.Of(office, mailing, (await office.MailRoom.Members(mailing, stop))[0], stop), links: false);
    }
}
