using Almanach.Core;
using Almanach.Core.Groups;
using Almanach.Core.Network;

namespace Almanach.Web.Network;

/// <summary>A working group as its members see it.</summary>
/// <param name="Pilot">Name of the organisation; empty as long as there is none.</param>
/// <param name="Referent">Name of the person who answers for it; empty as long as there is none.</param>
/// <param name="Members">Names of the organisations.</param>
/// <param name="Path">Its page, for somebody who leads it; null for the others.</param>
public sealed record OwnGroup(Group Group, string Pilot, string Referent, IReadOnlyList<string> Members, string? Path)
{
    public static IReadOnlyList<OwnGroup> Of(Office office, IReadOnlyList<Group> groups, Roster roster, Contact person) =>
        [.. groups.Where(group => group.State == GroupState.Launched && (group.Gathers(person.Organisation) || group.IsLedBy(person))).Select(group => new OwnGroup(
            group, Name(roster, group.Pilot), group.Referent is { } id && roster.Contacts.GetValueOrDefault(id) is { Active: true } referent ? referent.Name : "",
            [.. group.Members.Select(member => member.Organisation).Distinct().Select(id => Name(roster, id)).Where(name => name.Length > 0)],
            group.IsLedBy(person) ? PilotHandlers.PathOf(office, group, person) : null))];

    private static string Name(Roster roster, string id) => roster.Organisations.GetValueOrDefault(id)?.Name ?? "";
}
