using Almanach.Core;
using Almanach.Core.Groups;
using Almanach.Core.Network;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Public;

/// <summary>The working groups that live, for everybody: what they do and which organisations work there, nobody’s name.</summary>
internal static class GroupsHandlers
{
    public const string Path = "/groupes";

    public static async Task<IResult> Show(Office office, HttpContext context)
    {
        var roster = await office.Network.Load(context.RequestAborted);
        return await PageResult.Of<GroupsPage>(new Dictionary<string, object?>
        {
            [nameof(GroupsPage.Setting)] = office.Setting,
            [nameof(GroupsPage.Groups)] = (IReadOnlyList<PublicGroup>)[.. (await office.Groups.All(context.RequestAborted)).Where(group => group.State == GroupState.Launched)
                .Select(group => PublicGroup.Of(group, roster))],
        });
    }
}

/// <param name="Pilot">Name of the organisation; empty as long as there is none.</param>
/// <param name="Members">Names of the other organisations.</param>
public sealed record PublicGroup(string Title, int Year, string Pilot, IReadOnlyList<string> Members)
{
    public static PublicGroup Of(Group group, Roster roster) => new(
        group.Title, group.Year, roster.Organisations.GetValueOrDefault(group.Pilot)?.Name ?? "",
        [.. group.Members.Select(member => member.Organisation).Distinct().Where(id => id != group.Pilot)
            .Select(id => roster.Organisations.GetValueOrDefault(id)?.Name).OfType<string>().Order(StringComparer.Ordinal)]);
}
