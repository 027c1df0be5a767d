using Almanach.Core.Consultations;
using Almanach.Core.Platforms;

namespace Almanach.Web.Consultations.Answers;

/// <summary>
/// Names of the fields of the answer page. Questions and options go by their ids; our own begin with an underscore,
/// which no id holds.
/// </summary>
public static class AnswerNames
{
    public const string Revision = "_revision";

    /// <summary>Id of the proposal being changed.</summary>
    public const string Editing = "_modifier";

    /// <summary>Which button was pressed.</summary>
    public const string Step = "_etape";
    public const string Confirm = "confirmer";
    public const string Correct = "corriger";
    public const string Another = "autre";

    /// <summary>A ballot that marks nothing, or an abstention, instead of marks.</summary>
    public const string Instead = "_bulletin";
    public const string Blank = "blanc";
    public const string Abstain = "abstention";

    /// <summary>The code of a secret ballot to change, as typed; or the new one, sealed.</summary>
    public const string Code = Core.Consultations.Secret.SecretRules.CodeField;
    public const string Seal = "_sceau";

    /// <summary>Why one objects to an option, or what one minds.</summary>
    public const string Reason = "raison";

    /// <summary>Ids of near proposals that the page has already shown.</summary>
    public const string Seen = "_vues";

    public const string Title = "titre";
    public const string Rationale = "pourquoi";
    public const string Format = "rencontre";
    public const string CanSpeak = "intervenir";
    public const string OutsideSpeaker = "exterieur";
    public const string Support = "soutien";

    /// <summary>Of a contribution: the picture that is kept, and its size; why another is not; that it is taken out.</summary>
    public const string PictureFile = "_image";
    public const string PictureSize = "_image.taille";
    public const string PictureProblem = "_image.refus";
    public const string WithoutPicture = "_image.retirer";

    /// <summary>What a person types or chooses of a contribution, her picture apart.</summary>
    public static IReadOnlyList<string> OfContribution { get; } =
    [
        ContributionChecks.KindField, ContributionChecks.TitleField, ContributionChecks.TextField, ContributionChecks.LinkField, ContributionChecks.DayField,
        ContributionChecks.PlaceField, ContributionChecks.AuthorField, ContributionChecks.AltField,
    ];

    /// <summary>The button that says of every entry that it is right.</summary>
    public const string AllCurrent = "tout";

    /// <summary>Which version of an entry the page showed.</summary>
    public const string Read = "vue";

    /// <summary>Of the page of a card: the button that takes a proposed entry back.</summary>
    public const string TakeBack = "retirer";

    public static string Of(QuestionTemplate question, string part) => $"{question.Id}.{part}";

    public const string Interest = "interet";
    public const string Effort = "effort";
    public const string Note = "note";

    /// <summary>Who comes instead of the one who answers.</summary>
    public const string Representative = "representant";
}
