using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Library;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Newsletter.Automatic;

/// <summary>Gathers from the other rooms what the platform knows by itself: documents, meetings, the programme, the catalogue.</summary>
public sealed class FactsDesk(Setting setting, CycleDesk cycle, ProgrammeDesk programme, RegistrationDesk registrations, LibraryDesk library, CatalogueDesk catalogue)
{
    /// <summary>Without an edition before it, it tells of so many days.</summary>
    private const int UsualDays = 92;

    /// <summary>What is new since the edition before. A special edition has its subject, and tells nothing by itself: the next regular one does.</summary>
    public async Task<IReadOnlyList<Article>> For(EditionInPlan one, DateTimeOffset now, CancellationToken stop = default)
    {
        if (one.Edition.Special)
            return [];
        var since = one.Shelf.LastSent(now)?.Sent ?? now.AddDays(-UsualDays);
        List<YearPlan> plans = [];
        List<ProgrammeAction> actions = [];
        foreach (var year in new[] { one.Edition.Year - 1, one.Edition.Year, one.Edition.Year + 1 })
            if (await cycle.Find(year, stop) is { } plan)
            {
                plans.Add(plan);
                actions.AddRange(await programme.Load(year, stop));
            }
        HashSet<string> open = [];
        foreach (var plan in plans)
            foreach (var step in plan.Steps.Where(step => step is { IsAhead: true, Work: StepWork.Meet { Body: null } }))
                if (await registrations.TakesMore($"{plan.Year}-{step.Id}", now, stop))
                    open.Add($"{plan.Year}-{step.Id}");
        var published = (await library.Public(stop)).Where(item => item.Kind == LibraryKind.Programme).Select(item => item.Drawn?.Year ?? item.Day.Year).ToHashSet();
        return EditionFacts.Articles(one.Edition, one.Letter, new Dictionary<MatterKind, IReadOnlyList<ArticleItem>>
        {
            [MatterKind.Documents] = EditionFacts.Documents(await library.News(since, now, stop)),
            [MatterKind.Meetings] = EditionFacts.Meetings(plans, open, now, setting.Zone),
            [MatterKind.Programme] = EditionFacts.Programme(actions, published, since, now),
            [MatterKind.Catalogue] = EditionFacts.Catalogue(await catalogue.Added(since, now, stop)),
        }, now);
    }
}
