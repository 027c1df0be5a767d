using Almanach.Core.Groups;
using Almanach.Web.Hosting;

namespace Almanach.Web.Network;

/// <summary>What the pilot may change of a group, as the form holds it.</summary>
/// <param name="Organisations">Ids of the member organisations.</param>
/// <param name="Resources">A person a line: « Anne Petit, Université de Lyon ».</param>
public sealed record PilotWords(IReadOnlyList<string> Organisations, string Resources, string Plan)
{
    public static PilotWords Of(Group group) =>
        new([.. group.Members.Select(member => member.Organisation).Distinct()], ResourceLines.Of(group.Resources), group.Plan);

    public static PilotWords Of(Fields fields) => new(fields.All("organismes"), fields.Text("ressources"), fields.Text("plan"));

    /// <summary>Who comes for an organisation stays as it was; of one that is new, nobody is named.</summary>
    public GroupEdit Edit(Group group) => new(group.Pilot, group.Referent,
        [.. group.Members.Where(member => Organisations.Contains(member.Organisation)),
            .. Organisations.Distinct().Where(id => group.Members.All(member => member.Organisation != id)).Select(id => new GroupMember(id, null))],
        ResourceLines.Read(Resources), Plan);
}
