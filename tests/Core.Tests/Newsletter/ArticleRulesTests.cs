using Almanach.Core.Engine;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Newsletter;

public class ArticleRulesTests
{
    private static readonly DateTimeOffset Now = new(2022, 3, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_article_written_twice_by_a_double_click_is_there_once()
    {
        var shelf = Accepted(Letters.Shelf(), new ArticleCommand.Write("redaction-1", Letters.Edition.Id, Letters.Words("Un titre"), Now));

        Assert.IsType<Decision<Shelf>.AlreadyDone>(ArticleRules.Decide(shelf, Letters.Setting, new ArticleCommand.Write("redaction-1", Letters.Edition.Id, Letters.Words("Un titre"), Now)));
        Assert.Equal("Un titre", Assert.Single(shelf.Articles).Title);
    }

    [Theory]
    [InlineData(ArticleState.Waiting, ArticleState.Waiting)] // nobody has read it yet
    [InlineData(ArticleState.InReview, ArticleState.ToCorrect)] // the editors read other words
    [InlineData(ArticleState.Approved, ArticleState.ToCorrect)] // they approved other words
    [InlineData(ArticleState.ToCorrect, ArticleState.ToCorrect)]
    [InlineData(ArticleState.SetAside, ArticleState.SetAside)]
    public void Changing_the_words_takes_an_approval_back(ArticleState before, ArticleState after)
    {
        var shelf = Letters.Shelf(Letters.Article("a", before));

        var changed = Accepted(shelf, new ArticleCommand.Edit("a", Letters.Words("Un autre titre"), 1, Now)).Article("a")!;

        Assert.Equal((after, 2, true, null), (changed.State, changed.Version, changed.Edited, changed.Approved));
    }

    [Fact]
    public void Moving_an_article_to_another_section_keeps_its_approval()
    {
        var shelf = Letters.Shelf(Letters.Article("a", ArticleState.Approved));

        var moved = Accepted(shelf, new ArticleCommand.Edit("a", Letters.Words("Titre a") with { Section = "a-lire" }, 1, Now)).Article("a")!;

        Assert.Equal(("a-lire", ArticleState.Approved, 1), (moved.Section, moved.State, moved.Version));
    }

    [Fact]
    public void Nobody_approves_or_overwrites_words_she_has_not_seen()
    {
        var shelf = Letters.Shelf(Letters.Article("a", ArticleState.Waiting) with { Version = 3 });

        Assert.Equal(Why.Changed, Refused(shelf, new ArticleCommand.Approve("a", 2, Now)).Why);
        Assert.Equal(Why.Changed, Refused(shelf, new ArticleCommand.Edit("a", Letters.Words("Autre"), 2, Now)).Why);
    }

    [Theory]
    [InlineData("", "", "", "titre")]
    [InlineData("Un titre", "javascript:alert(1)", "", "lien")]
    [InlineData("Un titre", "www.exemple.fr", "", "lien")]
    [InlineData("Un titre", "https://exemple.fr/a b", "", "lien")]
    [InlineData("Un titre", "https://claire:secret@exemple.fr", "", "lien")]
    [InlineData("Un titre", "http://localhost/page", "", "lien")]
    [InlineData("Un titre", "", "inconnue", "rubrique")]
    public void Bad_words_are_refused_at_their_field(string title, string link, string section, string field)
    {
        var words = Letters.Words(title) with { Link = link, Section = section.Length > 0 ? section : "membres" };

        Assert.Equal([field], Refused(Letters.Shelf(), new ArticleCommand.Write("redaction-1", Letters.Edition.Id, words, Now)).Fields.Select(error => error.Field));
    }

    [Fact]
    public void An_image_without_its_image_is_refused_and_would_not_be_approved_by_silence()
    {
        var words = Letters.Words("Une image") with { Kind = MatterKind.Picture };

        Assert.Equal(["sorte"], Refused(Letters.Shelf(), new ArticleCommand.Write("redaction-1", Letters.Edition.Id, words, Now)).Fields.Select(error => error.Field));
        Assert.Equal(["sorte"], Refused(Letters.Shelf(Letters.Article("a", ArticleState.Waiting)), new ArticleCommand.Edit("a", words, 1, Now)).Fields.Select(error => error.Field));
    }

    [Fact]
    public void Raising_an_article_puts_it_before_its_neighbour_in_its_section_only()
    {
        var shelf = Letters.Shelf(Letters.Article("a", ArticleState.Approved), Letters.Article("b", ArticleState.Approved) with { Section = "a-lire" }, Letters.Article("c", ArticleState.Approved));

        var raised = Accepted(shelf, new ArticleCommand.Raise("c", Now));

        Assert.Equal(["c", "a", "b"], raised.Of(Letters.Edition.Id, Letters.Setting).Select(article => article.Id));
        Assert.IsType<Decision<Shelf>.AlreadyDone>(ArticleRules.Decide(raised, Letters.Setting, new ArticleCommand.Raise("c", Now)));
    }

    [Fact]
    public void A_section_with_more_articles_than_one_commit_has_changes_is_refused_kindly()
    {
        var shelf = Letters.Shelf([.. Enumerable.Range(0, 120).Select(one => Letters.Article($"a{one:D3}", ArticleState.Waiting, ""))]);

        Assert.Equal(Why.NotNow, Refused(shelf, new ArticleCommand.Raise("a119", Now)).Why);
        Assert.Equal("a002", Accepted(shelf with { Articles = [.. shelf.Articles.Take(80)] }, new ArticleCommand.Raise("a002", Now)).Of("", Letters.Setting)[1].Id);
    }

    [Fact]
    public void An_article_set_aside_can_be_taken_up_and_one_left_waits_for_another_edition()
    {
        var shelf = Accepted(Letters.Shelf(Letters.Article("a", ArticleState.InReview)), new ArticleCommand.SetAside("a", "Hors sujet", Now));
        Assert.Equal((ArticleState.SetAside, "Hors sujet"), (shelf.Article("a")!.State, shelf.Article("a")!.Reason));

        shelf = Accepted(shelf, new ArticleCommand.TakeUp("a", Now));
        shelf = Accepted(shelf, new ArticleCommand.MoveTo("a", "", Now));

        Assert.Equal("a", Assert.Single(shelf.Loose).Id);
        Assert.Equal(Why.NotNow, Refused(shelf, new ArticleCommand.MoveTo("a", "2022-lettre-9", Now)).Why);
    }

    [Fact]
    public void The_lists_of_the_platform_are_not_moved()
    {
        var shelf = Letters.Shelf(Letters.Article("a", ArticleState.Waiting) with { Kind = MatterKind.Meetings });

        Assert.Equal(Why.NotNow, Refused(shelf, new ArticleCommand.MoveTo("a", "", Now)).Why);
    }

    private static Shelf Accepted(Shelf shelf, ArticleCommand command) => Assert.IsType<Decision<Shelf>.Accepted>(ArticleRules.Decide(shelf, Letters.Setting, command)).State;

    private static Refusal Refused(Shelf shelf, ArticleCommand command) => Assert.IsType<Decision<Shelf>.Refused>(ArticleRules.Decide(shelf, Letters.Setting, command)).Refusal;
}
