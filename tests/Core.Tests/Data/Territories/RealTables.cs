using Almanach.Core.Data.Territories;
using Almanach.Core.Tests.Platforms;

namespace Almanach.Core.Tests.Data.Territories;

/// <summary>Real tables of producers, kept outside the repository.</summary>
internal static class RealTables
{
    /// <summary>The path of a table; the test is skipped where it is absent.</summary>
    public static string Given(string name)
    {
        var file = Path.GetFullPath(Path.Combine(Folders.Root, "..", "shared", "data", "tables", name));
        Assert.SkipUnless(File.Exists(file), $"The real table ../shared/data/tables/{name} is not on this machine.");
        return file;
    }

    /// <summary>The codes of one column of a CSV file of Insee.</summary>
    public static IReadOnlyList<TerritoryCode> Codes(string name, int column) =>
        [.. File.ReadLines(Given(name)).Skip(1).Where(line => line.Length > 0).Select(line => TerritoryCode.Of(line.Split(';')[column]))];
}
