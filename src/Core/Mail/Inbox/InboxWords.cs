using Almanach.Core.Network;

namespace Almanach.Core.Mail.Inbox;

/// <summary>How what became of a message is told.</summary>
internal static class InboxWords
{
    public static string Person(Contact contact) => contact.Name.Length > 0 ? contact.Name : contact.Function.Length > 0 ? contact.Function : "cette personne";

    public static string Bounced(int known, int gone, string status) => (known, gone) switch
    {
        (0, _) => "Avis de non-remise, pour une adresse qui n’est celle d’aucun contact.",
        (_, 0) => $"Avis de non-remise passager (code {status})\u00A0: l’adresse reste bonne.",
        _ => $"L’adresse n’existe plus (code {status})\u00A0: l’organisme est sollicité pour dire qui prend la suite.",
    };

    public static string BouncedOutside(bool gone, string status) => gone
        ? $"L’adresse d’une personne abonnée hors du réseau n’existe plus (code {status})\u00A0: rien ne lui est plus envoyé."
        : $"Avis de non-remise passager, pour une personne abonnée hors du réseau (code {status})\u00A0: l’adresse reste bonne.";

    public const string Written = "Écrit par le formulaire de contact du site\u00A0: l’adresse est celle que la personne a donnée.";

    public const string Heeded = "La personne demandait à ne plus recevoir de messages. C’est déjà fait\u00A0: il ne reste qu’à classer celui-ci.";

    private const string Filing = "Classé.";

    private const string Attaching = "Rattaché à votre demande.";

    /// <summary>Why a message waits, once the coordinator said whose it is: the first reason stays.</summary>
    public static string Attached(string because) => because.EndsWith(Attaching, StringComparison.Ordinal) ? because : $"{because} {Attaching}";

    /// <summary>« Classé. », and why it waited until then.</summary>
    public static string Filed(string because) => $"{Filing} {because}";

    public static bool IsFiled(string because) => because.StartsWith(Filing, StringComparison.Ordinal);

    /// <summary>Why a message that was filed waited; records of before do not say it.</summary>
    public static string Before(string filed) => filed[Filing.Length..].Trim() is { Length: > 0 } because ? because : "Remis à votre demande parmi ce qui vous attend.";

    /// <summary>Without cutting a character in two.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];
}
