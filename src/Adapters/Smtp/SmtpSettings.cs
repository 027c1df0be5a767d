namespace Almanach.Adapters.Smtp;

/// <summary>How to reach the relay.</summary>
/// <param name="Port">587 or 25; 465 is refused.</param>
/// <param name="StartTls">Encrypts before anything is said; only a relay on the same machine does without.</param>
/// <param name="User">Empty: no sign-in.</param>
/// <param name="Patience">How long the connection, and then each mail, may take.</param>
public sealed record SmtpSettings(string Host, int Port, bool StartTls, string User, string Password, TimeSpan Patience)
{
    /// <summary>What is wrong with them, in French, for whoever starts the host; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Host))
            yield return "Le serveur d’envoi n’a pas de nom. Indiquez-le, par exemple «\u00a0smtp.exemple.fr\u00a0».";
        if (Port == 465)
            yield return "Le port 465 n’est pas pris en charge. Indiquez le port 587 avec STARTTLS, que la plupart des serveurs d’envoi offrent aussi.";
        else if (Port is < 1 or > 65535)
            yield return $"Le port {Port} n’existe pas. Indiquez celui de votre serveur d’envoi, le plus souvent 587.";
        if (User.Length > 0 && !StartTls)
            yield return "Le mot de passe du serveur d’envoi passerait en clair. Activez STARTTLS, ou retirez l’identifiant.";
        if (Patience <= TimeSpan.Zero)
            yield return "Le délai d’envoi doit dépasser zéro seconde. Indiquez par exemple 60 secondes.";
    }
}
