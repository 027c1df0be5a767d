using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Words;

/// <summary>Words that ask for no more messages (GDPR, article 21): a person sees to it, before all else that was written.</summary>
public static class Objection
{
    internal static Phrases Words { get; } = new(
        @"\bne (plus|pas) (m'|nous |me |m)?(ecrire|envoyer|adresser|solliciter|contacter|relancer|etre (contacte|sollicite|destinataire))|\b(me|nous|m') ?(retirer|enlever|supprimer|desinscrire)\b|\bretire[rz]-? ?(moi|nous)\b|desinscri|desabonn|\bplus (recevoir|etre (contacte|sollicite|destinataire|relance))|\b(arretez|cessez|arreter|cesser) de (m'|nous |me )(ecrire|envoyer|adresser|solliciter|relancer)|\bne (m'|nous )(ecrivez|envoyez|adressez|sollicitez|relancez) plus\b");

    public const string Said = "La personne demande à ne plus recevoir de messages.";

    /// <summary>In a longer text, somebody else may be meant.</summary>
    private const int MostCharacters = 600;

    /// <param name="text">What somebody wrote, without what is quoted.</param>
    public static bool IsIn(string text) => text.Length <= MostCharacters && Words.In(Plain.Fold(Plain.Bare(Plain.Tidy(text))).Replace('\n', ' '));
}
