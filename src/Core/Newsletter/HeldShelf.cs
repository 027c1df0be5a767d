using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Newsletter;

/// <summary>A newsletter as it was read, so that only what changed is written, if nobody wrote meanwhile.</summary>
/// <param name="Versions">By key of the row.</param>
/// <param name="Read">As it was read.</param>
internal sealed record HeldShelf(string Partition, Shelf Shelf, IReadOnlyDictionary<string, string> Versions, Shelf Read)
{
    public Draft Write(Shelf next, IReadOnlyList<Effect> effects)
    {
        var changes = Changes(Read.Editions, next.Editions, edition => Edition.Prefix + edition.Id)
            .Concat(Changes(Read.Articles, next.Articles, article => Article.Prefix + article.Id)).ToList();
        return changes.Count == 0 && effects.Count == 0 ? new Draft.Nothing() : new Draft.Write(Partition, changes, effects);
    }

    private IEnumerable<Change> Changes<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key)
        where T : class
    {
        var kept = after.Select(key).ToHashSet();
        foreach (var gone in before.Select(key).Where(one => !kept.Contains(one)))
            yield return new Change.Delete(gone, Versions[gone]);
        var known = before.ToDictionary(key);
        foreach (var one in after)
            if (!known.TryGetValue(key(one), out var was))
                yield return new Change.Insert(key(one), Stored.Write(one));
            else if (!ReferenceEquals(was, one) && Stored.Write(was) != Stored.Write(one))
                yield return new Change.Replace(key(one), Stored.Write(one), Versions[key(one)]);
    }
}
