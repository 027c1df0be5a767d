using Almanach.Core.Network;

namespace Almanach.Core.Newsletter.Subscriptions;

/// <summary>Subscribers as the sending of messages knows people: beside the network, as contacts of no organisation of it.</summary>
public static class SubscriberRoster
{
    /// <summary>One for all of them.</summary>
    public static Organisation Organisation { get; } = new("abonne.", "hors du réseau", "votre organisme", "", "", null, "");

    public static Roster With(Roster roster, string list, IReadOnlyList<Subscriber> people) => people.Count == 0 ? roster : new Roster(
        roster.Organisations.Values.Where(organisation => organisation.Id != Organisation.Id).Append(Organisation),
        [.. roster.Contacts.Values, .. people.Select(person => Contact(list, person))]);

    /// <summary>No name is asked for, and none is known.</summary>
    public static Contact Contact(string list, Subscriber person) => new(
        Subscriber.Reference(list, person.Id), Organisation.Id, "", "", person.Address, list.Length == 0 ? "Un abonnement à confirmer" : "Un abonnement", [], "", default);
}
