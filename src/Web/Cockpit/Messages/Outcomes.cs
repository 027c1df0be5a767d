using Almanach.Core.French;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Sending;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>What became of copies, in words.</summary>
internal static class Outcomes
{
    /// <param name="reason">Why it came back, where that is known.</param>
    public static string Name(Delivery outcome, BounceReason? reason = null) => outcome switch
    {
        Delivery.Pending => "en attente d’envoi",
        Delivery.Claimed => "en cours d’envoi",
        Delivery.Deferred => "refusé pour l’instant, sera retenté",
        Delivery.Expired => "non envoyé\u00A0: il était trop tard",
        Delivery.Stopped => "non envoyé\u00A0: l’envoi a été arrêté",
        Delivery.Unknown => "peut-être parti",
        Delivery.Sent => "envoyé",
        Delivery.Delayed => "envoyé, pas encore accepté par son serveur",
        Delivery.Refused => "refusé pour de bon",
        Delivery.Unreachable => "non envoyé\u00A0: son adresse ne reçoit plus",
        Delivery.Suppressed => "non envoyé\u00A0: a quitté le réseau ou ne veut plus de message",
        Delivery.Delivered => "remis",
        Delivery.Bounced => reason is { } known ? $"revenu\u00A0: {Why(known)}" : "revenu",
        Delivery.Complained => "remis, et signalé comme indésirable",
    };

    /// <summary>After a colon.</summary>
    private static string Why(BounceReason reason) => reason switch
    {
        BounceReason.UserUnknown => "cette adresse n’existe pas",
        BounceReason.HostUnknown => "ce domaine n’existe pas",
        BounceReason.Moved => "la personne a changé d’adresse",
        BounceReason.TakesNoMail => "ce domaine ne reçoit pas de courriel",
        BounceReason.MailboxFull => "boîte pleine",
        BounceReason.Suspended => "compte fermé pour l’instant",
        BounceReason.TooLarge => "message trop lourd",
        BounceReason.Policy => "refusé par les règles de son serveur",
        BounceReason.Delayed => "son serveur n’a pas répondu à temps",
        BounceReason.Other => "son serveur ne dit pas pourquoi",
    };

    public static string? Tone(Delivery outcome) => Deliveries.Worrying.Contains(outcome) ? "tone-warn" : null;

    /// <summary>« 61 remis sur 63, 2 revenus »; the plain cases are short. Where nobody tells what arrives, what was sent is counted.</summary>
    /// <param name="paused">What has not left waits for the coordinator.</param>
    public static string Summary(int count, IReadOnlyDictionary<string, Delivery> outcomes, bool paused = false)
    {
        int Count(params IEnumerable<Delivery> some) => outcomes.Values.Count(some.Contains);
        var (gone, arrived) = (Count(Deliveries.Gone), Count(Deliveries.Arrived));
        var complained = Count(Delivery.Complained);
        if (gone == count && complained == 0 && (arrived == 0 || arrived == count))
            return (arrived == 0, count) switch
            {
                (true, 1) => "Envoyé.",
                (true, _) => $"Envoyé à {Words.People(count)}.",
                (false, 1) => "Remis.",
                (false, _) => $"Remis à {Words.People(count)}.",
            };
        List<string> parts = arrived == 0
            ? [$"{Numbers.Digits(gone)} {(gone > 1 ? "envoyés" : "envoyé")} sur {Numbers.Digits(count)}"]
            : [$"{Numbers.Digits(arrived)} remis sur {Numbers.Digits(count)}"];
        void Part(int some, string singular, string plural)
        {
            if (some > 0)
                parts.Add(Numbers.Count(some, singular, plural));
        }
        Part(arrived == 0 ? 0 : gone - arrived, "envoyé", "envoyés");
        Part(Count(Delivery.Bounced), "revenu", "revenus");
        Part(Count(Delivery.Refused), "refusé", "refusés");
        Part(Count(Delivery.Unknown), "incertain", "incertains");
        Part(Count(Delivery.Deferred), "à retenter", "à retenter");
        Part(complained, "signalé comme indésirable", "signalés comme indésirables");
        Part(Count(Delivery.Expired), "trop tard", "trop tard");
        Part(Count(Delivery.Stopped), "arrêté", "arrêtés");
        Part(Count(Delivery.Unreachable, Delivery.Suppressed), "non envoyé", "non envoyés");
        // What was claimed before it was suspended is on its way.
        var (waiting, claimed) = (count - outcomes.Count + Count(Delivery.Pending), Count(Delivery.Claimed));
        Part(paused ? claimed : waiting + claimed, "en cours", "en cours");
        Part(paused ? waiting : 0, "suspendu", "suspendus");
        return $"{string.Join(", ", parts)}.";
    }
}
