using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail.Pausing;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Messages;

namespace Almanach.Web.Cockpit.Newsletter;

/// <summary>How editions and articles are told to the coordinator.</summary>
internal static class EditionWords
{
    public static string State(EditionInPlan one, Setting setting, DateTimeOffset now) => one.Edition.State switch
    {
        EditionState.Planned => EditionTimes.CallLeaves(one.Step, one.Work, setting.Zone) is { } calls && calls <= now ? "contributions ouvertes" : "à venir",
        EditionState.Reviewing => "en relecture",
        EditionState.Ready => "prêt à partir",
        EditionState.Sent => "paru",
        EditionState.Held => "retenu",
        EditionState.GivenUp => "abandonné",
    };

    /// <summary>What will happen to it by itself, and when.</summary>
    public static string Prospect(EditionInPlan one, Setting setting)
    {
        if (one.Edition.State == EditionState.Held)
            return "Sa date est passée sans qu’aucun article soit approuvé\u00A0: rien n’est parti. À vous de l’envoyer, ou d’y renoncer.";
        var zone = setting.Zone;
        List<string> steps = [];
        if (one.Edition.State == EditionState.Planned && EditionTimes.CallLeaves(one.Step, one.Work, zone) is { } calls)
            steps.Add($"contributions demandées le {FrenchDates.ShortDay(zone.DayOf(calls))}");
        if (one.Edition.Prepared is null && (one.Letter.Editors is null ? EditionTimes.Reviews(one.Step, one.Work, zone) : EditionTimes.ReviewLeaves(one.Step, one.Work, zone)) is { } reviews)
            steps.Add($"{(one.Letter.Editors is null ? "articles réunis" : "relecture ouverte")} le {FrenchDates.ShortDay(zone.DayOf(reviews))}");
        if (one.Edition is { State: EditionState.Reviewing, Until: { } until })
            steps.Add($"relecture jusqu’au {FrenchDates.ShortDay(zone.DayOf(until.AddTicks(-1)))}");
        steps.Add($"envoi le {FrenchDates.DayAt(zone.LocalOf(one.Step.Starts))}");
        return Capitals.First(string.Join(", ", steps)) + ".";
    }

    /// <summary>To how many an edition was sent, as the page of its message says it: its list may hold addresses that get nothing.</summary>
    public static async Task<string> Departure(Office office, Edition edition, CancellationToken stop)
    {
        var key = Edition.MailOf(edition.Id);
        return await office.MailRoom.Find(key, stop) switch
        {
            null => "L’envoi commence dans un instant.",
            { CancelledAt: not null } => "L’envoi a été annulé\u00A0: personne ne l’a reçu.",
            var state => Outcomes.Summary(state.Mailing.Audience.Count, await office.MailRoom.Outcomes(key, stop), await office.Pauses.Control(key, stop) is { State: SendingState.Paused }),
        };
    }

    public static string Count(IReadOnlyList<Article> articles)
    {
        var alive = articles.Where(article => article.IsAlive).ToList();
        var approved = alive.Count(article => article.State == ArticleState.Approved);
        return alive.Count == 0 ? "Aucun article pour le moment." : $"{Capitals.First(Numbers.Count(alive.Count, "article", "articles"))}, dont {(approved == 0 ? "aucun approuvé" : Numbers.Count(approved, "approuvé", "approuvés"))}.";
    }

    public static string State(Article article) => article.State switch
    {
        ArticleState.Waiting => "reçu",
        ArticleState.InReview => "en relecture",
        ArticleState.Approved => article.Approved?.By switch
        {
            ApprovedBy.Editors => "approuvé par le comité",
            ApprovedBy.Silence => "approuvé, sans objection",
            _ => "approuvé par vous",
        },
        ArticleState.ToCorrect => "à corriger",
        ArticleState.SetAside => "écarté",
    };

    public static string Kind(MatterKind kind) => kind switch
    {
        MatterKind.Article => "Article",
        MatterKind.Link => "Lien",
        MatterKind.Event => "Événement",
        MatterKind.Publication => "Publication",
        MatterKind.Picture => "Image",
        MatterKind.Documents => "Documents de la plate-forme",
        MatterKind.Meetings => "Rencontres",
        MatterKind.Programme => "Programme de travail",
        MatterKind.Catalogue => "Catalogue",
    };

    /// <summary>What people write; the rest the platform makes by itself.</summary>
    public static IReadOnlyList<MatterKind> Written { get; } = [MatterKind.Article, MatterKind.Link, MatterKind.Event, MatterKind.Publication, MatterKind.Picture];
}
