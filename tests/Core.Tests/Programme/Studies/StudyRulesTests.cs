using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Programme.Studies;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Programme.Studies;

/// <summary>A study from the choice of its subject to its publication.</summary>
public sealed class StudyRulesTests
{
    private static readonly DateTimeOffset Now = new(2022, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<string> Stages = StudyRules.Stages(TestOffice.Exemple().Platform, ActionKind.Etude);

    [Fact]
    public void A_study_has_seven_stages_unless_the_platform_says_otherwise_and_an_atelier_has_none()
    {
        Assert.Equal(("Sujet choisi", "Publication", 7), (Stages[0], Stages[^1], Stages.Count));
        Assert.Empty(StudyRules.Stages(TestOffice.Pfoss().Platform, ActionKind.Atelier));
    }

    [Fact]
    public void It_is_confirmed_by_the_second_stage_and_done_with_the_last()
    {
        var chosen = Reached(Study(), 0, 10);
        var framed = Reached(chosen, 1, 20);
        var published = Reached(framed, 6, 28);

        Assert.Equal([ActionState.Adopted, ActionState.Confirmed, ActionState.Done], new[] { chosen, framed, published }.Select(study => study.State));
        Assert.Equal("publication, depuis le samedi\u00A028\u00A0mai 2022", StudyWords.Now(published));
    }

    [Fact]
    public void Gone_back_to_an_earlier_stage_it_has_not_reached_the_later_ones_any_more()
    {
        var back = Reached(Reached(Reached(Study(), 0, 1), 3, 2), 1, 3);

        Assert.Equal([Stages[0], Stages[1]], back.Study!.Reached.Select(reached => reached.Stage));
    }

    [Theory]
    [InlineData("Autre chose", 1, "etape")]
    [InlineData("Réalisation", 32, "le")] // tomorrow
    [InlineData("Réalisation", 4, "le")] // before the stage before it
    public void What_cannot_be_is_refused_beside_its_field(string stage, int day, string field)
    {
        var decision = StudyRules.Reach(Reached(Study(), 0, 5), Stages, stage, new DateOnly(2022, 5, 1).AddDays(day - 1).AddDays(day == 32 ? 1 : 0), new DateOnly(2022, 6, 1), "coordination", Now);

        Assert.Equal(field, Assert.Single(Assert.IsType<Decision<ProgrammeAction>.Refused>(decision).Refusal.Fields).Field);
    }

    [Fact]
    public void The_bilan_says_its_stage_its_operator_and_its_cost_then_what_was_reported_last()
    {
        var study = Reached(Study(), 3, 12);
        study = Accepted(StudyRules.Describe(study, "ORS", "Les étudiants", "12 000 euros", "coordination", Now));
        study = Accepted(ProgrammeRules.Report(study, ActionState.Confirmed, "Le questionnaire est prêt.", "coordination", Now.AddDays(1)));

        Assert.Equal("Étape\u00A0: réalisation, depuis le jeudi\u00A012\u00A0mai 2022. Opérateur\u00A0: ORS. Coût\u00A0: 12 000 euros. Le questionnaire est prêt.", ProgrammeWords.Past(study).Note);
        Assert.Equal(1, ProgrammeWords.Past(Reached(Study(), 3, 12)).Note.Split("éalisation").Length - 1);
    }

    [Fact]
    public void What_is_too_long_is_refused()
    {
        var decision = StudyRules.Describe(Study(), new string('x', 301), new string('x', 2_001), new string('x', 301), "coordination", Now);

        Assert.Equal(["operateur", "champ", "cout"], Assert.IsType<Decision<ProgrammeAction>.Refused>(decision).Refusal.Fields.Select(error => error.Field));
    }

    private static ProgrammeAction Reached(ProgrammeAction action, int stage, int day) =>
        Accepted(StudyRules.Reach(action, Stages, Stages[stage], new DateOnly(2022, 5, day), new DateOnly(2022, 6, 1), "coordination", Now.AddMinutes(stage)));

    private static ProgrammeAction Accepted(Decision<ProgrammeAction> decision) => Assert.IsType<Decision<ProgrammeAction>.Accepted>(decision).State;

    private static ProgrammeAction Study() => new("e", 2022, ActionKind.Etude, "Les étudiants", "", [], [], [], "", [], ActionState.Adopted, "2022-copil", []);
}
