using Almanach.Core.Network;
using Almanach.Core.Network.Import;

namespace Almanach.Core.Library.Catalogue;

/// <summary>Producers as people write them: one a line, or parted by semicolons. Those the network knows are taken for its own.</summary>
public static class ProducerNames
{
    private static readonly char[] Between = ['\n', ';', '|'];

    public static IReadOnlyList<Producer> Read(string text, Roster roster)
    {
        var finder = new OrganisationFinder(roster.Organisations.Values);
        return [.. Split(text).Select(name => finder.Find(name) is [var only] ? new Producer(only.Id) : new Producer("", name)).Distinct()];
    }

    public static IEnumerable<string> Split(string text) =>
        text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
