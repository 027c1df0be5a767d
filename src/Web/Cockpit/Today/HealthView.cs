using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail.Sending;

namespace Almanach.Web.Cockpit.Today;

/// <summary>Whether all is well.</summary>
/// <param name="Troubles">What to look at, each with where it leads; empty when all is well.</param>
/// <param name="Well">What goes as it should, in sentences.</param>
public sealed record HealthView(IReadOnlyList<TroubleLink> Troubles, IReadOnlyList<string> Well)
{
    /// <summary>A task this late was missed: the worker runs every five minutes.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    public static HealthView Of(TodayMatter matter, IReadOnlyList<WaitingView> waiting)
    {
        var copies = matter.Sent.SelectMany(sent => sent.Outcomes.Values).ToList();
        int Count(params IEnumerable<Delivery> outcomes) => copies.Count(outcomes.Contains);
        var overdue = matter.Pending.Count(pending => pending.At < matter.Now - Late);

        List<TroubleLink> troubles = [];
        void Trouble(int count, string singular, string plural, string href)
        {
            if (count > 0)
                troubles.Add(new TroubleLink($"{Words.Capital(Words.Counted(count, singular, plural, feminine: true))}.", href, null));
        }
        Trouble(Count(Delivery.Refused), "copie refusée pour de bon en sept jours", "copies refusées pour de bon en sept jours", Addresses.Messages);
        Trouble(Count(Delivery.Bounced), "copie revenue en sept jours", "copies revenues en sept jours", Addresses.Messages);
        Trouble(Count(Delivery.Complained), "copie signalée comme indésirable en sept jours", "copies signalées comme indésirables en sept jours", Addresses.Messages);
        Trouble(Count(Delivery.Expired), "copie non envoyée en sept jours, parce qu’il était trop tard", "copies non envoyées en sept jours, parce qu’il était trop tard", Addresses.Messages);
        Trouble(Count(Delivery.Unknown), "copie dont on ne sait pas si elle est partie", "copies dont on ne sait pas si elles sont parties", Addresses.Messages);
        foreach (var trouble in matter.Troubles)
            troubles.Add(new TroubleLink(Failing(matter.Setting, trouble), Where(trouble), trouble.SetAside ? trouble.Row : null));
        Trouble(Poison(matter), "tâche mise de côté après plusieurs échecs", "tâches mises de côté après plusieurs échecs", Addresses.Journal);
        Trouble(overdue, "tâche en retard de plus d’un quart d’heure", "tâches en retard de plus d’un quart d’heure", Addresses.Journal);
        Trouble(waiting.Count(one => one.Late), "chose vous attend, et sa date est passée", "choses vous attendent, et leur date est passée", "#attend");

        List<string> well =
        [
            copies.Count == 0 ? "Aucun message n’est parti depuis sept jours." : $"{Numbers.Count(Count(Deliveries.Gone), "message envoyé", "messages envoyés")} sur {Numbers.Digits(copies.Count)} en sept jours.",
        ];
        if (Count(Delivery.Deferred) is > 0 and var deferred)
            well.Add($"{Words.Capital(Words.Counted(deferred, "copie sera retentée", "copies seront retentées", feminine: true))} sans que vous ayez rien à faire.");
        if (matter.Roster.Active.Count(contact => matter.Suppressed.Refused(contact.Address) is not null) is > 0 and var refused)
            well.Add($"{Words.Capital(Words.Counted(refused, "adresse ne reçoit", "adresses ne reçoivent", feminine: true))} plus\u00A0: rien n’y est envoyé (Réseau, «\u00A0Adresse refusée\u00A0»).");
        if (Count(Delivery.Suppressed) is > 0 and var suppressed)
            well.Add($"{Words.Capital(Words.Counted(suppressed, "copie n’est pas partie\u00A0: la personne a quitté le réseau ou ne veut plus de message", "copies ne sont pas parties\u00A0: les personnes ont quitté le réseau ou ne veulent plus de message", feminine: true))}.");
        if (overdue == 0 && matter.Poison == 0 && matter.Troubles.Count == 0)
            well.Add("Aucune tâche n’est en retard.");
        return new HealthView(troubles, well);
    }

    /// <summary>Without the one message kept for each place where something cannot be read: that is said by itself.</summary>
    private static int Poison(TodayMatter matter) => Math.Max(0, matter.Poison
        - matter.Troubles.Where(trouble => trouble.Problem == Core.Engine.Trouble.Unreadable).DistinctBy(trouble => trouble.Partition).Count());

    /// <summary>The message itself, once it is cut in batches; the list before that.</summary>
    private static string Where(Trouble trouble) => trouble.Kind switch
    {
        nameof(Effect.DeliverBatch) or nameof(Effect.TakeUpMailing) when trouble.Partition.StartsWith(MailingPlace, StringComparison.Ordinal) => Addresses.Message(trouble.Partition[MailingPlace.Length..]),
        nameof(Effect.SendMailing) or nameof(Effect.DeliverBatch) or nameof(Effect.TakeUpMailing) => Addresses.Messages,
        _ => Addresses.Journal,
    };

    private static readonly string MailingPlace = MailingState.Partition("");

    /// <summary>« Un message n’a pas pu partir : trois essais depuis le 5 octobre. »</summary>
    private static string Failing(Setting setting, Trouble trouble)
    {
        if (trouble.Problem == Core.Engine.Trouble.Unreadable)
            return $"Une tâche du {setting.ShortDay(trouble.Due)} ne peut pas être lue par cette version d’Almanach, et n’est pas faite. Prévenez la personne qui l’a installé\u00A0: il faut sans doute la version plus récente qui l’a écrite.";
        var what = trouble.Kind is nameof(Effect.SendMailing) or nameof(Effect.DeliverBatch) or nameof(Effect.TakeUpMailing) ? "Un message n’a pas pu partir" : "Une tâche n’a pas pu être faite";
        var tries = Words.Counted(trouble.Attempts, "essai", "essais");
        return trouble.SetAside
            ? $"{what} depuis le {setting.ShortDay(trouble.Due)}, après {tries} : Almanach n’essaie plus. Une fois la cause réparée par la personne qui l’a installé, réessayez."
            : $"{what} depuis le {setting.ShortDay(trouble.Due)} ({tries}) : Almanach essaie de nouveau.";
    }
}

/// <param name="Retry">Row of what is set aside and can be tried again; null when there is nothing to press.</param>
public sealed record TroubleLink(string Name, string Href, string? Retry);
