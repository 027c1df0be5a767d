using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Network;

/// <summary>Roles in words.</summary>
public static class RoleWords
{
    public static string Join(IEnumerable<Role> roles, Platform platform) => Lists.Join(roles.Select(role => Name(role, platform)));

    /// <summary>« comité technique jusqu’au 31/01/2023 », body by body; empty where no end is set.</summary>
    public static string Terms(Contact contact, Platform platform) => Lists.Join((contact.Terms ?? []).Where(term => contact.SitsIn(term.Body))
        .Select(term => $"{platform.BodyOf(term.Body)?.Name.ToLowerInvariant() ?? term.Body} jusqu’au {term.Until:dd'/'MM'/'yyyy}"));

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
