using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Themes;
using static Almanach.Core.Tests.Consultations.Questions;

namespace Almanach.Core.Tests.Consultations;

/// <summary>A receipt says all that was given, and what was left out where that counts.</summary>
public sealed class AnswerWordsTests
{
    static readonly Platform _platform = TestOffice.Pfoss().Platform;

    [Fact]
    public void A_proposal_is_said_with_its_reasons_its_meeting_and_its_speakers()
    {
        var lines = Lines(QuestionKind.Proposals, new AnswerValue.Proposals(
            [new ProposalDraft("p", "La mobilité", "Combien de jeunes\nrestent sans transport ?", ActionKind.Atelier, true, "L’Insee", "c-1", Opens)], ["q"]));

        Assert.Equal(
            ["«\u00A0La mobilité\u00A0», votre organisme peut intervenir\nCombien de jeunes\nrestent sans transport ?\nRencontre souhaitée\u00A0: atelier\nÀ inviter\u00A0: L’Insee",
                "Vous soutenez la proposition «\u00A0Le logement\u00A0»"], lines);
    }

    [Fact]
    public void Themes_left_without_a_grade_are_said_in_the_order_of_the_ballot()
    {
        var lines = Lines(QuestionKind.Grades, new AnswerValue.Grades(new Dictionary<string, Mention> { ["b"] = Mention.Bien }));

        Assert.Equal(["A\u00A0: sans mention", "B\u00A0: Bien", "Un thème laissé sans mention compte comme «\u00A0À rejeter\u00A0»."], lines);
    }

    [Fact]
    public void A_ballot_with_a_grade_for_each_theme_needs_no_explanation()
    {
        var lines = Lines(QuestionKind.Grades, new AnswerValue.Grades(new Dictionary<string, Mention> { ["b"] = Mention.Bien, ["a"] = Mention.Excellent }));

        Assert.Equal(["A\u00A0: Excellent", "B\u00A0: Bien"], lines);
    }

    public static TheoryData<QuestionKind, AnswerValue, string[]> Others => new()
    {
        { QuestionKind.Dates, new AnswerValue.Dates(new Dictionary<string, Availability> { ["b"] = Availability.IfNeedBe }), ["A\u00A0: sans réponse", "B\u00A0: si nécessaire"] },
        { QuestionKind.Approval, new AnswerValue.Approval([]), ["Votre avis\u00A0: aucun choix"] },
        { QuestionKind.Text, new AnswerValue.Text("Une ligne\nune autre"), ["Votre avis\u00A0: Une ligne\nune autre"] },
        { QuestionKind.Text, new AnswerValue.Text(""), ["Votre avis\u00A0: sans réponse"] },
        { QuestionKind.Engagement, new AnswerValue.Engagement(Interest.Strong, Effort.Lead, "Deux jours"), ["Votre avis\u00A0: très intéressé, peut piloter", "Précision\u00A0: Deux jours"] },
        { QuestionKind.Attendance, new AnswerValue.Attendance(AttendanceMode.Represented, "le matin", "Claire Martin"), ["Votre avis\u00A0: représentation par un autre membre\u00A0: Claire Martin", "Précision\u00A0: le matin"] },
        { QuestionKind.Attendance, new AnswerValue.Attendance(AttendanceMode.Remote, ""), ["Votre avis\u00A0: présence en visioconférence"] },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_kind_is_said_whole(QuestionKind kind, AnswerValue value, string[] expected) => Assert.Equal(expected, Lines(kind, value));

    [Fact]
    public void An_attendance_recorded_before_representatives_were_asked_reads_as_one_without()
    {
        var value = Core.Engine.Stored.Read<AnswerValues>("""1 {"values":{"q":{"kind":"Attendance","mode":"Represented","note":"Claire"}}}""").Values["q"];

        Assert.Equal(new AnswerValue.Attendance(AttendanceMode.Represented, "Claire"), value);
    }

    static IReadOnlyList<string> Lines(QuestionKind kind, AnswerValue value)
    {
        var board = Board.Empty(2022).With(new Proposal("q", 2022, ProposalOrigin.Collection, "insee", null, "Le logement", "", null, false, "", Opens, false, []));
        var answer = new Answer("caf", 1, "c-1", Channel.Page, Opens, false, false, new Dictionary<string, AnswerValue> { ["q"] = value });
        return AnswerWords.Lines(Of(kind), answer, _platform, board);
    }
}
