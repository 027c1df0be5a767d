
namespace Almanach.Core.Platforms.Checks;

/// <summary>Finds what waits for itself.</summary>
internal static class Circles
{
    /// <summary>
    /// The circle met on the way from a node, in order, or null. Walked without recursion, so that no calendar is too long.
    /// </summary>
    /// <param name="done">Nodes already known to lead nowhere new; what is walked is added.</param>
    public static IReadOnlyList<string>? From(string start, IReadOnlyDictionary<string, IReadOnlyList<string>> edges, HashSet<string> done)
    {
        var path = new List<string>();
        var pending = new Stack<(string Node, int Depth)>([(start, 0)]);
        IReadOnlyList<string>? circle = null;
        while (circle is null && pending.TryPop(out var next))
        {
            done.UnionWith(path.Skip(next.Depth));
            path.RemoveRange(next.Depth, path.Count - next.Depth);
            if (path.IndexOf(next.Node) is >= 0 and var at)
                circle = path[at..];
            else if (!done.Contains(next.Node))
            {
                path.Add(next.Node);
                foreach (var target in edges.GetValueOrDefault(next.Node, []))
                    pending.Push((target, path.Count));
            }
        }
        done.UnionWith(path);
        return circle;
    }
}
