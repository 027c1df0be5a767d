using System.Globalization;
using Almanach.Core.Engine;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Newsletter;

/// <summary>Articles: written, changed, approved, set aside, moved.</summary>
internal static class ArticleEndpoints
{
    /// <summary>Stands in the address of an article that is not written yet.</summary>
    public const string New = "nouveau";

    public static async Task<IResult> Act(HttpContext context, string edition, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        if (await room.Office.Newsletters.Find(edition, stop) is not { } one)
            return Results.NotFound();
        var refusal = ArticleActs.Command(form, edition, room.Now) is { } command
            ? await room.Office.Newsletters.Apply(one.Letter, command, Room.Actor, stop)
            : Refusal.Because(Why.Invalid, "Choisissez ce qu’il faut faire de l’article.");
        return refusal is null ? EditionEndpoints.Done(edition, "acte") : await EditionEndpoints.Show(room, edition, null, refusal, stop);
    }

    public static Task<IResult> Form(HttpContext context, string edition, string article, CancellationToken stop) => Show(Room.Of(context), edition, article, null, null, stop);

    public static async Task<IResult> Save(HttpContext context, string edition, string article, CancellationToken stop)
    {
        var room = Room.Of(context);
        var words = TypedArticle.Of(await context.Request.ReadFormAsync(stop));
        if (await room.Office.Newsletters.Find(edition, stop) is not { } one)
            return Results.NotFound();
        var known = one.Shelf.Article(article);
        var refusal = words.Problem() is { } problem ? problem
            : article == New ? await room.Office.Newsletters.Apply(one.Letter, new ArticleCommand.Write(words.Id, edition, words.Words(null), room.Now), Room.Actor, stop)
            : await room.Office.Newsletters.Apply(one.Letter, new ArticleCommand.Edit(article, words.Words(known), words.Version, room.Now), Room.Actor, stop);
        return refusal is null ? EditionEndpoints.Done(edition, "article") : await Show(room, edition, article, words, refusal, stop);
    }

    private static async Task<IResult> Show(Room room, string edition, string article, TypedArticle? typed, Refusal? refusal, CancellationToken stop)
    {
        if (await room.Office.Newsletters.Find(edition, stop) is not { } one)
            return Results.NotFound();
        var known = article == New ? null : one.Shelf.Article(article);
        if (article != New && known is null)
            return Results.NotFound();
        return await Answers.Page<ArticlePage>(room, new ArticleView(one, known,
            typed is null ? known is null ? TypedArticle.Blank(one, $"redaction-{Guid.CreateVersion7():N}") : TypedArticle.Of(known) : known is null ? typed : typed with { Version = known.Version }, refusal), refusal);
    }
}

/// <param name="Article">Null for one that is not written yet.</param>
public sealed record ArticleView(EditionInPlan One, Article? Article, TypedArticle Typed, Refusal? Refusal)
{
    public string Address => Addresses.Edition(One.Edition.Id);
}

/// <summary>An article as its form holds it.</summary>
/// <param name="Id">Of a new one: a double click writes one.</param>
/// <param name="Day">As typed.</param>
/// <param name="Version">That was changed.</param>
public sealed record TypedArticle(string Id, string Kind, string Section, string Title, string Text, string Link, string Day, string Place, string Author, int Version, bool WithPicture)
{
    public static TypedArticle Blank(EditionInPlan one, string id) => new(id, nameof(MatterKind.Article), one.Letter.Sections[0].Id, "", "", "", "", "", "", 0, false);

    public static TypedArticle Of(Article article) => new(article.Id, $"{article.Kind}", article.Section, article.Title, article.Text, article.Link,
        article.Day is { } day ? $"{day:dd/MM/yyyy}" : "", article.Place, article.Author, article.Version, article.Picture is not null);

    public static TypedArticle Of(IFormCollection form) => new(
        form.Text("id"), form.Text("sorte"), form.Text("rubrique"), form.Text("titre"), form.Text("texte"), form.Text("lien"), form.Text("jour"), form.Text("lieu"), form.Text("source"),
        int.TryParse(form.Text("vu"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0, form.Ticked("image"));

    public Refusal? Problem() => Day.Length > 0 && TypedTime.Day(Day) is null ? Refusal.Invalid(new FieldError("jour", TypedTime.Unread(Day, "Écrivez par exemple 14/06/2022.")))
        : !(Id.StartsWith("redaction-", StringComparison.Ordinal) && Id.Length <= 60 && Id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) && Version == 0
            ? Refusal.Because(Why.Invalid, "Ce formulaire n’est pas complet. Rouvrez la page, puis écrivez de nouveau.")
        : null;

    /// <param name="known">Its picture stays unless it is taken off.</param>
    public ArticleWords Words(Article? known) => new(
        Posted.Named<MatterKind>(Kind) is { } kind && EditionWords.Written.Contains(kind) ? kind : MatterKind.Article, Section, Title, Text, Link, TypedTime.Day(Day), Place, Author,
        WithPicture ? known?.Picture : null);
}
