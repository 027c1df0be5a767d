using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Consultations;

/// <summary>Who is asked once somebody has left, and what becomes of what she had answered.</summary>
public sealed class HandOverRulesTests
{
    private static readonly DateTimeOffset Now = new(2021, 10, 20, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false, true)] // nobody has answered: it is asked of the successor
    [InlineData(true, false)] // the organisation has: its answer stays, and may be corrected
    public void An_organisations_answer_stays_and_its_unit_is_still_one(bool answered, bool waits)
    {
        var before = Asking(AnswerUnit.Organisation, QuestionKind.Proposals) with { Answered = answered ? 1 : 0 };

        var handed = Pass(before, ["ann", "old", "zoe"], "new", answered, null);

        Assert.Equal(["ann", "new", "zoe"], handed.Members.Select(member => member.Contact));
        Assert.Equal((before.Units["etat"], before.Answered, waits), (handed.Consultation.Units["etat"], handed.Consultation.Answered, handed.Waits));
        Assert.Equal(before.Revision + 1, handed.Consultation.Revision);
        Assert.Equal(waits ? 1 : 0, handed.Consultation.Newcomers?.Count ?? 0);
    }

    [Fact]
    public void A_colleague_who_is_asked_already_is_not_asked_twice()
    {
        var handed = Pass(Asking(AnswerUnit.Organisation, QuestionKind.Proposals), ["old", "new"], "new", false, null);

        Assert.Equal(["new"], handed.Members.Select(member => member.Contact));
    }

    [Fact]
    public void Whether_a_person_comes_is_asked_anew_and_the_count_says_so()
    {
        var before = Asking(AnswerUnit.Contact, QuestionKind.Attendance) with { Answered = 2 };

        var handed = Pass(before, ["old", "zoe"], "new", false, Answered("old"));

        Assert.Equal("old", handed.Past?.Unit);
        Assert.Equal((1, 3), (handed.Consultation.Answered, handed.Consultation.Units["etat"]));
        Assert.True(handed.Waits);
    }

    [Fact]
    public void A_member_who_takes_a_second_seat_of_her_organisation_makes_one_unit_less()
    {
        var handed = Pass(Asking(AnswerUnit.Contact, QuestionKind.Dates), ["old", "new"], "new", false, null);

        Assert.Equal((2, false), (handed.Consultation.Units["etat"], handed.Waits));
    }

    [Fact]
    public void A_vote_once_cast_is_not_cast_again_by_the_successor() =>
        Assert.IsType<Decision<HandedOver>.AlreadyDone>(Decide(Asking(AnswerUnit.Contact, QuestionKind.Grades), ["old"], "new", false, Answered("old")));

    [Fact]
    public void A_secret_vote_by_person_passes_to_nobody() =>
        Assert.IsType<Decision<HandedOver>.AlreadyDone>(Decide(Asking(AnswerUnit.Contact, QuestionKind.Grades, new VoteRules { Secret = true }), ["old"], "new", false, null));

    [Fact]
    public void What_is_closed_or_was_not_asked_of_her_stays_as_it_is()
    {
        var open = Asking(AnswerUnit.Organisation, QuestionKind.Proposals);

        Assert.IsType<Decision<HandedOver>.AlreadyDone>(Decide(open with { State = ConsultationState.Closed }, ["old"], "new", false, null));
        Assert.IsType<Decision<HandedOver>.AlreadyDone>(Decide(open, ["zoe"], "new", false, null));
    }

    private static HandedOver Pass(Consultation consultation, string[] asked, string to, bool answered, Answer? own) =>
        Assert.IsType<Decision<HandedOver>.Accepted>(Decide(consultation, asked, to, answered, own)).State;

    private static Decision<HandedOver> Decide(Consultation consultation, string[] asked, string to, bool answered, Answer? own) =>
        HandOverRules.Pass(consultation, [.. asked.Select(Member)], "old", Member(to), answered, own, "etat", Now);

    private static AudienceMember Member(string id) => new(id, "drome", new Dictionary<string, IReadOnlyList<string>>());

    private static Answer Answered(string unit) => new(unit, 1, unit, Channel.Page, Now.AddDays(-1), false, false, new Dictionary<string, AnswerValue>());

    private static Consultation Asking(AnswerUnit unit, QuestionKind kind, VoteRules? vote = null)
    {
        var template = new ConsultationTemplate(
            "essai", "Un essai", "Un essai", "", unit, [], null, LateAnswers.Refuse, [2], "invitation", "", false, "",
            [new QuestionTemplate("q", kind, "Question", "", true, [new OptionTemplate("a", "A", ""), new OptionTemplate("b", "B", "")], OptionSource.Listed)]) with
        { Vote = vote };
        return new Consultation(
            "2022-essai", 2022, "2022/essai", template, new Dictionary<string, IReadOnlyList<OptionTemplate>>(), ConsultationState.Open, Now.AddDays(-5), Now.AddDays(5), null,
            AudienceShelf.Sketch([]), new Dictionary<string, int> { ["etat"] = 3 }, 0, 1);
    }
}
