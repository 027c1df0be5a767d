using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Cycle;
using Almanach.Core.Mail;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Meetings.Dates;

public sealed class DateChoiceTests
{
    private static readonly PlatformZone Zone = new("Europe/Paris");

    [Theory]
    [InlineData("copil", AnswerUnit.Contact, RoleKind.Member)] // members of a body answer each for themselves
    [InlineData(null, AnswerUnit.Organisation, RoleKind.Referent)] // the network by organisation
    public void Who_answers_depends_on_who_meets(string? body, AnswerUnit unit, RoleKind role)
    {
        var template = DateChoice.Template(Meeting(body), Dates(new(2022, 9, 20, 9, 30, 0), new(2022, 9, 22, 14, 0, 0)));

        Assert.Equal((unit, body), (template.Unit, template.Body));
        Assert.Contains(role, template.Roles);
    }

    [Fact]
    public void A_choice_stands_for_the_instant_its_words_say_in_winter_and_in_summer()
    {
        var options = DateChoice.Template(Meeting("copil"), Dates(new(2022, 12, 13, 9, 30, 0), new(2022, 9, 20, 9, 30, 0), new(2022, 9, 20, 9, 30, 0))).Questions[0].Options;

        Assert.Equal(["mardi\u00A020\u00A0septembre 2022 à 9\u00A0h\u00A030", "mardi\u00A013\u00A0décembre 2022 à 9\u00A0h\u00A030"], options.Select(option => option.Label));
        Assert.Equal([7, 8], options.Select(option => DateChoice.Instant(option.Id, Step, Zone)!.Value.UtcDateTime.Hour));
    }

    [Theory]
    [InlineData("")]
    [InlineData("demain")]
    [InlineData("20221313-0930")]
    [InlineData("20221313")]
    public void What_is_no_choice_of_ours_is_no_instant(string option)
    {
        Assert.Null(DateChoice.Instant(option, Step, Zone));
    }

    [Theory]
    [InlineData(DecisionOutcome.CarryOver, "«\u00A0A\u00A0» et «\u00A0B\u00A0» sont reportés à l’année suivante.")]
    [InlineData(DecisionOutcome.Reject, "«\u00A0A\u00A0» et «\u00A0B\u00A0» ne sont pas retenus cette année.")]
    public void A_decision_without_words_of_its_own_says_what_it_decides(DecisionOutcome outcome, string sentence)
    {
        Assert.Equal(sentence, DecisionWords.Of(outcome, ["A", "B"], null, "", 2022));
    }

    [Fact]
    public void An_adoption_says_under_which_title_when_and_where()
    {
        var action = new AdoptedAction("x", ActionKind.Atelier, "C", [new(new DateOnly(2022, 4, 12), "", "Lyon", true)], [], "");

        Assert.Equal("«\u00A0A\u00A0» est inscrit au programme de travail 2022 sous le titre «\u00A0C\u00A0»\u00A0: atelier, mardi\u00A012\u00A0avril 2022, Lyon (sous réserve).",
            DecisionWords.Of(DecisionOutcome.Adopt, ["A"], action, "Atelier", 2022));
    }

    [Fact]
    public void A_day_without_an_hour_is_the_same_day_everywhere_and_the_meeting_keeps_its_hour()
    {
        var options = DateChoice.Template(Meeting("copil"), [new ProposedDate(new DateOnly(2022, 12, 13), null), new ProposedDate(new DateOnly(2022, 10, 30), null)]).Questions[0].Options;

        Assert.Equal(["dimanche\u00A030\u00A0octobre 2022", "mardi\u00A013\u00A0décembre 2022"], options.Select(option => option.Label)); // the clocks go back on the first
        Assert.Equal(["20221030", "20221213"], options.Select(option => option.Id));
        Assert.Equal([8, 8], options.Select(option => DateChoice.Instant(option.Id, Step, Zone)!.Value.UtcDateTime.Hour));
        Assert.All(options, option => Assert.Equal(new TimeOnly(9, 30), TimeOnly.FromDateTime(Zone.LocalOf(DateChoice.Instant(option.Id, Step, Zone)!.Value))));
    }

    [Fact]
    public void A_date_on_which_the_body_can_decide_comes_before_one_that_more_people_like()
    {
        // Two colleges of two: half of each must be there. Three of the four like the first date, but none of the second college.
        var body = new Body("copil", "Comité", "Comité", "", 7, 0.5m) { CollegeQuorum = 0.5m };
        Seat[] seats = [new("a", "A", "x"), new("b", "B", "x"), new("e", "E", "x"), new("c", "C", "y"), new("d", "D", "y")];
        var poll = Poll("copil", new ProposedDate(new DateOnly(2022, 9, 20), null), new ProposedDate(new DateOnly(2022, 9, 22), null));
        Answer[] answers = [Said("a", Yes, Yes), Said("b", Yes, No), Said("e", Yes, Yes), Said("c", No, Maybe)];

        var prospects = DateProspect.Of(poll, answers, body, seats);

        Assert.Equal([("20220922", 1, true), ("20220920", 2, false)], prospects.Select(date => (date.Option, date.Rank, date.Quorum!.Value)));
        Assert.All(DateProspect.Of(poll, answers, null, []), date => Assert.Null(date.Quorum)); // the network has no quorum
    }

    private const Availability Yes = Availability.Yes, Maybe = Availability.IfNeedBe, No = Availability.No;

    private static Answer Said(string unit, Availability first, Availability second) => new(unit, 1, unit, Channel.Page, default, false, false, new Dictionary<string, AnswerValue>
    {
        [DateChoice.Question] = new AnswerValue.Dates(new Dictionary<string, Availability> { ["20220920"] = first, ["20220922"] = second }),
    });

    private static Consultation Poll(string body, params ProposedDate[] dates) => new(
        "2022-date-x", 2022, "2022/x", DateChoice.Template(Meeting(body), dates), new Dictionary<string, IReadOnlyList<OptionTemplate>>(),
        ConsultationState.Open, default, null, null, AudienceShelf.Sketch([]), new Dictionary<string, int>(), 0, 1);

    private static IReadOnlyList<ProposedDate> Dates(params DateTime[] locals) => [.. locals.Select(ProposedDate.At)];

    /// <summary>At 9.30 in Paris, in summer.</summary>
    private static readonly Step Step = new("x", "x", "Réunion", new DateTimeOffset(2022, 9, 27, 7, 30, 0, TimeSpan.Zero), null, StepState.Planned, true, [],
        new StepWork.Meet("Réunion", "copil", "", true, false));

    private static Meeting Meeting(string? body) => new(
        "2022-x", 2022, "2022/x", "Réunion", body, new DateTimeOffset(2022, 9, 27, 7, 30, 0, TimeSpan.Zero), "", true, [], MeetingState.Planned, null,
        new Dictionary<string, AttendanceMode>(), [], []);
}
