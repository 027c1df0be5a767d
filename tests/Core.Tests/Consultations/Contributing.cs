using Almanach.Core.Consultations;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Consultations;

/// <summary>A call for contributions to a newsletter, and what people send.</summary>
internal static class Contributing
{
    public const string Question = "contributions";

    public static readonly ContributedPicture Bus = new($"images/{new string('a', 64)}.jpg", "Le bus à Saint-Amour", 1_200, 800);

    /// <param name="step">The step of the year it belongs to.</param>
    public static AdHoc Call(int year, string step, DateTimeOffset closes, string invitation = "invitation-themes", AnswerUnit unit = AnswerUnit.Organisation) =>
        new($"{year}-lettre-1-appel", year, step, Template(invitation, unit), closes);

    public static ConsultationTemplate Template(string invitation = "invitation-themes", AnswerUnit unit = AnswerUnit.Organisation) => new(
        "lettre-1-appel", "Lettre d’informations", "Que voulez-vous faire savoir\u202F?", "Un article, un lien, un événement.", unit, [RoleKind.Referent], null, LateAnswers.Accept, [7], invitation,
        "Envoyez ce que vous voulez faire savoir.", true, "Nous n’avons rien à proposer pour ce numéro",
        [new QuestionTemplate(Question, QuestionKind.Contributions, "Vos contributions", "", true, [], OptionSource.Listed)]);

    public static Contribution Article(string title, string text = "", string id = "") => new(id, ContributionKind.Article, title, text, "", null, "", "", null, "", default);

    public static AnswerValue Value(params Contribution[] items) => new AnswerValue.Contributions(items);
}
