using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter;

/// <summary>
/// The consultation that puts the articles of an edition to its editors: for each, « je l’approuve » or a correction. Whoever
/// says nothing approves.
/// </summary>
public static class EditionReview
{
    public const string Approve = "approuver";

    public const string Correct = "corriger";

    private const string Suffix = "-relecture";

    /// <summary>« 2022-lettre-2-relecture ».</summary>
    public static string Id(string edition) => edition + Suffix;

    public static bool IsOne(Consultation consultation) => consultation.Template.Invitation == TextCatalogue.EditionReview && consultation.Id.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>Id of the edition whose articles it is about.</summary>
    public static string EditionOf(Consultation consultation) => consultation.Id[..^Suffix.Length];

    /// <summary>Where the words the editors were shown are kept: « lettres/2022-lettre-2-relecture.json ».</summary>
    public static string File(string consultation) => $"lettres/{consultation}.json";

    public static string Opinion(int place) => $"avis-{place}";

    public static string Correction(int place) => $"correction-{place}";

    /// <param name="articles">In the order in which they are read: their places in the questions.</param>
    /// <param name="editors">Id of the body.</param>
    public static AdHoc Asked(Edition edition, IReadOnlyList<Article> articles, string editors) => new(
        Id(edition.Id), edition.Year, $"{edition.Year}/{edition.Step}", new ConsultationTemplate(
            $"{edition.Step}{Suffix}", $"{edition.Title}\u00A0: relecture", "Ces articles peuvent-ils paraître\u202F?",
            "Pour chaque article, approuvez-le ou écrivez la correction que vous demandez, jusqu’au [clôture]. Sans réponse de votre part, il est approuvé.",
            AnswerUnit.Contact, [RoleKind.Member, RoleKind.Chair], editors, LateAnswers.Refuse, [1], TextCatalogue.EditionReview,
            $"{edition.Title}\u00A0: vous pouvez relire les articles jusqu’au [clôture]. Sans réponse, ils sont approuvés.", false, "",
            [.. articles.Index().SelectMany(article => Questions(article.Index + 1, article.Item))]),
        edition.Until!.Value);

    private static IEnumerable<QuestionTemplate> Questions(int place, Article article)
    {
        yield return new QuestionTemplate(Opinion(place), QuestionKind.Choice, article.Title, "", false,
            [new OptionTemplate(Approve, "Je l’approuve", ""), new OptionTemplate(Correct, "Je demande une correction", "")], OptionSource.Listed);
        yield return new QuestionTemplate(Correction(place), QuestionKind.Text, "La correction demandée", "Le passage, et ce qu’il devrait dire.", false, [], OptionSource.Listed);
    }

    /// <summary>What an opinion must hold beyond each of its questions; nothing for any other consultation.</summary>
    public static IEnumerable<FieldError> Check(Consultation consultation, AnswerCommand command)
    {
        if (!IsOne(consultation))
            yield break;
        for (var place = 1; place <= consultation.Template.Questions.Count / 2; place++)
        {
            var (option, words) = OpinionOn(place, command.Values);
            if (option == Correct && words.Length == 0)
                yield return new FieldError(Correction(place), "Écrivez la correction que vous demandez, en quelques mots.");
            if (option == Approve && words.Length > 0)
                yield return new FieldError(Opinion(place), "Vous approuvez, et vous écrivez une correction\u00A0: choisissez l’un des deux, ou effacez la correction.");
            if (option.Length == 0 && words.Length > 0)
                yield return new FieldError(Opinion(place), "Vous écrivez une correction\u00A0: choisissez « Je demande une correction », ou effacez-la.");
        }
    }

    /// <summary>All articles approved at once, as a reply by mail may say.</summary>
    public static IReadOnlyDictionary<string, AnswerValue> All(Consultation consultation) => Enumerable.Range(1, consultation.Template.Questions.Count / 2)
        .ToDictionary(Opinion, _ => (AnswerValue)new AnswerValue.Choice(Approve));

    /// <summary>What the editors said of the article at a place, in the order in which it came.</summary>
    public static Opinions Of(int place, IEnumerable<Answer> answers)
    {
        var said = answers.OrderBy(answer => answer.At).Select(answer => (answer.Unit, Said: OpinionOn(place, answer.Values))).ToList();
        return new Opinions(said.Count(one => one.Said.Option == Approve), [.. said.Where(one => one.Said.Option == Correct).Select(one => new AskedChange(one.Unit, one.Said.Words))]);
    }

    private static (string Option, string Words) OpinionOn(int place, IReadOnlyDictionary<string, AnswerValue> values) =>
        (values.GetValueOrDefault(Opinion(place)) is AnswerValue.Choice { Option: var option } ? option : "",
            values.GetValueOrDefault(Correction(place)) is AnswerValue.Text { Value: var words } ? words.Trim() : "");
}

/// <param name="Approving">How many approve.</param>
public sealed record Opinions(int Approving, IReadOnlyList<AskedChange> Changes);

/// <param name="By">Id of the contact.</param>
public sealed record AskedChange(string By, string Text);

/// <summary>What the editors are shown: frozen, so that nobody approves in silence what she was not shown.</summary>
/// <param name="Articles">In the order of the questions.</param>
public sealed record SubmittedArticles(IReadOnlyList<Article> Articles);
