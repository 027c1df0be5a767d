using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Links;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter;

/// <summary>How an article changes. Pure.</summary>
public static class ArticleRules
{
    public const int MaxTitle = 160;
    public const int MaxText = 8_000;
    public const int MaxLink = 1_000;
    public const int MaxLine = 200;
    public const int MaxReason = 500;
    public const int MaxOpening = 4_000;

    /// <summary>More than one reads; and an edition is written in one commit.</summary>
    public const int MostArticles = 60;

    /// <summary>Articles whose place changes at once: a commit has a hundred changes.</summary>
    private const int MostMoved = 90;

    /// <param name="command">Its texts as <see cref="TypedText"/> reads them.</param>
    public static Decision<Shelf> Decide(Shelf shelf, NewsletterSetting letter, ArticleCommand command) => command is ArticleCommand.Write write
        ? Written(shelf, letter, write)
        : shelf.Article(command.Article) is not { } article
            ? Refusal.Because(Why.Unknown, "Cet article a paru, ou n’existe plus. Revenez à la lettre.")
            : command switch
            {
                ArticleCommand.Edit edit => Edited(shelf, letter, article, edit),
                ArticleCommand.Approve approve => Approved(shelf, article, approve),
                ArticleCommand.SetAside aside => SetAside(shelf, article, aside),
                ArticleCommand.TakeUp => article.State == ArticleState.SetAside ? Accept(shelf, article with { State = ArticleState.Waiting, Reason = "" }) : Decision.Done<Shelf>(),
                ArticleCommand.MoveTo move => Moved(shelf, article, move),
                ArticleCommand.Raise => Raised(shelf, letter, article),
                _ => throw new System.Diagnostics.UnreachableException(),
            };

    /// <summary>Where an article of a kind stands unless it is moved.</summary>
    public static string SectionFor(NewsletterSetting letter, MatterKind kind) =>
        (letter.Sections.FirstOrDefault(section => section.Holds.Contains(kind)) ?? letter.Sections[0]).Id;

    private static Decision<Shelf> Written(Shelf shelf, NewsletterSetting letter, ArticleCommand.Write command)
    {
        if (shelf.Article(command.Article) is not null)
            return Decision.Done<Shelf>();
        if (Target(shelf, command.Edition) is { } gone)
            return gone;
        if (Check(letter, command.Words) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        if (shelf.Articles.Count(article => article.Edition == command.Edition && article.IsAlive) >= MostArticles)
            return Refusal.Because(Why.NotNow, $"Ce numéro a déjà {MostArticles} articles\u00A0: écartez-en, ou mettez celui-ci dans le suivant.");
        var words = command.Words;
        return Accept(shelf, new Article(command.Article, command.Edition, words.Kind, words.Section, words.Title, words.Text, words.Link, words.Day, words.Place, words.Author,
            words.Picture, [], "", Access.Coordination.Id, command.Now, ArticleState.Waiting, Edited: true));
    }

    private static Decision<Shelf> Edited(Shelf shelf, NewsletterSetting letter, Article article, ArticleCommand.Edit command)
    {
        var words = command.Words;
        var changed = article.Saying(article.IsAutomatic ? words with { Kind = article.Kind } : words);
        if (changed == article)
            return Decision.Done<Shelf>();
        if (command.Seen != article.Version)
            return Refusal.Because(Why.Changed, "Cet article a changé pendant que vous écriviez, par son auteur ou dans un autre onglet. Vos mots sont dans le formulaire\u00A0; relisez, puis enregistrez de nouveau.");
        if (Check(letter, words) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        var onlyMoved = changed with { Section = article.Section } == article;
        return Accept(shelf, onlyMoved ? changed : changed with
        {
            Version = article.Version + 1,
            Edited = true,
            Approved = null,
            State = article.State is ArticleState.SetAside or ArticleState.Waiting ? article.State : ArticleState.ToCorrect,
            Reason = article.State is ArticleState.Approved or ArticleState.InReview ? "Modifié depuis que le comité éditorial l’a reçu\u00A0: approuvez-le vous-même." : article.Reason,
        });
    }

    private static Decision<Shelf> Approved(Shelf shelf, Article article, ArticleCommand.Approve command)
    {
        if (article.State == ArticleState.Approved)
            return Decision.Done<Shelf>();
        if (command.Seen != article.Version)
            return Refusal.Because(Why.Changed, "Cet article a changé depuis que cette page est ouverte. Relisez-le, puis approuvez-le.");
        return Accept(shelf, article with { State = ArticleState.Approved, Approved = new ArticleApproval(ApprovedBy.Coordination, command.Now), Reason = "" });
    }

    private static Decision<Shelf> SetAside(Shelf shelf, Article article, ArticleCommand.SetAside command) => command.Reason.Length > MaxReason
        ? Refusal.Invalid(new FieldError("raison", $"Gardez {MaxReason} caractères au plus."))
        : article.State == ArticleState.SetAside && article.Reason == command.Reason ? Decision.Done<Shelf>()
        : Accept(shelf, article with { State = ArticleState.SetAside, Approved = null, Reason = command.Reason });

    private static Decision<Shelf> Moved(Shelf shelf, Article article, ArticleCommand.MoveTo command)
    {
        if (article.Edition == command.Edition)
            return Decision.Done<Shelf>();
        if (article.IsAutomatic)
            return Refusal.Because(Why.NotNow, "Cette liste se fait d’elle-même pour chaque numéro\u00A0: écartez-la, ou laissez-la.");
        return Target(shelf, command.Edition) is { } gone ? gone : Accept(shelf, article with { Edition = command.Edition });
    }

    private static Decision<Shelf> Raised(Shelf shelf, NewsletterSetting letter, Article article)
    {
        var beside = shelf.Of(article.Edition, letter).Where(other => other.Section == article.Section && other.IsAlive).ToList();
        var place = beside.IndexOf(article);
        if (place <= 0)
            return Decision.Done<Shelf>();
        (beside[place - 1], beside[place]) = (beside[place], beside[place - 1]);
        var moved = beside.Index().Where(one => one.Item.Order != one.Index).Select(one => one.Item with { Order = one.Index }).ToList();
        return moved.Count > MostMoved
            ? Refusal.Because(Why.NotNow, "Trop d’articles attendent dans cette rubrique pour être rangés. Mettez dans un numéro ceux qui doivent paraître, puis rangez-les là.")
            : Decision.Accept(shelf.With(moved));
    }

    private static Refusal? Target(Shelf shelf, string edition) => edition.Length == 0 || shelf.Find(edition) is { IsAhead: true } ? null
        : Refusal.Because(Why.NotNow, "Ce numéro est parti, ou n’existe plus\u00A0: choisissez-en un autre.");

    private static Decision<Shelf> Accept(Shelf shelf, Article article) => Decision.Accept(shelf.With([article]));

    /// <summary>Field names are those of the cockpit's form.</summary>
    internal static IReadOnlyList<FieldError> Check(NewsletterSetting letter, ArticleWords words)
    {
        List<FieldError> errors = [];
        if (words.Title.Length is 0 or > MaxTitle)
            errors.Add(new FieldError("titre", words.Title.Length == 0 ? "Donnez un titre." : $"Gardez {MaxTitle} caractères au plus."));
        if (words.Text.Length > MaxText)
            errors.Add(new FieldError("texte", $"Ce texte compte {Numbers.Count(words.Text.Length, "caractère", "caractères")}\u00A0: gardez-en {Numbers.Digits(MaxText)} au plus."));
        if (words.Link.Length > MaxLink || (words.Link.Length > 0 && !WebAddress.IsOne(words.Link)))
            errors.Add(new FieldError("lien", "Cette adresse n’est pas comprise. Écrivez par exemple https://www.exemple.fr/page."));
        if (words.Place.Length > MaxLine)
            errors.Add(new FieldError("lieu", $"Gardez {MaxLine} caractères au plus."));
        if (words.Author.Length > MaxLine)
            errors.Add(new FieldError("source", $"Gardez {MaxLine} caractères au plus."));
        // It would be approved by silence with nothing to show.
        if (words is { Kind: MatterKind.Picture, Picture: null })
            errors.Add(new FieldError("sorte", "Une image ne paraît pas sans son image\u00A0: choisissez une autre sorte, ou faites-la envoyer par le formulaire des contributions."));
        if (letter.Sections.All(section => section.Id != words.Section))
            errors.Add(new FieldError("rubrique", "Choisissez une rubrique."));
        return errors;
    }
}
