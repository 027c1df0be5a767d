using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Newsletter.Subscriptions;

namespace Almanach.Core.Meetings.Registration;

/// <summary>Finds the addressees of a message, people who registered or subscribe from outside among them: those stand beside the network, as contacts of no organisation of it.</summary>
public sealed class Guests(Ledger ledger, NetworkDesk network, SubscriberShelf subscribers)
{
    public async Task<Roster> Among(IReadOnlyList<AudienceMember> members, CancellationToken stop = default)
    {
        var roster = await network.Load(stop);
        foreach (var meeting in members.Select(member => Registrant.Read(member.Contact)?.Meeting).OfType<string>().Distinct().ToList())
            roster = With(roster, meeting, (await ledger.Find<RegistrationBook>(RegistrationBook.Partition(meeting), RegistrationBook.Key, stop))?.Value, await People(meeting, stop));
        return await subscribers.Beside(roster, members, stop);
    }

    public async Task<IReadOnlyList<Registrant>> People(string meeting, CancellationToken stop = default)
    {
        List<Registrant> people = [];
        await foreach (var held in ledger.List<Registrant>(RegistrationBook.Partition(meeting), Registrant.Prefix, stop))
            people.Add(held.Value);
        return people;
    }

    /// <summary>The network with these people beside it.</summary>
    public static Roster With(Roster roster, string meeting, RegistrationBook? book, IReadOnlyList<Registrant> people)
    {
        var known = people.Where(person => person.Address.Length > 0 && book?.Find(person.Id) is not null).ToList();
        return new Roster(
            [.. roster.Organisations.Values, .. known.Select(person => Organisation(meeting, person, book!))],
            [.. roster.Contacts.Values, .. known.Select(person => Contact(meeting, person, book!))]);
    }

    /// <summary>What was typed for an address nobody has confirmed is not mailed to it: it may be anybody's words.</summary>
    private static Contact Contact(string meeting, Registrant person, RegistrationBook book) => new(
        Registrant.Reference(meeting, person.Id), Registrant.Reference(meeting, person.Id), book.Find(person.Id)!.IsUnconfirmed ? "" : person.Name, "",
        person.Address, "Une inscription à confirmer", [], "", default);

    private static Organisation Organisation(string meeting, Registrant person, RegistrationBook book)
    {
        var organisation = person.Organisation.Length == 0 ? "sans organisme" : person.Organisation;
        return new Organisation(Registrant.Reference(meeting, person.Id), organisation,
            book.Find(person.Id)!.IsUnconfirmed || person.Organisation.Length == 0 ? "votre organisme" : organisation, "", "", null, "");
    }
}
