using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Replies;

/// <summary>Where a reply is not even read for an answer.</summary>
internal static class ReplyDoors
{
    /// <summary>Why, in a sentence; null where it is read.</summary>
    public static string? Closed(Consultation consultation, Reply reply) => reply switch
    {
        _ when consultation.Template.IsSecret() => "Ce vote est secret\u00A0: il ne se fait que sur sa page, par le lien personnel.",
        _ when IsVote(consultation.Template) && !consultation.Template.VoteOrDefault().ByReply => "C’est un vote\u00A0: il se fait sur sa page, par le lien personnel.",
        { Text.Length: > ReplyRules.MostCharacters } => "Le message est trop long pour être une réponse.",
        _ when reply.At < reply.Before?.At => "Une réponse plus récente est déjà enregistrée.",
        _ when !reply.Text.Any(char.IsLetterOrDigit) => reply.Files > 0 ? "La réponse est dans une pièce jointe." : "Le message est vide.",
        _ => null,
    };

    private static bool IsVote(ConsultationTemplate template) => template.Vote is not null || template.BallotQuestion() is not null;
}
