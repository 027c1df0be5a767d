using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter;

/// <summary>Everything of one newsletter that is not frozen: its editions, and the articles that have not appeared.</summary>
/// <param name="Editions">Any order.</param>
/// <param name="Articles">Any order.</param>
public sealed record Shelf(IReadOnlyList<Edition> Editions, IReadOnlyList<Article> Articles)
{
    public Edition? Find(string edition) => Editions.FirstOrDefault(one => one.Id == edition);

    public Article? Article(string id) => Articles.FirstOrDefault(one => one.Id == id);

    /// <summary>What is meant for an edition, in the order in which it would be read.</summary>
    public IReadOnlyList<Article> Of(string edition, NewsletterSetting letter) => [.. Articles.Where(article => article.Edition == edition).OrderBy(article => PlaceOf(letter, article.Section))
        .ThenBy(article => article.Order).ThenBy(article => article.At).ThenBy(article => article.Id, StringComparer.Ordinal)];

    /// <summary>What is meant for no edition to come: it goes into the next that is prepared. What an edition left behind is among it.</summary>
    public IReadOnlyList<Article> Loose => [.. Articles.Where(article => article is { IsAlive: true, IsAutomatic: false } && (article.Edition.Length == 0 || Find(article.Edition) is not { IsAhead: true }))
        .OrderBy(article => article.At).ThenBy(article => article.Id, StringComparer.Ordinal)];

    public Shelf With(Edition changed) => this with { Editions = [.. Editions.Where(one => one.Id != changed.Id), changed] };

    public Shelf With(IEnumerable<Article> changed)
    {
        var all = Articles.ToDictionary(article => article.Id);
        foreach (var article in changed)
            all[article.Id] = article;
        return this with { Articles = [.. all.Values] };
    }

    public Shelf Without(IReadOnlySet<string> articles) => this with { Articles = [.. Articles.Where(article => !articles.Contains(article.Id))] };

    /// <summary>The last edition that was sent before an instant; null before the first.</summary>
    public Edition? LastSent(DateTimeOffset before) => Editions.Where(edition => edition.Sent < before && !edition.Special).MaxBy(edition => edition.Sent);

    private static int PlaceOf(NewsletterSetting letter, string section) =>
        letter.Sections.Index().Where(one => one.Item.Id == section).Select(one => one.Index).DefaultIfEmpty(letter.Sections.Count).First();
}
