using Almanach.Core.French;
using Almanach.Core.Mail;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>What became of copies, in words.</summary>
internal static class Outcomes
{
    public static string Name(Delivery? outcome) => outcome switch
    {
        Delivery.Sent => "remis",
        Delivery.Deferred => "refusé pour l’instant, sera retenté",
        Delivery.Refused => "refusé pour de bon",
        Delivery.Unknown => "peut-être parti",
        Delivery.Suppressed => "non envoyé\u00A0: a quitté le réseau ou ne veut plus de message",
        null => "en cours d’envoi",
    };

    public static string? Tone(Delivery? outcome) => outcome switch
    {
        Delivery.Refused or Delivery.Unknown => "tone-warn",
        Delivery.Sent or Delivery.Deferred or Delivery.Suppressed or null => null,
    };

    /// <summary>« 61 remis sur 63, 2 refusés »; the plain case is short.</summary>
    public static string Summary(int count, IReadOnlyDictionary<string, Delivery> outcomes)
    {
        int Count(Delivery outcome) => outcomes.Values.Count(other => other == outcome);
        if (Count(Delivery.Sent) == count)
            return count == 1 ? "Remis." : $"Remis à {Words.People(count)}.";
        List<string> parts = [$"{Numbers.Digits(Count(Delivery.Sent))} remis sur {Numbers.Digits(count)}"];
        void Part(int some, string singular, string plural)
        {
            if (some > 0)
                parts.Add(Numbers.Count(some, singular, plural));
        }
        Part(Count(Delivery.Refused), "refusé", "refusés");
        Part(Count(Delivery.Unknown), "incertain", "incertains");
        Part(Count(Delivery.Deferred), "à retenter", "à retenter");
        Part(Count(Delivery.Suppressed), "non envoyé", "non envoyés");
        Part(count - outcomes.Count, "en cours", "en cours");
        return $"{string.Join(", ", parts)}.";
    }
}
