using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Mail;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Tests.Groups;

public sealed class LaunchRulesTests
{
    private const string Group = "vieillir";
    private static readonly DateTimeOffset Closed = new(2022, 5, 30, 16, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Closed.AddDays(2);
    private static readonly GroupRules Rules = new("groupes", "utiles", "engagement", "pilotage", Volunteers: 5, Organisations: 4);

    /// <summary>Answers, one a letter: « p » offers to pilot and takes part, « v » takes part, « n » ticks without giving time, « o » ticks another group.</summary>
    [Theory]
    [InlineData("pvvvv", "")]
    [InlineData("vvvvv", "il manque un pilote")]
    [InlineData("pvvv", "4 personnes volontaires sur les 5 nécessaires")]
    [InlineData("pvvvn", "4 personnes volontaires sur les 5 nécessaires")] // a tick without time is no volunteer
    [InlineData("pvvvo", "4 personnes volontaires sur les 5 nécessaires")]
    [InlineData("pvv", "3 personnes volontaires sur les 5 nécessaires|3 organismes sur les 4 nécessaires")]
    [InlineData("v", "1 personne volontaire sur les 5 nécessaires|1 organisme sur les 4 nécessaires|il manque un pilote")]
    [InlineData("", "0 personne volontaire sur les 5 nécessaires|0 organisme sur les 4 nécessaires|il manque un pilote")]
    public void Each_condition_that_is_missing_is_said_in_words(string answers, string missing)
    {
        var said = LaunchRules.Missing(Rules, Of(answers));

        Assert.Equal(missing, string.Join('|', said).Replace('\u00A0', ' '));
    }

    [Fact]
    public void Two_people_of_one_organisation_are_one_organisation()
    {
        var candidate = Of("pvvvv", _ => "insee");

        Assert.Equal((5, 1), (candidate.Volunteers.Count, candidate.Organisations));
        Assert.Equal(["1\u00A0organisme sur les 4\u00A0nécessaires"], LaunchRules.Missing(Rules, candidate));
    }

    [Fact]
    public void A_platform_may_do_without_a_pilot()
    {
        Assert.Empty(LaunchRules.Missing(Rules with { PilotRequired = false }, Of("vvvvv")));
    }

    [Fact]
    public void A_condition_of_one_is_said_in_the_singular()
    {
        Assert.Equal(["0\u00A0organisme sur 1\u00A0nécessaire"], LaunchRules.Missing(Rules with { Volunteers = 0, Organisations = 1, PilotRequired = false }, Of("")));
    }

    [Fact]
    public void What_is_missing_makes_one_sentence()
    {
        Assert.Equal("3\u00A0organismes sur les 4\u00A0nécessaires\u00A0; il manque un pilote.", Conditions.Because(["3\u00A0organismes sur les 4\u00A0nécessaires", "il manque un pilote"]));
        Assert.Equal("", Conditions.Because([]));
    }

    [Fact]
    public void An_answer_taken_by_phone_counts_and_names_nobody()
    {
        var candidate = Candidates.Of(Rules, Asked(), [Answered("o1", "v") with { By = "coordination", Channel = Channel.Phone }], unit => unit).Single(one => one.Action == Group);

        Assert.Equal(new Backer("o1", null, true, false, Effort.Attend), candidate.Volunteers.Single());
    }

    [Theory]
    [InlineData("pvvvv", "o0", false, "", null)] // all is there
    [InlineData("pvvvv", "", false, "", "pilote")] // somebody offers: she chooses
    [InlineData("pvvvv", "o1", false, "", "pilote")] // did not offer
    [InlineData("pvv", "o0", false, "", "malgre")]
    [InlineData("pvv", "o0", true, "", "raison")]
    [InlineData("pvv", "o0", true, "Le comité y tient.", null)]
    [InlineData("vvvvv", "", true, "Le pilote sera choisi à la première réunion.", null)] // nobody offers
    public void A_group_is_launched_on_conditions_or_for_a_reason(string answers, string pilot, bool despite, string reason, string? field)
    {
        var decision = LaunchRules.Decide(Rules, Asked(), Of(answers), Action(), new LaunchCommand.Launch(pilot, despite, reason, Now), "coordination");

        if (field is null)
            Assert.Equal(ActionState.Confirmed, Assert.IsType<Decision<ProgrammeAction>.Accepted>(decision).State.State);
        else
            Assert.Equal(field, Assert.IsType<Decision<ProgrammeAction>.Refused>(decision).Refusal.Fields.Single().Field);
    }

    [Fact]
    public void Nothing_is_decided_while_the_consultation_is_open()
    {
        foreach (var command in new LaunchCommand[] { new LaunchCommand.Launch("o0", false, "", Closed.AddDays(-1)), new LaunchCommand.CarryOver("Trop tôt.", Closed.AddDays(-1)) })
            Assert.Equal(Why.NotNow, Refused(Action(), command).Why);
    }

    [Theory]
    [InlineData(ActionState.Confirmed, "confirmée")]
    [InlineData(ActionState.CarriedOver, "reportée")]
    [InlineData(ActionState.Done, "réalisée")]
    [InlineData(ActionState.Abandoned, "abandonnée")]
    public void A_group_that_was_decided_on_is_not_decided_on_again(ActionState state, string said)
    {
        var refusal = Refused(Action() with { State = state }, new LaunchCommand.Launch("o0", false, "", Now));

        Assert.Equal(Why.NotNow, refusal.Why);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_is_carried_over_with_a_reason_that_the_bilan_keeps()
    {
        Assert.Equal("motif", Refused(Action(), new LaunchCommand.CarryOver("", Now)).Fields.Single().Field);
        Assert.Equal("motif", Refused(Action(), new LaunchCommand.CarryOver(new string('x', 1_001), Now)).Fields.Single().Field);

        var over = Assert.IsType<Decision<ProgrammeAction>.Accepted>(LaunchRules.Decide(Rules, Asked(), Of("v"), Action(), new LaunchCommand.CarryOver("Il manque un pilote.", Now), "coordination")).State;

        Assert.Equal((ActionState.CarriedOver, "Il manque un pilote."), (over.State, over.Progress.Single().Text));
    }

    [Fact]
    public void A_group_begins_with_its_volunteers_and_the_person_who_offered_to_pilot()
    {
        var group = LaunchRules.Begin(Of("pvn"), Action(), "o0", Now);

        Assert.Equal(("2022-vieillir", "o0", "c-o0", GroupState.Launched), (group.Id, group.Pilot, group.Referent, group.State));
        Assert.Equal(["o0", "o1"], group.Members.Select(member => member.Organisation));
    }

    private static Refusal Refused(ProgrammeAction action, LaunchCommand command) =>
        Assert.IsType<Decision<ProgrammeAction>.Refused>(LaunchRules.Decide(Rules, Asked(), Of("pvvvv"), action, command, "coordination")).Refusal;

    private static Candidate Of(string answers, Func<string, string>? organisationOf = null) =>
        Candidates.Of(Rules, Asked(), [.. answers.Select((letter, index) => Answered($"o{index}", $"{letter}"))], organisationOf ?? (unit => unit)).Single(one => one.Action == Group);

    private static Answer Answered(string unit, string what)
    {
        AnswerValue.Approval Ticks(bool yes) => new(yes ? [Group] : ["autre"]);
        return new Answer(unit, 1, $"c-{unit}", Channel.Page, Closed.AddDays(-3), false, false, new Dictionary<string, AnswerValue>
        {
            ["utiles"] = Ticks(what != "o"),
            ["pilotage"] = Ticks(what == "p"),
            ["engagement"] = new AnswerValue.Engagement(Interest.Some, what == "n" ? Effort.None : Effort.Attend, ""),
        });
    }

    private static Consultation Asked()
    {
        IReadOnlyList<OptionTemplate> options = [new(Group, "Vieillir chez soi", ""), new("autre", "Un autre", "")];
        var template = new ConsultationTemplate("groupes", "Groupes", "Quel groupe ?", "", AnswerUnit.Organisation, [], null, LateAnswers.Accept, [], "invitation-groupes", "", false, "",
        [
            new("utiles", QuestionKind.Approval, "Utiles", "", false, [], OptionSource.GroupCandidates),
            new("engagement", QuestionKind.Engagement, "Temps", "", true, [], OptionSource.Listed),
            new("pilotage", QuestionKind.Approval, "Piloter", "", false, [], OptionSource.GroupCandidates),
        ]);
        return new Consultation("2022-groupes", 2022, "2022/groupes", template, new Dictionary<string, IReadOnlyList<OptionTemplate>> { ["utiles"] = options, ["pilotage"] = options },
            ConsultationState.Open, Closed.AddDays(-28), Closed, null, new Audience([], "", "", 0), new Dictionary<string, int>(), 0, 0);
    }

    private static ProgrammeAction Action() => new(
        Group, 2022, ActionKind.GroupeDeTravail, "Vieillir chez soi", "", [], [], [], "", [], ActionState.Adopted, "2022-copil", []);
}
