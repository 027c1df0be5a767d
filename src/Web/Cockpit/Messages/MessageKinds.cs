using Almanach.Core.Mail.Sending;
using Almanach.Web.Cockpit.Texts;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>What kind of message a line of the outbox is: receipts do not drown invitations and reminders.</summary>
internal static class MessageKinds
{
    /// <summary>Everything, receipts included.</summary>
    public const string All = "tout";

    /// <summary>Folded unless they are asked for.</summary>
    public const string Receipts = "accuses";

    /// <summary>In the order of the page, each with its name.</summary>
    public static IReadOnlyList<(string Slug, string Name)> Names { get; } =
    [
        ("invitations", "Invitations"), ("relances", "Relances"), ("reunions", "Réunions"), ("suites", "Suites et documents"),
        ("lettres", "Lettres"), ("informations", "Informations et liens"), (Receipts, "Accusés de réception"), ("essais", "Essais"),
    ];

    public static string Of(MailingLine line) => line.Text switch
    {
        _ when TextSample.IsTrial(line.Key) => "essais",
        "accuse" or "accuse-courriel" or Core.Platforms.TextCatalogue.FileReceipt or Core.Platforms.TextCatalogue.ReplyWaits or Core.Platforms.TextCatalogue.ObjectionRead or "abonnement-a-confirmer" or "inscription-demandee" or "inscription-confirmee" or "inscription-attente" => Receipts,
        "lettre" or "numero-parti" or "numero-retenu" => "lettres",
        "relance" => "relances",
        "convocation" or "date-retenue" or "report-reunion" or "annulation-reunion" or "seconde-convocation" or "maintien-reunion" or "changement-reunion" or "invitation-rencontre" or "inscription-place" or "inscription-rappel" => "reunions",
        "devenir-regroupement" or "devenir-copil" or "document" or "approbation" or "approbation-nouvelle" or "compte-rendu-approuve" or "groupe-lance" or "groupe-pilote" or "groupe-reporte" or "reunion-lancement-prevue" or "reunion-lancement-a-revoir" or "reunion-lancement-deplacee" or "reunion-lancement-annulee" or "rencontre-non-tenue" or Core.Platforms.TextCatalogue.Alerts or Core.Platforms.TextCatalogue.LeakFound => "suites",
        "bienvenue-information" or Core.Platforms.TextCatalogue.JoinWelcome or "nouveau-lien" or Core.Platforms.TextCatalogue.SpaceLink or Core.Platforms.TextCatalogue.MailWaiting or Core.Platforms.TextCatalogue.NameSuccessor or "code-connexion" => "informations",
        _ => "invitations",
    };

    /// <summary>Whether a line stands in the list of a kind; without one, in all but the receipts.</summary>
    public static bool Shows(string kind, MailingLine line) => kind switch
    {
        "" => Of(line) != Receipts,
        All => true,
        _ => Of(line) == kind,
    };

    /// <summary>The kind by its slug; none for anything else.</summary>
    public static string Parse(string? slug) => slug == All || Names.Any(kind => kind.Slug == slug) ? slug! : "";
}
