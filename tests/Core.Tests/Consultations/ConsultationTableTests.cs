using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Platforms;
using static Almanach.Core.Tests.Consultations.Questions;

namespace Almanach.Core.Tests.Consultations;

public sealed class ConsultationTableTests
{
    [Theory]
    // Refusing late answers.
    [InlineData(LateAnswers.Refuse, ConsultationState.Open, -1, "NotYetOpen")] // the link was guessed early
    [InlineData(LateAnswers.Refuse, ConsultationState.Open, 0, "taken")] // the first second
    [InlineData(LateAnswers.Refuse, ConsultationState.Open, 9, "taken")]
    [InlineData(LateAnswers.Refuse, ConsultationState.Open, 10, "Closed")] // the end is exclusive
    [InlineData(LateAnswers.Refuse, ConsultationState.Closed, 5, "Closed")] // closed early by the coordinator
    [InlineData(LateAnswers.Refuse, ConsultationState.Closed, 20, "Closed")]
    // Taking late answers, marked.
    [InlineData(LateAnswers.Accept, ConsultationState.Open, -1, "NotYetOpen")]
    [InlineData(LateAnswers.Accept, ConsultationState.Open, 9, "taken")]
    [InlineData(LateAnswers.Accept, ConsultationState.Open, 10, "late")] // the timer has not run yet
    [InlineData(LateAnswers.Accept, ConsultationState.Closed, 5, "late")]
    [InlineData(LateAnswers.Accept, ConsultationState.Closed, 20, "late")]
    public void An_answer_arrives(LateAnswers late, ConsultationState state, int day, string expected)
    {
        var consultation = Of(QuestionKind.Text, late) with { State = state };

        var decision = ConsultationRules.Take(consultation, null, Answer(new AnswerValue.Text("oui"), Opens.AddDays(day)), 0);

        Assert.Equal(expected, decision switch
        {
            Decision<AnswerTaken>.Accepted accepted => accepted.State.Answer.Late ? "late" : "taken",
            Decision<AnswerTaken>.Refused refused => refused.Refusal.Why.ToString(),
            _ => "done",
        });
    }

    [Theory]
    [InlineData(5, "taken")] // a step that uses it opened early, by hand: the window still holds
    [InlineData(12, "Closed")]
    public void Late_answers_end_when_a_step_that_uses_them_begins(int day, string expected)
    {
        var consultation = Assert.IsType<Decision<Consultation>.Accepted>(ConsultationRules.Settle(Of(QuestionKind.Text, LateAnswers.Accept), Closes.AddDays(1))).State;

        var decision = ConsultationRules.Take(consultation, null, Answer(new AnswerValue.Text("oui"), Opens.AddDays(day)), 0);

        Assert.Equal(expected, decision is Decision<AnswerTaken>.Refused refused ? refused.Refusal.Why.ToString() : "taken");
        Assert.IsType<Decision<Consultation>.AlreadyDone>(ConsultationRules.Settle(consultation, Closes.AddDays(2)));
    }

    [Theory]
    [InlineData(null, null, "taken")] // by phone: what she saw does not matter
    [InlineData(null, 0, "taken")] // nobody had answered
    [InlineData(null, 1, "Changed")] // saw an answer that is not there
    [InlineData(3, 3, "taken")] // changes the answer she saw
    [InlineData(3, 2, "Changed")] // a colleague was quicker
    [InlineData(3, 0, "Changed")] // opened the page before the first answer
    public void An_answer_replaces_only_the_one_that_was_seen(int? revision, int? seen, string expected)
    {
        var before = revision is { } known ? Before(known, new AnswerValue.Text("non")) : null;

        var decision = ConsultationRules.Take(Of(QuestionKind.Text), before, Answer(new AnswerValue.Text("oui")), seen);

        Assert.Equal(expected, decision is Decision<AnswerTaken>.Refused refused ? refused.Refusal.Why.ToString() : "taken");
        if (decision is Decision<AnswerTaken>.Accepted accepted)
            Assert.Equal(((revision ?? 0) + 1, revision is null ? 1 : 0), (accepted.State.Answer.Revision, accepted.State.Consultation.Answered));
    }

    [Theory]
    // One answer per organisation.
    [InlineData(AnswerUnit.Organisation, "nouvelle", "dreets", "", 5, "invited, 2 units")] // a colleague of people who are asked
    [InlineData(AnswerUnit.Organisation, "nouvelle", "caf", "", 5, "invited, 3 units")] // an organisation nobody was asked of
    [InlineData(AnswerUnit.Organisation, "nouvelle", "dreets", "dreets", 5, "in, 2 units")] // answered already, for all of them
    [InlineData(AnswerUnit.Organisation, "a", "dreets", "", 5, "done")] // asked already
    [InlineData(AnswerUnit.Organisation, "nouvelle", "dreets", "", 10, "done")] // closed a moment ago
    // One answer per person.
    [InlineData(AnswerUnit.Contact, "nouvelle", "dreets", "", 5, "invited, 3 units")]
    [InlineData(AnswerUnit.Contact, "nouvelle", "dreets", "a", 5, "invited, 3 units")] // a colleague's answer is not hers
    public void Somebody_joins_once_and_is_written_to_unless_her_organisation_has_answered(
        AnswerUnit unit, string newcomer, string organisation, string answered, int day, string expected)
    {
        var open = Of(QuestionKind.Text);
        open = open with { Template = open.Template with { Unit = unit }, Units = new Dictionary<string, int> { ["etat"] = 2 } };

        var decision = ConsultationRules.Join(
            open, [Member("a", "dreets"), Member("b", "insee")], [Member(newcomer, organisation)], new HashSet<string> { answered }, _ => "etat", Opens.AddDays(day));

        Assert.Equal(expected, decision is Decision<Joining>.Accepted { State: var joining }
            ? $"{(joining.Invited.Count > 0 ? "invited" : "in")}, {joining.Consultation.Asked} units" : "done");
        if (decision is Decision<Joining>.Accepted accepted)
            Assert.Equal(accepted.State.Invited.Select(one => one.Contact), (accepted.State.Consultation.Newcomers ?? []).Select(one => one.Contact));
    }

    private static AudienceMember Member(string contact, string organisation) => new(contact, organisation, new Dictionary<string, IReadOnlyList<string>>());

    [Fact]
    public void A_text_too_long_is_counted_as_people_read_numbers()
    {
        var decision = ConsultationRules.Take(Of(QuestionKind.Text), null, Answer(new AnswerValue.Text(new string('a', 5_000))), 0);

        Assert.Equal("Ce texte compte 5\u202F000\u00A0caractères\u00A0: gardez-en 4\u202F000 au plus.",
            Assert.IsType<Decision<AnswerTaken>.Refused>(decision).Refusal.Fields.Single().Message);
    }

    [Fact]
    public void The_same_answer_again_changes_nothing()
    {
        var before = Before(1, new AnswerValue.Grades(new Dictionary<string, Mention> { ["a"] = Mention.Bien }));

        var decision = ConsultationRules.Take(Of(QuestionKind.Grades), before, Answer(new AnswerValue.Grades(new Dictionary<string, Mention> { ["a"] = Mention.Bien })), 1);

        Assert.IsType<Decision<AnswerTaken>.AlreadyDone>(decision);
    }

    [Theory]
    [InlineData(QuestionKind.Proposals, "one", true)]
    [InlineData(QuestionKind.Proposals, "untitled", false)]
    [InlineData(QuestionKind.Proposals, "21", false)] // more than twenty
    [InlineData(QuestionKind.Proposals, "long", false)]
    [InlineData(QuestionKind.Choice, "a", true)]
    [InlineData(QuestionKind.Choice, "z", false)] // no such choice
    [InlineData(QuestionKind.Approval, "a", true)]
    [InlineData(QuestionKind.Approval, "z", false)]
    [InlineData(QuestionKind.Grades, "a", true)]
    [InlineData(QuestionKind.Grades, "z", false)]
    [InlineData(QuestionKind.Grades, "none", false)] // an empty ballot
    [InlineData(QuestionKind.Dates, "a", true)]
    [InlineData(QuestionKind.Dates, "none", false)]
    [InlineData(QuestionKind.Text, "text", true)]
    [InlineData(QuestionKind.Text, "long", false)]
    [InlineData(QuestionKind.Engagement, "long", false)]
    [InlineData(QuestionKind.Attendance, "long", false)]
    [InlineData(QuestionKind.Attendance, "text", true)]
    [InlineData(QuestionKind.Choice, "wrong kind", false)] // a text where a choice is asked
    public void A_value_fits_its_question(QuestionKind kind, string what, bool fits)
    {
        var decision = ConsultationRules.Take(Of(kind), null, Answer(Value(kind, what)), 0);

        Assert.Equal(fits, decision is Decision<AnswerTaken>.Accepted);
        if (decision is Decision<AnswerTaken>.Refused refused)
            Assert.All(refused.Refusal.Fields, field => Assert.EndsWith(".", field.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, AttendanceMode.OnSite, true)]
    [InlineData(true, AttendanceMode.OnSite, false)] // there is no place to come to
    [InlineData(true, AttendanceMode.Remote, true)]
    [InlineData(true, AttendanceMode.Represented, true)]
    public void Nobody_comes_in_person_to_a_meeting_held_by_video(bool remote, AttendanceMode mode, bool taken)
    {
        var meeting = new Step("copil", "copil", "Comité", Closes, null, StepState.Planned, true, [], new StepWork.Meet("Comité", "copil", remote ? "" : "Lyon", remote, true));

        var decision = ConsultationRules.Take(Of(QuestionKind.Attendance), null, Answer(new AnswerValue.Attendance(mode, "")), 0, meeting);

        Assert.Equal(taken, decision is Decision<AnswerTaken>.Accepted);
    }

    [Theory]
    [InlineData(StepState.Skipped, Channel.Page, 5, false)]
    [InlineData(StepState.Skipped, Channel.Page, 12, false)] // late answers are taken otherwise
    [InlineData(StepState.Skipped, Channel.Phone, 12, false)]
    [InlineData(StepState.Planned, Channel.Page, 12, true)] // restored
    public void Nobody_says_whether_they_come_to_a_meeting_that_was_called_off(StepState state, Channel channel, int day, bool taken)
    {
        var meeting = new Step("copil", "copil", "Comité", Closes.AddDays(9), null, state, true, [], new StepWork.Meet("Comité de pilotage", "copil", "", true, true));
        var consultation = Of(QuestionKind.Attendance, LateAnswers.Accept);

        var decision = ConsultationRules.Take(consultation, null, Answer(new AnswerValue.Attendance(AttendanceMode.Remote, ""), Opens.AddDays(day), channel: channel), 0, meeting);

        Assert.Equal(taken, decision is Decision<AnswerTaken>.Accepted);
        if (!taken)
        {
            var refusal = Assert.IsType<Decision<AnswerTaken>.Refused>(decision).Refusal;
            Assert.Equal(Why.Closed, refusal.Why);
            Assert.StartsWith("Le comité de pilotage n’a pas lieu\u00A0: ", refusal.Message, StringComparison.Ordinal);
        }
        Assert.IsType<Decision<AnswerTaken>.Accepted>(ConsultationRules.Take(Of(QuestionKind.Text, LateAnswers.Accept), null, Answer(new AnswerValue.Text("oui"), Opens.AddDays(day)), 0, meeting));
    }

    [Fact]
    public void Declining_is_an_answer_where_it_is_offered_and_says_nothing_else()
    {
        var command = Answer(new AnswerValue.Text("oui")) with { Declined = true, Values = new Dictionary<string, AnswerValue>() };

        Assert.IsType<Decision<AnswerTaken>.Accepted>(ConsultationRules.Take(Of(QuestionKind.Text), null, command, 0));
        Assert.IsType<Decision<AnswerTaken>.Refused>(ConsultationRules.Take(Of(QuestionKind.Text), null, Answer(new AnswerValue.Text("oui")) with { Declined = true }, 0));
    }

    [Theory]
    [InlineData(ConsultationState.Open, "Closed")]
    [InlineData(ConsultationState.Closed, "done")] // the timer and the coordinator at once
    public void Closing(ConsultationState state, string expected)
    {
        var decision = ConsultationRules.Close(Of(QuestionKind.Grades, source: OptionSource.ConsolidatedThemes) with { State = state }, Closes);

        Assert.Equal(expected, decision is Decision<Consultation>.Accepted accepted ? accepted.State.State.ToString() : "done");
        if (decision is Decision<Consultation>.Accepted closed)
            Assert.IsType<Effect.CountVote>(Assert.Single(closed.Effects));
    }

    [Theory]
    [InlineData(ConsultationState.Open, 10, false)] // as it is
    [InlineData(ConsultationState.Open, 12, true)] // a later end
    [InlineData(ConsultationState.Closed, 10, true)] // reopened
    public void A_new_end(ConsultationState state, int day, bool changes)
    {
        var decision = ConsultationRules.Extend(Of(QuestionKind.Text) with { State = state }, Opens.AddDays(day));

        Assert.Equal(changes, decision is Decision<Consultation>.Accepted { State.State: ConsultationState.Open, Effects.Count: 0 });
    }

    [Fact]
    public void A_late_ballot_is_counted()
    {
        var closed = Of(QuestionKind.Grades, LateAnswers.Accept, OptionSource.ConsolidatedThemes) with { State = ConsultationState.Closed };

        var decision = ConsultationRules.Take(closed, null, Answer(Value(QuestionKind.Grades, "a"), Closes.AddDays(1)), 0);

        Assert.Contains(Assert.IsType<Decision<AnswerTaken>.Accepted>(decision).Effects, effect => effect is Effect.CountVote);
    }

    [Theory]
    [InlineData(QuestionKind.Grades, OptionSource.ConsolidatedThemes, 5, 2, true)]
    [InlineData(QuestionKind.Grades, OptionSource.ConsolidatedThemes, 5, 0, false)] // a vote on nothing
    [InlineData(QuestionKind.Approval, OptionSource.GroupCandidates, 5, 0, false)] // no group to choose
    [InlineData(QuestionKind.Proposals, OptionSource.CarriedOverThemes, 5, 0, true)] // proposals need no choices
    [InlineData(QuestionKind.Text, OptionSource.Listed, 5, 0, true)]
    [InlineData(QuestionKind.Text, OptionSource.Listed, 0, 0, false)] // nobody to ask
    public void A_consultation_opens_only_with_somebody_and_something_to_ask(QuestionKind kind, OptionSource source, int asked, int choices, bool opens)
    {
        var options = source == OptionSource.Listed ? [] : new Dictionary<string, IReadOnlyList<OptionTemplate>>
        {
            ["q"] = [.. Enumerable.Range(0, choices).Select(i => new OptionTemplate($"{i}", "Choix", ""))],
        };

        var reason = ConsultationRules.MayOpen(Template(kind, source: source), asked, options);

        Assert.Equal(opens, reason is null);
        if (reason is not null)
            Assert.Matches("(Ajoutez|Complétez)", reason.Message);
    }

    static Answer Before(int revision, AnswerValue value) =>
        new("caf", revision, "c-2", Channel.Page, Opens, false, false, new Dictionary<string, AnswerValue> { ["q"] = value });

    static AnswerValue Value(QuestionKind kind, string what)
    {
        var text = what == "long" ? new string('x', 4_001) : what;
        string[] chosen = what == "none" ? [] : [what];
        return (kind, what) switch
        {
            (_, "wrong kind") => new AnswerValue.Text("a"),
            (QuestionKind.Proposals, "one") => Proposes("Logement"),
            (QuestionKind.Proposals, "untitled") => Proposes(" "),
            (QuestionKind.Proposals, "21") => Proposes([.. Enumerable.Repeat("Logement", 21)]),
            (QuestionKind.Proposals, _) => Proposes(new string('x', 161)),
            (QuestionKind.Choice, _) => new AnswerValue.Choice(what),
            (QuestionKind.Approval, _) => new AnswerValue.Approval(chosen),
            (QuestionKind.Grades, _) => new AnswerValue.Grades(chosen.ToDictionary(id => id, _ => Mention.Bien)),
            (QuestionKind.Dates, _) => new AnswerValue.Dates(chosen.ToDictionary(id => id, _ => Availability.Yes)),
            (QuestionKind.Engagement, _) => new AnswerValue.Engagement(Interest.Some, Effort.Lead, text),
            (QuestionKind.Attendance, _) => new AnswerValue.Attendance(AttendanceMode.Remote, text),
            _ => new AnswerValue.Text(text),
        };
    }
}
