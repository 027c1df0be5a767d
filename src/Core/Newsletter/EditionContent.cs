using System.Text.Json.Serialization;
using Almanach.Core.Consultations;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter;

/// <summary>An edition as it is read: in a mail, on its page, in the feed. Frozen in a file when it leaves.</summary>
/// <param name="Id">Of the edition.</param>
/// <param name="Opening">Paragraphs of the coordinator's words; may be none.</param>
/// <param name="Sections">Those that hold something, in their order.</param>
/// <param name="At">When it left, UTC.</param>
public sealed record EditionContent(string Id, string Newsletter, string Title, IReadOnlyList<string> Opening, IReadOnlyList<EditionSection> Sections, DateTimeOffset At)
{
    /// <summary>Address of its page, from the root.</summary>
    public string Path => PathOf(Id);

    public static string PathOf(string edition) => $"/lettres/{edition}";

    /// <summary>What it holds, told in a line: titles of its first stories.</summary>
    public string Summary => string.Join("\u202F; ", Sections.SelectMany(section => section.Stories).Select(story => story.Title).Take(4));

    /// <param name="organisations">Names, by id, of those that contributed.</param>
    public static EditionContent Of(Edition edition, NewsletterSetting letter, IReadOnlyList<Article> articles, IReadOnlyDictionary<string, string> organisations, DateTimeOffset at) => new(
        edition.Id, edition.Newsletter, edition.Title, Paragraphs(edition.Opening),
        [.. letter.Sections.Select(section => new EditionSection(section.Id, section.Title,
            [.. articles.Where(article => article.Section == section.Id).Select(article => Told(article, organisations))])).Where(section => section.Stories.Count > 0)], at);

    /// <summary>One article as it is read.</summary>
    public static Story Told(Article article, IReadOnlyDictionary<string, string> organisations) => new(
        article.Id, article.Title, Paragraphs(article.Text), Facts(article), article.Link, article.Picture, article.Items,
        article.Organisation.Length > 0 ? organisations.GetValueOrDefault(article.Organisation, "") : "");

    private static IReadOnlyList<string> Facts(Article article) =>
    [
        .. article.Author.Length > 0 ? [article.Author] : Array.Empty<string>(),
        .. (article.Day, article.Place) switch
        {
            ({ } day, { Length: > 0 } place) => [$"{Capitals.First(FrenchDates.Day(day))}, {place}"],
            ({ } day, _) => [Capitals.First(FrenchDates.Day(day))],
            (null, { Length: > 0 } place) => [place],
            _ => Array.Empty<string>(),
        },
    ];

    /// <summary>Paragraphs are parted by empty lines; lines within one are joined.</summary>
    internal static IReadOnlyList<string> Paragraphs(string text) =>
        [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(paragraph => string.Join(' ', paragraph.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
            .Where(paragraph => paragraph.Length > 0)];
}

public sealed record EditionSection(string Id, string Title, IReadOnlyList<Story> Stories);

/// <param name="Facts">When, where, of whom: a line each.</param>
/// <param name="Link">« En savoir plus »; may be empty.</param>
/// <param name="From">Name of the organisation that contributed it; empty for the platform.</param>
/// <param name="IsCut">It goes on on the page.</param>
public sealed record Story(
    string Id, string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Facts, string Link, ContributedPicture? Picture, IReadOnlyList<ArticleItem> Items, string From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsCut = false)
{
    /// <summary>Characters of an article that stand in the mail: some programs cut long ones off (Gmail at 102 kB).</summary>
    private const int Excerpt = 900;

    /// <summary>As the mail shows it: long articles go on on the page.</summary>
    public Story Shortened()
    {
        List<string> kept = [];
        var length = 0;
        foreach (var paragraph in Paragraphs)
        {
            if (length > 0 && length + paragraph.Length > Excerpt)
                return this with { Paragraphs = kept, IsCut = true };
            if (paragraph.Length > Excerpt)
                return this with { Paragraphs = [.. kept, $"{paragraph[..(paragraph.LastIndexOf(' ', Excerpt) is > 0 and var space ? space : Excerpt)]}…"], IsCut = true };
            kept.Add(paragraph);
            length += paragraph.Length;
        }
        return this;
    }
}
