using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Tables;

namespace Almanach.Web.Cockpit.Network;

/// <summary>The network as a table, with the columns an import reads again.</summary>
internal static class NetworkTable
{
    public static ExportTable Of(IReadOnlyList<NetworkEntry> entries, Platform platform)
    {
        string[] head =
        [
            "Organisme", "Pour", "Collège", "Type", "Charte", "Engagement", "Prénom", "Nom", "Courriel", "Fonction", "Référent", "Suppléant",
            .. platform.Bodies.Select(body => body.Name), "Rôles", "Fin de mandat", "Source", "Depuis", "Partie", "Sans message",
        ];
        return new ExportTable("reseau", head, [.. entries.SelectMany(entry => entry.People.Count == 0
            ? [Row(entry.Organisation, null, platform)]
            : entry.People.Select(person => Row(entry.Organisation, person, platform)))]);
    }

    private static IReadOnlyList<string> Row(Organisation organisation, Contact? person, Platform platform)
    {
        string[] first =
        [
            organisation.Name, organisation.For, platform.Colleges.FirstOrDefault(college => college.Id == organisation.College)?.Name ?? "", organisation.Kind,
            organisation.CharterSigned is { } day ? $"{day:yyyy-MM-dd}" : "", organisation.Commitment,
        ];
        return person is null
            ? [.. first, "", "", "", "", "", "", .. platform.Bodies.Select(_ => ""), "", "", "", "", "", ""]
            : [.. first, person.FirstName, person.LastName, person.Address, person.Function, YesNo(person.Is(RoleKind.Referent)), YesNo(person.Is(RoleKind.Suppleant)),
                .. platform.Bodies.Select(body => YesNo(person.SitsIn(body.Id))), RoleWords.Join(person.Roles, platform), RoleWords.Terms(person, platform), person.Source, $"{person.Since:yyyy-MM-dd}",
                YesNo(!person.Active), YesNo(person.Suppressed)];
    }

    private static string YesNo(bool yes) => yes ? "oui" : "non";
}
