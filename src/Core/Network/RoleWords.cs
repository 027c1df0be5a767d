using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Network;

/// <summary>Roles in words.</summary>
public static class RoleWords
{
    public static string Join(IEnumerable<Role> roles, Platform platform) => Lists.Join(roles.Select(role => Name(role, platform)));

    public static string Name(Role role, Platform platform)
    {
        var body = role.Body is null ? null : platform.Bodies.FirstOrDefault(body => body.Id == role.Body)?.Name.ToLowerInvariant() ?? role.Body;
        return role.Kind switch
        {
            RoleKind.Referent => "personne référente",
            RoleKind.Suppleant => "suppléance",
            RoleKind.Member => body is null ? "membre" : $"membre du {body}",
            RoleKind.Chair => body is null ? "présidence" : $"présidence du {body}",
            RoleKind.Reader => "pour information",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
