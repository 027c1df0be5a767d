using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Meetings;

public sealed class DateChoiceTests
{
    private static readonly PlatformZone Zone = new("Europe/Paris");

    [Theory]
    [InlineData("copil", AnswerUnit.Contact, RoleKind.Member)] // members of a body answer each for themselves
    [InlineData(null, AnswerUnit.Organisation, RoleKind.Referent)] // the network by organisation
    public void Who_answers_depends_on_who_meets(string? body, AnswerUnit unit, RoleKind role)
    {
        var template = DateChoice.Template(Meeting(body), [new DateTime(2022, 9, 20, 9, 30, 0), new DateTime(2022, 9, 22, 14, 0, 0)]);

        Assert.Equal((unit, body), (template.Unit, template.Body));
        Assert.Contains(role, template.Roles);
    }

    [Fact]
    public void A_choice_stands_for_the_instant_its_words_say_in_winter_and_in_summer()
    {
        var options = DateChoice.Template(Meeting("copil"), [new DateTime(2022, 12, 13, 9, 30, 0), new DateTime(2022, 9, 20, 9, 30, 0), new DateTime(2022, 9, 20, 9, 30, 0)]).Questions[0].Options;

        Assert.Equal(["mardi\u00A020\u00A0septembre 2022 à 9\u00A0h\u00A030", "mardi\u00A013\u00A0décembre 2022 à 9\u00A0h\u00A030"], options.Select(option => option.Label));
        Assert.Equal([7, 8], options.Select(option => DateChoice.Instant(option.Id, Zone)!.Value.UtcDateTime.Hour));
    }

    [Theory]
    [InlineData("")]
    [InlineData("demain")]
    [InlineData("20221313-0930")]
    public void What_is_no_choice_of_ours_is_no_instant(string option)
    {
        Assert.Null(DateChoice.Instant(option, Zone));
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

    private static Meeting Meeting(string? body) => new(
        "2022-x", 2022, "2022/x", "Réunion", body, new DateTimeOffset(2022, 9, 27, 7, 30, 0, TimeSpan.Zero), "", true, [], MeetingState.Planned, null,
        new Dictionary<string, AttendanceMode>(), [], []);
}
