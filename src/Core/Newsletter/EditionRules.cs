using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter;

/// <summary>How an edition comes about: what is received, shown to the editors, approved, and leaves. Pure.</summary>
public static class EditionRules
{
    /// <summary>Rows dropped when an edition leaves: a commit has a hundred changes.</summary>
    private const int MostGone = 90;

    /// <summary>Why an article was set aside that its author took back: only her may bring it again.</summary>
    private const string TakenBack = "Retiré par son auteur.";

    /// <summary>
    /// What an organisation contributes, as its answer stands now. What the coordinator has changed keeps her words; what its
    /// author changes or takes back after the editors were asked waits for the coordinator. What has appeared, or was set aside
    /// before its edition left, is settled: a late answer that brings it again adds nothing.
    /// </summary>
    /// <param name="edition">Id of the edition it was called for; empty where that one is with the editors already.</param>
    /// <param name="consultation">Id of the call: what it brought before and does not any more was taken back.</param>
    public static Shelf Received(Shelf shelf, NewsletterSetting letter, string edition, string consultation, string organisation, IReadOnlyList<Contribution> contributions)
    {
        var settled = shelf.Editions.SelectMany(one => (one.Published ?? []).Select(article => article.Id).Concat(one.SetAside ?? [])).ToHashSet();
        var changed = contributions.Where(contribution => !settled.Contains(contribution.Id)).Select(contribution => shelf.Article(contribution.Id) is { } known ? Again(known, contribution) : New(letter, edition, organisation, contribution)).ToList();
        var kept = contributions.Select(contribution => contribution.Id).ToHashSet();
        var gone = shelf.Articles.Where(article => article.Organisation == organisation && IsOf(article, consultation) && !kept.Contains(article.Id) && article is { IsAlive: true, Edited: false })
            .Select(article => article with { State = ArticleState.SetAside, Approved = null, Reason = TakenBack });
        return shelf.With([.. changed, .. gone]);
    }

    private static bool IsOf(Article article, string consultation) => article.Id.Contains($"-{consultation}-", StringComparison.Ordinal);

    private static Article New(NewsletterSetting letter, string edition, string organisation, Contribution contribution)
    {
        var kind = Kind(contribution.Kind);
        return new Article(contribution.Id, edition, kind, ArticleRules.SectionFor(letter, kind), contribution.Title, contribution.Text, contribution.Link, contribution.Day,
            contribution.Place, contribution.Author, contribution.Picture, [], organisation, contribution.By, contribution.At, ArticleState.Waiting);
    }

    private static Article Again(Article known, Contribution contribution)
    {
        var says = known.Saying(new ArticleWords(Kind(contribution.Kind), known.Section, contribution.Title, contribution.Text, contribution.Link, contribution.Day,
            contribution.Place, contribution.Author, contribution.Picture));
        if (known.Edited || says == known)
            return known.State == ArticleState.SetAside && known.Reason == TakenBack ? known with { State = ArticleState.Waiting, Reason = "" } : known;
        return says with
        {
            Version = known.Version + 1,
            Approved = null,
            State = known.State is ArticleState.InReview or ArticleState.Approved or ArticleState.ToCorrect ? ArticleState.ToCorrect : ArticleState.Waiting,
            Reason = known.State is ArticleState.InReview or ArticleState.Approved or ArticleState.ToCorrect ? "Modifié par son auteur depuis l’envoi au comité éditorial\u00A0: relisez-le, puis approuvez-le." : "",
        };
    }

    private static MatterKind Kind(ContributionKind kind) => kind switch
    {
        ContributionKind.Article => MatterKind.Article,
        ContributionKind.Link => MatterKind.Link,
        ContributionKind.Event => MatterKind.Event,
        ContributionKind.Publication => MatterKind.Publication,
        ContributionKind.Picture => MatterKind.Picture,
    };

    /// <summary>Gathers what an edition is made of and puts it to the editors; done once.</summary>
    /// <param name="automatic">What the platform knows by itself.</param>
    /// <param name="until">When silence approves; null where there are no editors.</param>
    public static Decision<Shelf> Prepare(Shelf shelf, NewsletterSetting letter, Edition edition, IReadOnlyList<Article> automatic, DateTimeOffset? until, DateTimeOffset now)
    {
        if (edition.State is not (EditionState.Planned or EditionState.Held) || edition.Prepared is not null)
            return Decision.Done<Shelf>();
        var loose = edition.Special ? [] : shelf.Loose.Take(Math.Max(0, ArticleRules.MostArticles - shelf.Articles.Count(article => article.Edition == edition.Id)))
            .Select(article => article with { Edition = edition.Id, State = article.State == ArticleState.Approved ? ArticleState.Approved : ArticleState.Waiting });
        var gathered = shelf.With([.. loose, .. automatic.Where(article => shelf.Article(article.Id) is null)]);
        var asked = gathered.Of(edition.Id, letter).Where(article => article.State is ArticleState.Waiting or ArticleState.ToCorrect).Take(ArticleRules.MostArticles)
            .Select(article => until is null ? article : article with { State = ArticleState.InReview, Submitted = article.Version, Reason = "" }).ToList();
        return Decision.Accept(gathered.With(asked).With(edition with { State = until is null || asked.Count == 0 ? EditionState.Ready : EditionState.Reviewing, Prepared = now, Until = asked.Count == 0 ? null : until }));
    }

    /// <summary>The editors have had their time: what nobody wants changed is approved, unless it has changed since they were asked.</summary>
    /// <param name="submitted">What they were shown, in the order of the questions.</param>
    /// <param name="silence">Whether they had their time: then silence approves.</param>
    public static Decision<Shelf> Settle(Shelf shelf, Edition edition, IReadOnlyList<Article> submitted, IReadOnlyList<Answer> answers, bool silence, DateTimeOffset now)
    {
        if (edition.State != EditionState.Reviewing)
            return Decision.Done<Shelf>();
        var settled = submitted.Index().Select(one => (Article: shelf.Article(one.Item.Id), Said: EditionReview.Of(one.Index + 1, answers)))
            .Where(one => one.Article is { State: ArticleState.InReview } article && article.Submitted == article.Version)
            .Select(one => Settled(one.Article!, one.Said, silence, now));
        return Decision.Accept(shelf.With(settled).With(edition with { State = EditionState.Ready }));
    }

    private static Article Settled(Article article, Opinions said, bool silence, DateTimeOffset now) => said switch
    {
        { Changes: [var first, ..] } => article with
        {
            State = ArticleState.ToCorrect,
            Reason = said.Changes.Count == 1 ? $"Correction demandée\u00A0: {first.Text}"
                : $"{Numbers.Count(said.Changes.Count, "correction demandée", "corrections demandées")}\u00A0: {string.Join(" / ", said.Changes.Select(change => change.Text))}",
        },
        { Approving: > 0 } => article with { State = ArticleState.Approved, Approved = new ArticleApproval(ApprovedBy.Editors, now) },
        _ when silence => article with { State = ArticleState.Approved, Approved = new ArticleApproval(ApprovedBy.Silence, now) },
        _ => Unread(article),
    };

    private static Article Unread(Article article) =>
        article with { State = ArticleState.ToCorrect, Reason = "Le comité éditorial n’a pas eu le temps prévu pour le relire\u00A0: approuvez-le vous-même." };

    /// <summary>
    /// The edition leaves with what is approved; what is not waits for the next one. With nothing approved nothing leaves, and
    /// the edition waits for the coordinator. Sent already, nothing happens.
    /// </summary>
    /// <param name="fresh">Lists the platform makes, as they are now: they replace those approved that nobody edited.</param>
    public static Departure Leave(Shelf shelf, NewsletterSetting letter, Edition edition, IReadOnlyList<Article> fresh, int recipients, DateTimeOffset now)
    {
        if (!edition.IsAhead)
            return new Departure(shelf, [], [], false);
        var mine = shelf.Of(edition.Id, letter).Where(article => article.IsAlive).ToList();
        var approved = mine.Where(article => article.State == ArticleState.Approved).Take(ArticleRules.MostArticles)
            .Select(article => Refreshed(article, fresh)).OfType<Article>().ToList();
        if (approved.Count == 0)
            return new Departure(shelf.With(edition with { State = EditionState.Held }), [], mine, true);
        var gone = approved.Select(article => article.Id).Concat(shelf.Of(edition.Id, letter).Where(article => article.IsAutomatic || !article.IsAlive).Select(article => article.Id))
            .Distinct().Take(MostGone).ToHashSet();
        var sent = edition with
        {
            State = EditionState.Sent,
            Sent = now,
            Recipients = recipients,
            Published = [.. approved.Select(article => new PublishedArticle(article.Id, article.Title, article.Organisation))],
            SetAside = [.. shelf.Of(edition.Id, letter).Where(article => article is { IsAlive: false, IsAutomatic: false } && article.Reason != TakenBack).Select(article => article.Id)],
        };
        return new Departure(shelf.Without(gone).With(sent), approved, [.. mine.Where(article => !article.IsAutomatic && !gone.Contains(article.Id))], true);
    }

    /// <summary>Its day passed while nobody was there to send it: the coordinator decides.</summary>
    public static Departure Hold(Shelf shelf, NewsletterSetting letter, Edition edition) => edition.IsAhead && edition.State != EditionState.Held
        ? new Departure(shelf.With(edition with { State = EditionState.Held }), [], [.. shelf.Of(edition.Id, letter).Where(article => article.IsAlive)], true)
        : new Departure(shelf, [], [], false);

    /// <summary>A list nobody edited says what is true on the day it leaves; one with nothing left to say falls out.</summary>
    private static Article? Refreshed(Article article, IReadOnlyList<Article> fresh) => !article.IsAutomatic || article.Edited ? article
        : fresh.FirstOrDefault(one => one.Id == article.Id) is { } now ? article with { Items = now.Items } : null;

    /// <summary>It does not appear: its articles wait for the next one.</summary>
    public static Decision<Shelf> GiveUp(Shelf shelf, Edition edition) => !edition.IsAhead ? Decision.Done<Shelf>() : Decision.Accept(shelf.With(edition with { State = EditionState.GivenUp }));

    /// <summary>
    /// It appears after all: from its beginning on, or where its editors were. Asked once, they are not asked again: what they
    /// had no more time to read waits for the coordinator.
    /// </summary>
    public static Decision<Shelf> TakeUp(Shelf shelf, NewsletterSetting letter, Edition edition, DateTimeOffset now)
    {
        if (edition.State != EditionState.GivenUp)
            return Decision.Done<Shelf>();
        if (edition.Prepared is null)
            return Decision.Accept(shelf.With(edition with { State = EditionState.Planned }));
        if (edition.Until > now)
            return Decision.Accept(shelf.With(edition with { State = EditionState.Reviewing }));
        var unread = shelf.Of(edition.Id, letter).Where(article => article.State == ArticleState.InReview).Select(Unread);
        return Decision.Accept(shelf.With(unread).With(edition with { State = EditionState.Ready }));
    }
}

/// <param name="Shelf">As it is afterwards.</param>
/// <param name="Articles">What leaves, in the order in which it is read; empty where nothing does.</param>
/// <param name="Left">What was meant for it and stays.</param>
/// <param name="IsNew">False where the edition had left before.</param>
public sealed record Departure(Shelf Shelf, IReadOnlyList<Article> Articles, IReadOnlyList<Article> Left, bool IsNew);
