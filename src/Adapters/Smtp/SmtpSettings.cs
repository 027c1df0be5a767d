using System.Net;

namespace Almanach.Adapters.Smtp;

/// <summary>How to reach the relay.</summary>
/// <param name="Host">The name its certificate must bear.</param>
/// <param name="User">Empty: no sign-in.</param>
/// <param name="Patience">What RFC 5321 (4.5.3.2) gives five minutes, a reply to MAIL for one; its other times are in proportion (<see cref="SmtpTimes"/>).</param>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string User, string Password, TimeSpan Patience)
{
    /// <summary>Connections at once, 1 to 20.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>Letters to one domain in any minute, 1 to 100,000.</summary>
    public int PerMinute { get; init; } = 120;

    /// <summary>What a port is mostly used with.</summary>
    public static SmtpSecurity Usual(int port) => port == 465 ? SmtpSecurity.Implicit : SmtpSecurity.StartTls;

    /// <summary>What is wrong with them, in French, for whoever starts the host; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Host))
            yield return "Le serveur d’envoi n’a pas de nom. Indiquez-le, par exemple «\u00a0smtp.exemple.fr\u00a0».";
        if (Port is < 1 or > 65535)
            yield return $"Le port {Port} n’existe pas. Indiquez celui de votre serveur d’envoi, le plus souvent 587 ou 465.";
        else if (Port == 465 && Security != SmtpSecurity.Implicit)
            yield return "Le port 465 est chiffré dès le premier octet. Choisissez «\u00a0implicit\u00a0», ou le port 587 avec STARTTLS.";
        if (User.Length > 0 && Security == SmtpSecurity.None)
            yield return "Le mot de passe du serveur d’envoi passerait en clair. Activez STARTTLS, ou retirez l’identifiant.";
        else if (Security == SmtpSecurity.None && !string.IsNullOrWhiteSpace(Host) && !IsThisMachine)
            yield return "Les messages passeraient en clair. Seul un serveur d’envoi de la même machine s’en contente\u00a0: activez STARTTLS.";
        if (User.Contains('\0') || Password.Contains('\0'))
            yield return "L’identifiant ou le mot de passe du serveur d’envoi contient un caractère nul. Recopiez-le.";
        if (Patience <= TimeSpan.Zero)
            yield return "Le délai d’envoi doit dépasser zéro seconde. Indiquez par exemple 60 secondes.";
        if (Connections is < 1 or > 20)
            yield return $"Le nombre de connexions au serveur d’envoi va de 1 à 20, pas {Connections}. Indiquez par exemple 4.";
        if (PerMinute is < 1 or > 100_000)
            yield return $"Le nombre de messages par minute et par domaine va de 1 à 100\u202f000, pas {PerMinute}. Indiquez par exemple 120.";
    }

    private bool IsThisMachine => Host == "localhost" || IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address);
}
