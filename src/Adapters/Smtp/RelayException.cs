namespace Almanach.Adapters.Smtp;

/// <summary>The relay takes no letter at all: no addressee is to blame. The message is in French and names no address.</summary>
public sealed class RelayException(string message, Exception? reason = null) : Exception(message, reason)
{
    internal static RelayException Unreachable(Exception reason) =>
        new("Le serveur d’envoi n’a pas pu être joint. L’envoi reprendra de lui-même.", reason);

    internal static RelayException Uncertain(Exception reason) =>
        new("Le serveur d’envoi ne prouve pas qu’il est celui des réglages\u00a0: son certificat porte un autre nom, est expiré ou n’est pas reconnu. Rien ne lui a été confié.", reason);

    internal static RelayException NoStartTls() =>
        new("Le serveur d’envoi ne propose pas STARTTLS sur ce port. Rien ne lui a été confié. Essayez le port 465 avec «\u00a0implicit\u00a0».");

    internal static RelayException NoSignIn() =>
        new("Le serveur d’envoi ne propose aucune connexion par mot de passe (AUTH PLAIN ou LOGIN). Vérifiez son port, ou retirez l’identifiant.");

    internal static RelayException SignInRefused(SmtpReply reply) =>
        new($"Le serveur d’envoi refuse l’identifiant ou le mot de passe ({reply.Codes}). Corrigez-les dans les réglages.");

    internal static RelayException NotNow(SmtpReply reply) =>
        new($"Le serveur d’envoi ne prend pas de message pour l’instant ({reply.Codes}). L’envoi reprendra de lui-même.");

    internal static RelayException TakesNone(SmtpReply reply) =>
        new($"Le serveur d’envoi refuse tout message de cette adresse ou de cette machine ({reply.Codes}). Vérifiez l’identifiant et l’adresse d’expédition.");

    internal static RelayException TooLarge(long bytes, long most) =>
        new($"Le message pèse {Megabytes(bytes)}\u00a0Mo avec ses pièces jointes, et le serveur d’envoi n’en prend que {Megabytes(most)}. Allégez-le.");

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.#").Replace('.', ',');
}
