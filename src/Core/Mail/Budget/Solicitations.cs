using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Budget;

/// <summary>What counts as a solicitation: a message that asks something, by the text it is made of. All others inform, confirm or thank.</summary>
public static class Solicitations
{
    /// <summary>What a message asks; null where it asks nothing, or was itself asked for a moment ago.</summary>
    /// <param name="text">Id of its text.</param>
    public static SolicitationKind? Of(Platform platform, string text) => text switch
    {
        Mailing.Reminder => SolicitationKind.Reminder,
        "convocation" or "seconde-convocation" or TextCatalogue.OpenMeeting => SolicitationKind.Convocation,
        "approbation" or TextCatalogue.MinutesAgain or TextCatalogue.EditionReview => SolicitationKind.Minutes,
        TextCatalogue.EditionCall => SolicitationKind.Invitation,
        "invitation-date" => SolicitationKind.DatePoll,
        TextCatalogue.NameSuccessor => SolicitationKind.Successor,
        TextCatalogue.Succession or "groupe-pilote" or "reunion-lancement-a-revoir" => SolicitationKind.Task,
        _ when platform.Consultations.Any(consultation => consultation.Invitation == text) => SolicitationKind.Invitation,
        _ => null,
    };
}

public enum SolicitationKind
{
    /// <summary>The invitation of a consultation.</summary>
    Invitation,

    /// <summary>On which date shall a meeting take place?</summary>
    DatePoll,

    /// <summary>What is asked again, merged: the only one that is ever held back.</summary>
    Reminder,

    /// <summary>A convocation to a committee, or the invitation to a meeting open to all.</summary>
    Convocation,

    /// <summary>Minutes to approve, or the articles of an edition.</summary>
    Minutes,

    /// <summary>Who takes the place of somebody who left?</summary>
    Successor,

    /// <summary>What waits for whoever takes somebody’s place, or pilots a group.</summary>
    Task,
}
