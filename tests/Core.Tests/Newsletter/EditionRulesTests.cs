using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Newsletter;

public class EditionRulesTests
{
    private const string Call = "2022-lettre-2-appel";

    private static readonly DateTimeOffset Now = new(2022, 3, 28, 7, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Until = new(2022, 4, 2, 22, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Contributions_become_articles_in_the_section_of_their_kind()
    {
        var shelf = Received(Letters.Shelf(), Letters.Contribution("insee-2022-lettre-2-appel-1-1", "Une étude") with { Kind = ContributionKind.Publication });

        var article = Assert.Single(shelf.Articles);
        Assert.Equal(("2022-lettre-2", MatterKind.Publication, "a-lire", ArticleState.Waiting, "insee"), (article.Edition, article.Kind, article.Section, article.State, article.Organisation));
    }

    [Fact]
    public void The_same_answer_received_twice_changes_nothing()
    {
        var once = Received(Letters.Shelf(), Letters.Contribution("insee-2022-lettre-2-appel-1-1", "Une étude"));
        var twice = EditionRules.Received(once, Letters.Setting, "2022-lettre-2", Call, "insee", [Letters.Contribution("insee-2022-lettre-2-appel-1-1", "Une étude")]);

        Assert.Same(once.Articles[0], twice.Articles[0]);
    }

    [Fact]
    public void What_its_author_takes_back_is_set_aside_and_what_others_wrote_stays()
    {
        var shelf = Letters.Shelf(Letters.Article("caf-2022-lettre-2-appel-1-1", ArticleState.Waiting) with { Organisation = "caf" }, Letters.Article("redaction-1", ArticleState.Waiting) with { Organisation = "" });
        shelf = Received(shelf, Letters.Contribution("insee-2022-lettre-2-appel-1-1", "Une étude"));

        shelf = Received(shelf);

        Assert.Equal(ArticleState.SetAside, shelf.Article("insee-2022-lettre-2-appel-1-1")!.State);
        Assert.Equal(2, shelf.Articles.Count(article => article.IsAlive));
    }

    [Fact]
    public void A_late_answer_does_not_bring_back_what_has_appeared()
    {
        var shelf = Received(Letters.Shelf(), Letters.Contribution("insee-2022-lettre-2-appel-1-1", "Une étude"));
        shelf = shelf.With([shelf.Articles[0] with { State = ArticleState.Approved }]);
        shelf = EditionRules.Leave(shelf, Letters.Setting, Letters.Edition, [], 41, Now).Shelf;

        shelf = Received(shelf, Letters.Contribution("insee-2022-lettre-2-appel-1-1", "Une étude, revue"), Letters.Contribution("insee-2022-lettre-2-appel-1-2", "Une autre"));

        Assert.Equal("insee-2022-lettre-2-appel-1-2", Assert.Single(shelf.Articles).Id);
    }

    [Fact]
    public void An_author_who_changes_an_article_the_editors_have_makes_it_wait_for_the_coordinator()
    {
        var shelf = Received(Letters.Shelf(), Letters.Contribution("insee-2022-lettre-2-appel-1-1", "Une étude"));
        shelf = Prepared(shelf).With([Prepared(shelf).Articles[0] with { State = ArticleState.Approved, Approved = new ArticleApproval(ApprovedBy.Editors, Now) }]);

        shelf = Received(shelf, Letters.Contribution("insee-2022-lettre-2-appel-1-1", "Une étude, revue"));

        Assert.Equal((ArticleState.ToCorrect, 2, null), (shelf.Articles[0].State, shelf.Articles[0].Version, shelf.Articles[0].Approved));
    }

    [Fact]
    public void What_the_coordinator_reworded_keeps_her_words()
    {
        var shelf = Received(Letters.Shelf(), Letters.Contribution("insee-2022-lettre-2-appel-1-1", "Une étude"));
        shelf = ((Decision<Shelf>.Accepted)ArticleRules.Decide(shelf, Letters.Setting, new ArticleCommand.Edit("insee-2022-lettre-2-appel-1-1", Letters.Words("Mieux dit"), 1, Now))).State;

        shelf = Received(shelf, Letters.Contribution("insee-2022-lettre-2-appel-1-1", "Une étude, revue"));

        Assert.Equal("Mieux dit", shelf.Articles[0].Title);
    }

    [Fact]
    public void Preparing_gathers_what_waits_and_puts_it_to_the_editors_once()
    {
        var shelf = Letters.Shelf(Letters.Article("a", ArticleState.Waiting), Letters.Article("left", ArticleState.ToCorrect, ""), Letters.Article("gone", ArticleState.SetAside), Letters.Article("old", ArticleState.Waiting, "2021-lettre-4"));

        var prepared = Prepared(shelf);

        Assert.Equal(["a", "left", "old"], prepared.Articles.Where(article => article is { State: ArticleState.InReview, Edition: "2022-lettre-2" }).Select(article => article.Id).Order());
        Assert.Equal((EditionState.Reviewing, Until), (prepared.Find("2022-lettre-2")!.State, prepared.Find("2022-lettre-2")!.Until));
        Assert.IsType<Decision<Shelf>.AlreadyDone>(EditionRules.Prepare(prepared, Letters.Setting, prepared.Find("2022-lettre-2")!, [], Until, Now));
    }

    [Fact]
    public void A_special_edition_takes_nothing_that_was_not_put_in_it()
    {
        var special = Letters.Edition with { Id = "2022-lettre-speciale", Special = true };
        var shelf = new Shelf([special], [Letters.Article("a", ArticleState.Waiting, "2022-lettre-speciale"), Letters.Article("left", ArticleState.Waiting, "")]);

        var prepared = ((Decision<Shelf>.Accepted)EditionRules.Prepare(shelf, Letters.Setting, special, [], Until, Now)).State;

        Assert.Equal("", prepared.Article("left")!.Edition);
    }

    [Fact]
    public void Without_articles_nobody_is_asked()
    {
        var prepared = Prepared(Letters.Shelf());

        Assert.Equal((EditionState.Ready, null), (prepared.Editions[0].State, prepared.Editions[0].Until));
    }

    public static TheoryData<string[], string[], bool, ArticleState, ApprovedBy?> Opinions() => new()
    {
        { [], [], true, ArticleState.Approved, ApprovedBy.Silence },
        { [], [], false, ArticleState.ToCorrect, null }, // they did not have their time
        { ["c1"], [], true, ArticleState.Approved, ApprovedBy.Editors },
        { ["c1"], [], false, ArticleState.Approved, ApprovedBy.Editors },
        { [], ["c2"], true, ArticleState.ToCorrect, null },
        { ["c1", "c3"], ["c2"], true, ArticleState.ToCorrect, null }, // one correction is enough
    };

    [Theory]
    [MemberData(nameof(Opinions))]
    public void Silence_approves_and_one_correction_holds_back(string[] approving, string[] correcting, bool silence, ArticleState state, ApprovedBy? by)
    {
        var shelf = Prepared(Letters.Shelf(Letters.Article("a", ArticleState.Waiting)));
        Answer[] answers = [.. approving.Select(one => Letters.Opinion(one, (1, ""))), .. correcting.Select(one => Letters.Opinion(one, (1, "La date est fausse.")))];

        var settled = ((Decision<Shelf>.Accepted)EditionRules.Settle(shelf, shelf.Editions[0], shelf.Articles, answers, silence, Until)).State.Article("a")!;

        Assert.Equal((state, by), (settled.State, settled.Approved?.By));
        if (correcting.Length > 0)
            Assert.Contains("La date est fausse.", settled.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_changed_after_the_editors_read_it_is_not_approved_by_their_word()
    {
        var shelf = Prepared(Letters.Shelf(Letters.Article("a", ArticleState.Waiting)));
        var submitted = shelf.Articles;
        var changed = shelf.With([shelf.Articles[0] with { Version = 2 }]);

        var settled = ((Decision<Shelf>.Accepted)EditionRules.Settle(changed, changed.Editions[0], submitted, [Letters.Opinion("c1", (1, ""))], true, Until)).State;

        Assert.Equal(ArticleState.InReview, settled.Article("a")!.State);
    }

    [Fact]
    public void What_is_approved_leaves_and_what_is_not_waits_for_the_next_edition()
    {
        var shelf = Letters.Shelf(Letters.Article("a", ArticleState.Approved), Letters.Article("b", ArticleState.ToCorrect), Letters.Article("c", ArticleState.SetAside));

        var departure = EditionRules.Leave(shelf, Letters.Setting, Letters.Edition, [], 41, Now);

        Assert.Equal(["a"], departure.Articles.Select(article => article.Id));
        Assert.Equal(["b"], departure.Left.Select(article => article.Id));
        Assert.Equal(["b"], departure.Shelf.Loose.Select(article => article.Id));
        var sent = departure.Shelf.Find("2022-lettre-2")!;
        Assert.Equal((EditionState.Sent, 41, "a"), (sent.State, sent.Recipients, Assert.Single(sent.Published!).Id));
        Assert.False(EditionRules.Leave(departure.Shelf, Letters.Setting, sent, [], 41, Now).IsNew);
    }

    [Fact]
    public void With_nothing_approved_nothing_leaves_and_nothing_is_lost()
    {
        var shelf = Letters.Shelf(Letters.Article("b", ArticleState.ToCorrect));

        var departure = EditionRules.Leave(shelf, Letters.Setting, Letters.Edition, [], 41, Now);

        Assert.Empty(departure.Articles);
        Assert.Equal(EditionState.Held, departure.Shelf.Find("2022-lettre-2")!.State);
        Assert.Equal("2022-lettre-2", departure.Shelf.Article("b")!.Edition);
    }

    [Fact]
    public void A_list_nobody_edited_says_what_is_true_on_the_day()
    {
        var meetings = Letters.Article("2022-lettre-2-rencontres", ArticleState.Approved) with { Kind = MatterKind.Meetings, Items = [new ArticleItem("Atelier", "mardi", "")] };
        var edited = Letters.Article("2022-lettre-2-documents", ArticleState.Approved) with { Kind = MatterKind.Documents, Edited = true, Items = [new ArticleItem("Bilan", "", "")] };
        var gone = Letters.Article("2022-lettre-2-programme", ArticleState.Approved) with { Kind = MatterKind.Programme, Items = [new ArticleItem("Une action", "", "")] };
        Article[] fresh = [meetings with { Items = [new ArticleItem("Atelier", "jeudi", "")] }, edited with { Items = [] }];

        var departure = EditionRules.Leave(Letters.Shelf(meetings, edited, gone), Letters.Setting, Letters.Edition, fresh, 1, Now);

        Assert.Equal(["jeudi", ""], departure.Articles.OrderByDescending(article => article.Id).Select(article => article.Items[0].Detail));
    }

    [Fact]
    public void An_edition_that_is_given_up_leaves_its_articles_to_the_next_and_can_come_back()
    {
        var shelf = Letters.Shelf(Letters.Article("a", ArticleState.Approved));

        var givenUp = GivenUp(shelf);
        var back = Back(givenUp, Now);

        Assert.Equal("a", Assert.Single(givenUp.Loose).Id);
        Assert.Equal(EditionState.Planned, back.Editions[0].State);
        Assert.Empty(back.Loose);
    }

    [Theory]
    [InlineData(-1, EditionState.Reviewing, ArticleState.InReview)] // the editors still have their time
    [InlineData(1, EditionState.Ready, ArticleState.ToCorrect)] // they were asked, and are not asked again
    public void One_that_comes_back_after_its_editors_were_asked_loses_no_article(int daysLater, EditionState state, ArticleState article)
    {
        var asked = Prepared(Letters.Shelf(Letters.Article("a", ArticleState.Waiting)));

        var back = Back(GivenUp(asked), Until.AddDays(daysLater));

        Assert.Equal((state, article), (back.Editions[0].State, back.Article("a")!.State));
    }

    [Fact]
    public void What_was_set_aside_before_its_edition_left_is_not_brought_back_by_a_late_answer_unless_its_author_had_taken_it_back()
    {
        var (refused, takenBack) = (Letters.Contribution("insee-2022-lettre-2-appel-1-1", "Une publicité"), Letters.Contribution("insee-2022-lettre-2-appel-1-2", "Une étude"));
        var shelf = Received(Received(Letters.Shelf(Letters.Article("a", ArticleState.Approved)), refused, takenBack), refused);
        shelf = ((Decision<Shelf>.Accepted)ArticleRules.Decide(shelf, Letters.Setting, new ArticleCommand.SetAside(refused.Id, "Hors sujet", Now))).State;
        shelf = EditionRules.Leave(shelf, Letters.Setting, Letters.Edition, [], 41, Now).Shelf;

        shelf = Received(shelf, refused, takenBack);

        Assert.Equal(takenBack.Id, Assert.Single(shelf.Articles).Id);
    }

    private static Shelf GivenUp(Shelf shelf) => ((Decision<Shelf>.Accepted)EditionRules.GiveUp(shelf, shelf.Editions[0])).State;

    private static Shelf Back(Shelf shelf, DateTimeOffset now) => ((Decision<Shelf>.Accepted)EditionRules.TakeUp(shelf, Letters.Setting, shelf.Editions[0], now)).State;

    private static Shelf Received(Shelf shelf, params Contribution[] contributions) => EditionRules.Received(shelf, Letters.Setting, "2022-lettre-2", Call, "insee", contributions);

    private static Shelf Prepared(Shelf shelf) => ((Decision<Shelf>.Accepted)EditionRules.Prepare(shelf, Letters.Setting, shelf.Find("2022-lettre-2")!, [], Until, Now)).State;
}
