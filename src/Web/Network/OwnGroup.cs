using Almanach.Core.Groups;
using Almanach.Core.Network;

namespace Almanach.Web.Network;

/// <summary>A working group as its members see it.</summary>
/// <param name="Pilot">Name of the organisation; empty as long as there is none.</param>
/// <param name="Referent">Name of the person who answers for it; empty as long as there is none.</param>
/// <param name="Members">Names of the organisations.</param>
public sealed record OwnGroup(Group Group, string Pilot, string Referent, IReadOnlyList<string> Members)
{
    public static IReadOnlyList<OwnGroup> Of(IReadOnlyList<Group> groups, Roster roster, string organisation) =>
        [.. groups.Where(group => group.State == GroupState.Launched && group.Gathers(organisation)).Select(group => new OwnGroup(
            group, Name(roster, group.Pilot), group.Referent is { } id && roster.Contacts.GetValueOrDefault(id) is { Active: true } person ? person.Name : "",
            [.. group.Members.Select(member => member.Organisation).Distinct().Select(id => Name(roster, id)).Where(name => name.Length > 0)]))];

    private static string Name(Roster roster, string id) => roster.Organisations.GetValueOrDefault(id)?.Name ?? "";
}
