using Almanach.Core.Consultations;
using Almanach.Core.French;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Privacy;

namespace Almanach.Web.Network.Data;

/// <summary>What is held, in words for the person herself.</summary>
internal static class DataWords
{
    public static string Outcome(Delivery delivery) => delivery switch
    {
        Delivery.Pending or Delivery.Claimed => "en cours d’envoi",
        Delivery.Deferred => "refusé pour l’instant, nouvel essai prévu",
        Delivery.Expired => "non envoyé, trop tard",
        Delivery.Stopped => "non envoyé, envoi arrêté",
        Delivery.Unknown => "remise incertaine",
        Delivery.Sent => "envoyé",
        Delivery.Delayed => "envoyé, pas encore accepté par votre messagerie",
        Delivery.Refused => "refusé par votre messagerie",
        Delivery.Unreachable => "non envoyé, votre adresse les refuse",
        Delivery.Suppressed => "non envoyé",
        Delivery.Delivered => "remis à votre messagerie",
        Delivery.Bounced => "revenu",
        Delivery.Complained => "signalé comme indésirable",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How an answer came, after « donnée ».</summary>
    public static string Given(Channel channel) => channel switch
    {
        Channel.Page => "en ligne",
        Channel.Phone => "par téléphone",
        Channel.Reply or Channel.Mail => "par courriel",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string State(BookingState? state) => state switch
    {
        BookingState.Held or BookingState.Asked => "à confirmer",
        BookingState.Confirmed => "confirmée",
        BookingState.Waiting => "sur la liste d’attente",
        null => "enregistrée",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What she receives, by her choice.</summary>
    public static string Messages(Contact person, Platform platform)
    {
        if (person.Suppressed)
            return "Vous n’en recevez plus, à votre demande.";
        var left = platform.Newsletters.Where(letter => !person.Receives(letter.Id)).Select(letter => $"«\u00A0{letter.Title}\u00A0»").ToList();
        return $"Vous recevez les consultations, les convocations{(left.Count == 0 && platform.Newsletters.Count > 0 ? ", les documents et les lettres." : " et les documents.")}{(left.Count > 0 ? $" Vous ne voulez plus recevoir {Lists.Join(left)}." : "")}";
    }

    public static string Request(HeldRequestKind kind) => kind switch
    {
        HeldRequestKind.Succession => "Proposition d’une personne pour prendre la suite",
        HeldRequestKind.Erasure => "Effacement de vos données",
        HeldRequestKind.Address => "Changement d’adresse",
        HeldRequestKind.Subject => "Adresse laissée avec un sujet proposé sur la page publique",
        HeldRequestKind.Subscription => "Abonnement à une lettre, à confirmer",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
