using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Newsletter;

/// <summary>Newsletters: the editions to come, their articles, what was sent.</summary>
internal static class NewsletterEndpoints
{
    public static void MapNewsletters(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/lettres", Show);
        cockpit.MapPage("/lettres/speciale/{newsletter}", SpecialEndpoints.Form);
        cockpit.MapForm("/lettres/speciale/{newsletter}", SpecialEndpoints.Add);
        cockpit.MapPage("/lettres/{edition}", EditionEndpoints.One);
        cockpit.MapForm("/lettres/{edition}/ouverture", EditionEndpoints.Open);
        cockpit.MapForm("/lettres/{edition}/acte", ArticleEndpoints.Act);
        cockpit.MapPage("/lettres/{edition}/apercu", EditionEndpoints.Preview);
        cockpit.MapPage("/lettres/{edition}/apercu/lettre", EditionEndpoints.Letter);
        cockpit.MapForm("/lettres/{edition}/epreuve", EditionEndpoints.Prove);
        cockpit.MapForm("/lettres/{edition}/envoyer", EditionEndpoints.Send);
        cockpit.MapForm("/lettres/{edition}/abandon", EditionEndpoints.GiveUp);
        cockpit.MapPage("/lettres/{edition}/articles/{article}", ArticleEndpoints.Form);
        cockpit.MapForm("/lettres/{edition}/articles/{article}", ArticleEndpoints.Save);
    }

    private static async Task<IResult> Show(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (room.Setting.Platform.Newsletters.Count == 0)
            return Results.NotFound();
        var years = await room.Office.Opening.Years(stop);
        List<LetterView> letters = [];
        foreach (var letter in room.Setting.Platform.Newsletters)
        {
            var editions = await room.Office.Newsletters.All(letter, years, stop);
            Dictionary<string, string> departures = [];
            foreach (var sent in editions.Where(one => one.Edition.State == EditionState.Sent))
                departures[sent.Edition.Id] = await EditionWords.Departure(room.Office, sent.Edition, stop);
            letters.Add(new LetterView(letter, editions, departures, (await room.Office.Newsletters.Load(letter.Id, stop)).Loose.Count));
        }
        return await Answers.Page<LettersPage>(room, letters);
    }
}

/// <param name="Departures">By id of an edition that was sent, to how many.</param>
/// <param name="Loose">Articles that are meant for no edition to come.</param>
public sealed record LetterView(NewsletterSetting Letter, IReadOnlyList<EditionInPlan> Editions, IReadOnlyDictionary<string, string> Departures, int Loose)
{
    public IReadOnlyList<EditionInPlan> Ahead => [.. Editions.Where(one => one.Edition.IsAhead && !one.Step.IsBehind || one.Edition.State == EditionState.Held)];

    public IReadOnlyList<EditionInPlan> Sent => [.. Editions.Where(one => one.Edition.State == EditionState.Sent).Reverse()];
}
