using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.French;
using Almanach.Core.Library;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Newsletter.Automatic;

/// <summary>What the platform knows by itself and tells in an edition: lists, made anew until it leaves. Pure.</summary>
public static class EditionFacts
{
    /// <summary>Meetings of the three months to come are told.</summary>
    private const int DaysAhead = 100;

    /// <summary>Longer lists are on the pages.</summary>
    private const int Most = 12;

    private const int MaxDetail = 240;

    /// <summary>Documents that came out, the last first; what the network alone may read is found in the members' area.</summary>
    public static IReadOnlyList<ArticleItem> Documents(IEnumerable<LibraryNews> documents) =>
        [.. documents.Take(Most).Select(document => new ArticleItem(document.Title, $"paru le {FrenchDates.Day(document.Date)}{(document.Internal ? ", dans l’espace des membres" : "")}", document.Address))];

    /// <summary>What the catalogue has now that it had not: a bibliographic watch, the last first.</summary>
    public static IReadOnlyList<ArticleItem> Catalogue(IReadOnlyList<CatalogueNews> added) =>
        [.. added.Reverse().Take(Most).Select(entry => new ArticleItem(entry.Title, string.Join(", ", new[] { entry.Producer, entry.Year }.Where(part => part.Length > 0)), entry.Address))];

    /// <summary>Meetings open to the whole network, soonest first.</summary>
    /// <param name="open">Steps (« 2022-journee-1 ») to which one can register.</param>
    public static IReadOnlyList<ArticleItem> Meetings(IEnumerable<YearPlan> plans, IReadOnlySet<string> open, DateTimeOffset now, PlatformZone zone) =>
        [.. plans.SelectMany(plan => plan.Steps.Select(step => (Id: $"{plan.Year}-{step.Id}", Step: step)))
            .Where(one => one.Step is { IsAhead: true, Work: StepWork.Meet { Body: null } } && one.Step.Starts > now && one.Step.Starts < now.AddDays(DaysAhead))
            .OrderBy(one => one.Step.Starts).ThenBy(one => one.Id, StringComparer.Ordinal).Take(Most)
            .Select(one => new ArticleItem(one.Step.Title, When(one.Step, zone), open.Contains(one.Id) ? $"/rencontres/{one.Id}" : ""))];

    private static string When(Step step, PlatformZone zone) =>
        $"{FrenchDates.DayAt(zone.LocalOf(step.Starts))}{(Presence.Where((StepWork.Meet)step.Work) is { Length: > 0 } where ? $", {where}" : "")}";

    /// <summary>Actions of whose progress something was reported since an instant, the latest word of each.</summary>
    public static IReadOnlyList<ArticleItem> Programme(IEnumerable<ProgrammeAction> actions, IReadOnlySet<int> published, DateTimeOffset since, DateTimeOffset now) =>
        [.. actions.Select(action => (Action: action, Note: action.Progress.LastOrDefault(note => note.At >= since && note.At < now && note.Text.Length > 0)))
            .Where(one => one.Note is not null && published.Contains(one.Action.Year))
            .OrderByDescending(one => one.Note!.At).ThenBy(one => one.Action.Id, StringComparer.Ordinal).Take(Most)
            .Select(one => new ArticleItem(one.Action.Title, Short(one.Note!.Text), $"/programme/{one.Action.Year}"))];

    private static string Short(string text) => text.Length <= MaxDetail ? text : $"{text[..(text.LastIndexOf(' ', MaxDetail) is > 0 and var space ? space : MaxDetail)]}…";

    /// <summary>The articles that have something to say.</summary>
    public static IReadOnlyList<Article> Articles(Edition edition, NewsletterSetting letter, IReadOnlyDictionary<MatterKind, IReadOnlyList<ArticleItem>> facts, DateTimeOffset now) =>
        [.. facts.Where(fact => fact.Value.Count > 0 && letter.Sections.Any(section => section.Holds.Contains(fact.Key))).Select(fact => new Article(
            $"{edition.Id}-{Slug(fact.Key)}", edition.Id, fact.Key, ArticleRules.SectionFor(letter, fact.Key), Title(fact.Key), "", "", null, "", "", null, fact.Value,
            "", "", now, ArticleState.Waiting))];

    private static string Slug(MatterKind kind) => kind switch
    {
        MatterKind.Documents => "documents",
        MatterKind.Meetings => "rencontres",
        MatterKind.Programme => "programme",
        MatterKind.Catalogue => "catalogue",
        MatterKind.Article or MatterKind.Link or MatterKind.Event or MatterKind.Publication or MatterKind.Picture => throw new ArgumentException($"{kind} is written by people.", nameof(kind)),
    };

    private static string Title(MatterKind kind) => kind switch
    {
        MatterKind.Documents => "Documents parus",
        MatterKind.Meetings => "Les prochaines rencontres",
        MatterKind.Programme => "Le programme de travail avance",
        MatterKind.Catalogue => "Nouveau au catalogue",
        MatterKind.Article or MatterKind.Link or MatterKind.Event or MatterKind.Publication or MatterKind.Picture => throw new ArgumentException($"{kind} is written by people.", nameof(kind)),
    };
}
