using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter.Subscriptions;

/// <summary>What the public form takes. Pure.</summary>
public static class SubscriptionRules
{
    /// <summary>Messages of one day of the whole form: nobody fills mailboxes with it.</summary>
    public const int MostADay = 200;

    /// <summary>Field names are those of the page.</summary>
    public static IReadOnlyList<FieldError> Check(IReadOnlyList<string> lists, string address, IReadOnlyList<NewsletterSetting> newsletters)
    {
        List<FieldError> errors = [];
        if (lists.Count == 0 || lists.Any(list => newsletters.All(letter => letter.Id != list)))
            errors.Add(new FieldError("lettre", "Choisissez au moins une lettre."));
        if (address.Length == 0)
            errors.Add(new FieldError("adresse", "Donnez votre adresse électronique."));
        else if (!AddressForm.IsWellFormed(address))
            errors.Add(new FieldError("adresse", "Vérifiez cette adresse\u00A0: elle s’écrit comme prenom.nom@organisme.fr."));
        return errors;
    }

    /// <summary>
    /// The request as it stands after somebody asked: one message a day to an address, however often it is asked; what is asked
    /// meanwhile waits for the same confirmation. Null where nothing changes.
    /// </summary>
    /// <param name="known">What the address had asked for; null for nothing, or nothing that still stands.</param>
    public static AskedSubscription? Ask(SubscriptionRequest? known, string id, string address, IReadOnlyList<string> lists, DateTimeOffset now, DateOnly today)
    {
        if (known is null)
            return new AskedSubscription(new SubscriptionRequest(id, address, [.. lists.Distinct().Order(StringComparer.Ordinal)], now, today), Mails: true);
        List<string> all = [.. known.Lists.Union(lists).Order(StringComparer.Ordinal)];
        if (known.Mailed < today)
            return new AskedSubscription(known with { Lists = all, At = now, Mailed = today }, Mails: true);
        return all.Count == known.Lists.Count ? null : new AskedSubscription(known with { Lists = all }, Mails: false);
    }
}

public sealed record AskedSubscription(SubscriptionRequest Request, bool Mails);
