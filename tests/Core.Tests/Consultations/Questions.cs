using Almanach.Core.Consultations;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Consultations;

/// <summary>Small consultations to decide on.</summary>
internal static class Questions
{
    public static readonly DateTimeOffset Opens = new(2021, 10, 4, 7, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Closes = Opens.AddDays(10);

    public static Consultation Of(QuestionKind kind, LateAnswers late = LateAnswers.Refuse, OptionSource source = OptionSource.Listed, bool required = true) => new(
        "2022-q", 2022, "2022/q", Template(kind, late, source, required),
        source == OptionSource.Listed ? new Dictionary<string, IReadOnlyList<OptionTemplate>>() : new Dictionary<string, IReadOnlyList<OptionTemplate>> { ["q"] = [new("a", "A", ""), new("b", "B", "")] },
        ConsultationState.Open, Opens, Closes, null, new Audience([], "", "", 0), new Dictionary<string, int> { ["etat"] = 3 }, 0, 1);

    public static ConsultationTemplate Template(QuestionKind kind, LateAnswers late = LateAnswers.Refuse, OptionSource source = OptionSource.Listed, bool required = true) => new(
        "q", "Titre [année]", "Question", "", AnswerUnit.Organisation, [RoleKind.Referent], null, late, [7, 2], "invitation-themes", "Phrase", true, "Rien cette année",
        [new QuestionTemplate("q", kind, "Votre avis", "", required, [new("a", "A", ""), new("b", "B", "")], source)]);

    public static AnswerCommand Answer(AnswerValue value, DateTimeOffset? now = null, string unit = "caf", Channel channel = Channel.Page) =>
        new(unit, unit, "c-1", channel, false, new Dictionary<string, AnswerValue> { ["q"] = value }, now ?? Opens.AddDays(1));

    public static AnswerValue Proposes(params string[] titles) =>
        new AnswerValue.Proposals([.. titles.Select(title => new ProposalDraft("", title, "", null, false, "", "", default))], []);
}
