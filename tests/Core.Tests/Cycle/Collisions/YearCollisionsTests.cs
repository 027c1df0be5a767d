using Almanach.Core.Cycle;
using Almanach.Core.Cycle.Collisions;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Cycle.Collisions;

public sealed class YearCollisionsTests
{
    private static readonly Setting Pfoss = TestOffice.Pfoss();

    [Theory]
    [InlineData("2022-05-26", CollisionKind.Holiday, Weight.Careful, "férié\u00A0: Ascension. Le premier jour ouvré qui suit est le vendredi\u00A027\u00A0mai")]
    [InlineData("2022-04-18", CollisionKind.Holiday, Weight.Careful, "lundi de Pâques")]
    [InlineData("2022-03-12", CollisionKind.Weekend, Weight.Careful, "suit est le lundi\u00A014\u00A0mars")]
    [InlineData("2022-05-27", CollisionKind.Bridge, Weight.Careful, "pont (Ascension)")]                       // the Friday after
    [InlineData("2022-02-15", CollisionKind.SchoolHolidays, Weight.Careful, "(Lyon, Grenoble et Clermont-Ferrand). Hors vacances, la première date au même jour de la semaine est le mardi\u00A01er\u00A0mars")]
    public void A_meeting_on_a_day_when_few_are_at_work_is_told_with_another_day(string day, CollisionKind kind, Weight weight, string words)
    {
        var found = Of(Moved(Pfoss.Plan(2022), "journee-1", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), "journee-1");

        var collision = Assert.Single(found, one => one.Kind == kind);
        Assert.Equal(weight, collision.Weight);
        Assert.Contains(words, collision.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-03-10")] // an ordinary Thursday
    [InlineData("2022-11-02")] // between All Saints' Tuesday and a Thursday
    public void An_ordinary_day_is_no_bridge(string day)
    {
        Assert.Null(Almanach.Core.Calendar.Holidays.BridgeOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void An_end_on_a_saturday_is_told()
    {
        var plan = Pfoss.Plan(2022);
        var vote = plan.Find("vote")!;

        var found = Of(plan.With(vote with { Ends = Pfoss.Zone.EndOf(new DateOnly(2021, 12, 4)) }), "vote");

        Assert.Contains(found, one => one.Kind == CollisionKind.Weekend && one.Sentence.Contains("se terminerait un samedi", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2022-04-05", CollisionKind.Weekend, Weight.Note, "Les contributions seraient attendues jusqu’au dimanche\u00A027\u00A0mars et la relecture se terminerait le samedi\u00A02\u00A0avril. En l’envoyant le jeudi\u00A07\u00A0avril, vous l’éviteriez.")]
    [InlineData("2022-11-10", CollisionKind.Holiday, Weight.Careful, "Les contributions seraient attendues jusqu’au mardi\u00A01er\u00A0novembre, jour férié (Toussaint). En l’envoyant le jeudi\u00A017\u00A0novembre, vous l’éviteriez.")]
    public void Contributions_and_a_review_that_end_on_a_day_off_are_told_with_another_day(string day, CollisionKind kind, Weight weight, string sentence)
    {
        var plan = Pfoss.Plan(2022);
        var edition = plan.Steps.First(step => step.Work is StepWork.SendEdition).Id;

        var found = Of(Moved(plan, edition, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), edition);

        Assert.Contains(new Collision(edition, kind, weight, sentence), found);
        Assert.Empty(YearCollisions.OfEdition(Pfoss, Moved(plan, edition, new DateOnly(2022, 5, 5)).Find(edition)!)); // both on working days
    }

    [Fact]
    public void A_convocation_within_the_notice_of_its_body_is_serious()
    {
        var late = Of(Moved(Pfoss.Plan(2022), "convocation", new DateOnly(2021, 11, 24)), "convocation");
        var after = Of(Moved(Pfoss.Plan(2022), "convocation", new DateOnly(2021, 12, 15)), "convocation");

        Assert.Contains(late, one => one is { Kind: CollisionKind.Notice, Weight: Weight.Serious } && one.Sentence.Contains("Avancez-la au mardi\u00A023\u00A0novembre au plus tard", StringComparison.Ordinal));
        Assert.Contains(after, one => one.Kind == CollisionKind.Notice && one.Sentence.Contains("après", StringComparison.Ordinal));
        Assert.DoesNotContain(Of(Pfoss.Plan(2022), "convocation"), one => one.Kind == CollisionKind.Notice);
    }

    [Fact]
    public void Asking_who_comes_until_after_the_meeting_has_begun_is_serious()
    {
        var plan = Moved(Pfoss.Plan(2022), "copil", new DateOnly(2021, 12, 8));

        Assert.Contains(Of(plan, "presence"), one => one is { Kind: CollisionKind.Order, Weight: Weight.Serious } && one.Sentence.Contains("dont elle demande qui vient", StringComparison.Ordinal));
        Assert.DoesNotContain(Of(Pfoss.Plan(2022), "presence"), one => one.Kind == CollisionKind.Order);
    }

    [Fact]
    public void A_step_before_what_it_needs_is_serious_on_both()
    {
        var plan = Moved(Pfoss.Plan(2022), "vote", new DateOnly(2021, 10, 6));

        Assert.Contains(Of(plan, "vote"), one => one is { Kind: CollisionKind.Order, Weight: Weight.Serious });
        Assert.Contains(Of(plan, "regroupement"), one => one is { Kind: CollisionKind.Order } && one.Sentence.Contains("« Vote", StringComparison.Ordinal) is false);
    }

    [Fact]
    public void Two_meetings_of_the_same_people_at_one_hour_clash_and_two_of_other_hours_are_only_told()
    {
        var clash = Moved(Pfoss.Plan(2022), "journee-1", new DateOnly(2022, 6, 14));
        var later = clash.Find("journee-1")!;

        Assert.Contains(Of(clash, "journee-1"), one => one is { Kind: CollisionKind.SameDay, Weight: Weight.Careful });
        Assert.All(Of(clash.With(later with { Starts = later.Starts.AddHours(8) }), "journee-1").Where(one => one.Kind == CollisionKind.SameDay), one => Assert.Equal(Weight.Note, one.Weight));
    }

    [Fact]
    public void Consultations_of_the_same_people_at_once_are_told_and_those_of_others_are_not()
    {
        var plan = Pfoss.Plan(2022);

        Assert.Contains(Of(plan, "intervenants"), one => one.Kind == CollisionKind.AskedAtOnce);
        Assert.DoesNotContain(Of(plan, "vote"), one => one.Kind == CollisionKind.AskedAtOnce); // « presence » asks the committee
        var three = Moved(plan, "groupes", new DateOnly(2022, 2, 21));
        Assert.Contains(Of(three, "groupes"), one => one is { Kind: CollisionKind.AskedAtOnce, Weight: Weight.Careful });
    }

    [Theory]
    [InlineData("2022-05-02", false)] // after both
    [InlineData("2022-02-21", true)]  // over them
    [InlineData("2022-01-17", true)]  // before them
    public void Groups_launched_before_or_over_what_has_priority_are_told(string day, bool told)
    {
        var plan = Moved(Pfoss.Plan(2022), "groupes", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(told, Of(plan, "groupes").Any(one => one.Kind == CollisionKind.Priority && one.Sentence.Contains("journées d’échanges", StringComparison.Ordinal)));
        Assert.DoesNotContain(Of(plan, "intervenants"), one => one.Kind == CollisionKind.Priority);
    }

    [Fact]
    public void What_is_over_is_left_in_peace_and_the_most_serious_comes_first()
    {
        var plan = Moved(Pfoss.Plan(2022), "convocation", new DateOnly(2021, 12, 25));
        var done = plan.With(plan.Find("convocation")! with { State = StepState.Closed });

        Assert.Equal(Weight.Serious, Of(plan, "convocation")[0].Weight);
        Assert.Empty(Of(done, "convocation"));
        Assert.DoesNotContain(YearCollisions.Of(Pfoss, done), one => one.Step == "convocation");
    }

    [Fact]
    public void Every_sentence_says_what_to_do_and_has_its_spaces()
    {
        for (var shift = 0; shift < 60; shift++)
        {
            var plan = Pfoss.Plan(2022);
            plan = plan with { Steps = [.. plan.Steps.Select((step, i) => step with { Starts = step.Starts.AddDays(shift * (i % 3)), Ends = step.Ends?.AddDays(shift * (i % 4)) })] };
            Assert.All(YearCollisions.Of(Pfoss, plan), one =>
            {
                Assert.EndsWith(".", one.Sentence, StringComparison.Ordinal);
                Assert.True(one.Sentence.Split(". ").Length >= 2, one.Sentence);
                Assert.DoesNotContain("« ", one.Sentence, StringComparison.Ordinal);
            });
        }
    }

    private static IReadOnlyList<Collision> Of(YearPlan plan, string step) => YearCollisions.Of(Pfoss, plan, plan.Find(step)!);

    private static YearPlan Moved(YearPlan plan, string id, DateOnly day)
    {
        var step = plan.Find(id)!;
        var starts = Pfoss.Zone.StartLike(step.Starts, day);
        return plan.With(step with { Starts = starts, Ends = step.Ends + (starts - step.Starts) });
    }
}
