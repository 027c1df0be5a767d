using Almanach.Core.Consultations;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Newsletter;

/// <summary>An edition, articles and answers to make rules judge.</summary>
internal static class Letters
{
    public static NewsletterSetting Setting { get; } = TestOffice.Pfoss().Newsletter("lettre");

    public static Edition Edition { get; } = new("2022-lettre-2", 2022, "lettre-2", "lettre", "Lettre d’informations, avril 2022", false, EditionState.Planned, "");

    public static Shelf Shelf(params Article[] articles) => new([Edition], articles);

    public static Article Article(string id, ArticleState state, string edition = "2022-lettre-2") => new(
        id, edition, MatterKind.Article, "membres", $"Titre {id}", "", "", null, "", "", null, [], "insee", "c0012", new DateTimeOffset(2022, 3, 16, 9, 0, 0, TimeSpan.Zero), state,
        Submitted: state == ArticleState.InReview ? 1 : 0);

    public static ArticleWords Words(string title) => new(MatterKind.Article, "membres", title, "", "", null, "", "");

    public static Contribution Contribution(string id, string title) => new(
        id, ContributionKind.Article, title, "", "", null, "", "", null, "c0012", new DateTimeOffset(2022, 3, 16, 9, 0, 0, TimeSpan.Zero));

    /// <param name="said">By place of the article: empty approves, words ask for a correction.</param>
    public static Answer Opinion(string by, params (int Place, string Correction)[] said) => new(by, 1, by, Channel.Page, new DateTimeOffset(2022, 3, 29, 9, 0, 0, TimeSpan.Zero), false, false,
        said.SelectMany(one => new Dictionary<string, AnswerValue>
        {
            [EditionReview.Opinion(one.Place)] = new AnswerValue.Choice(one.Correction.Length == 0 ? EditionReview.Approve : EditionReview.Correct),
            [EditionReview.Correction(one.Place)] = new AnswerValue.Text(one.Correction),
        }).ToDictionary());
}
