using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Network;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>Those whom a message does not reach, and why.</summary>
public sealed record LeftOut(IReadOnlyList<LeftOutPerson> People)
{
    /// <param name="people">Ids of those among whom they are looked for, each once.</param>
    /// <param name="list">Id of the newsletter it is; null for any other message.</param>
    internal static LeftOut Of(Roster roster, SuppressedAddresses known, IEnumerable<string> people, string? list = null, bool requested = false) =>
        new([.. people.Select(person => (Id: person, Why: Reach.Blocked(roster, known, person, list, requested))).Where(person => person.Why is not null)
            .Select(person => new LeftOutPerson(person.Id, Cockpit.People.Name(roster, person.Id), Href(roster, person.Id), person.Why!.Value))]);

    /// <summary>Of the whole network, whatever the message.</summary>
    internal static LeftOut Of(Roster roster, SuppressedAddresses known, string? list = null) => Of(roster, known, roster.Active.Select(contact => contact.Id), list);

    /// <summary>« elle ne veut plus de message », « deux ne veulent plus de message et une a une adresse qui ne reçoit plus ».</summary>
    public string Because => People.GroupBy(person => person.Why).OrderBy(group => group.Key).Select(group => (group.Key, Count: group.Count())).ToList() switch
    {
        [var (why, count)] => $"{(count == 1 ? "elle" : "elles")} {Verb(why, count)}",
        var several => Lists.Join(several.Select(group => $"{Numbers.Words(group.Count, feminine: true)} {Verb(group.Key, group.Count)}")),
    };

    public static string Verb(Obstacle why, int count = 1) => why switch
    {
        Obstacle.Gone => count == 1 ? "n’est plus dans le réseau" : "ne sont plus dans le réseau",
        Obstacle.Objects => count == 1 ? "ne veut plus de message" : "ne veulent plus de message",
        Obstacle.LeftList => count == 1 ? "ne reçoit pas cette lettre, par choix" : "ne reçoivent pas cette lettre, par choix",
        Obstacle.Unreachable => count == 1 ? "a une adresse qui ne reçoit plus" : "ont une adresse qui ne reçoit plus",
        Obstacle.Complained => count == 1 ? "a signalé une lettre comme indésirable" : "ont signalé une lettre comme indésirable",
    };

    /// <summary>Who subscribes or registers from outside has no card.</summary>
    private static string Href(Roster roster, string person) => Cockpit.People.HasCard(roster, person) ? Addresses.Contact(person) : "";
}

/// <param name="Href">Her card; empty where she has none.</param>
public sealed record LeftOutPerson(string Id, string Name, string Href, Obstacle Why);
