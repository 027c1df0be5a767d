using Almanach.Core.Groups;

namespace Almanach.Web.Network;

/// <summary>Resource persons as people type them, one a line: « Anne Petit, Université de Lyon ».</summary>
internal static class ResourceLines
{
    public static string Of(IReadOnlyList<ResourcePerson> people) =>
        string.Join('\n', people.Select(person => person.Organisation.Length > 0 ? $"{person.Name}, {person.Organisation}" : person.Name));

    public static IReadOnlyList<ResourcePerson> Read(string typed) =>
        [.. typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Person)];

    private static ResourcePerson Person(string line) => line.Split(',', 2, StringSplitOptions.TrimEntries) is [var name, var organisation]
        ? new ResourcePerson(name, organisation) : new ResourcePerson(line, "");
}
