using Almanach.Core.Mail;
using Almanach.Core.Network;

namespace Almanach.Core.Newsletter.Subscriptions;

/// <summary>Who receives a newsletter. Pure.</summary>
public static class ListRules
{
    /// <summary>
    /// Members of the network first, then those who subscribe from outside, each by id, each address once. An address that the
    /// network knows follows what its person chose there: who left the list, or objects to all mail, gets none by the other door.
    /// </summary>
    /// <param name="subscribers">In order of id.</param>
    public static IReadOnlyList<AudienceMember> Audience(string list, Roster roster, IEnumerable<Subscriber> subscribers)
    {
        var members = roster.Active.Where(contact => contact.Receives(list) && contact.Address.Length > 0)
            .DistinctBy(contact => contact.Address, StringComparer.OrdinalIgnoreCase);
        var known = Known(roster);
        return
        [
            .. members.Select(contact => new AudienceMember(contact.Id, contact.Organisation, None)),
            .. subscribers.Where(person => !known.Contains(person.Address)).DistinctBy(person => person.Address, StringComparer.OrdinalIgnoreCase)
                .Select(person => new AudienceMember(Subscriber.Reference(list, person.Id), SubscriberRoster.Organisation.Id, None)),
        ];
    }

    /// <summary>Addresses for which the network speaks: those of its people, and of whoever objects to all mail, even erased.</summary>
    public static HashSet<string> Known(Roster roster) => roster.Active.Concat(roster.Contacts.Values.Where(contact => contact.Suppressed))
        .Where(contact => contact.Address.Length > 0).Select(contact => contact.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> None { get; } = new Dictionary<string, IReadOnlyList<string>>();
}
