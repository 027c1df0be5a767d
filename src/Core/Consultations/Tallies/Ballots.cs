namespace Almanach.Core.Consultations.Tallies;

static class Ballots
{
    /// <summary>Ballots are checked where they come in; a name that is no option here is a bug, never a lost vote.</summary>
    public static void MustName(IReadOnlyList<string> options, IEnumerable<string> named)
    {
        var known = options.ToHashSet(StringComparer.Ordinal);
        if (known.Count != options.Count)
            throw new ArgumentException("An option stands twice.", nameof(options));

        if (named.FirstOrDefault(name => !known.Contains(name)) is { } stray)
            throw new ArgumentException($"No such option: {stray}.", nameof(named));
    }
}
