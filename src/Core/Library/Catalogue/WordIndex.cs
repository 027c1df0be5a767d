using System.Runtime.InteropServices;

namespace Almanach.Core.Library.Catalogue;

/// <summary>Which entries hold which words, and how much a word weighs there: more in a title than in a note.</summary>
internal sealed class WordIndex
{
    /// <summary>A shorter word is found whole only: « ac » begins too many.</summary>
    private const int LeastOfPrefix = 3;

    private readonly Dictionary<string, List<Posting>> held = new(StringComparer.Ordinal);
    private string[] sorted = [];

    private readonly record struct Posting(int Entry, byte Weight);

    /// <summary>Entries are added in order, each with its heaviest texts first.</summary>
    public void Add(int entry, string text, byte weight)
    {
        foreach (var stem in SearchWords.Stems(text))
        {
            ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(held, stem, out _);
            postings ??= [];
            if (postings.Count == 0 || postings[^1].Entry != entry)
                postings.Add(new Posting(entry, weight));
        }
    }

    /// <summary>Once all are added.</summary>
    public void Settle()
    {
        sorted = [.. held.Keys];
        Array.Sort(sorted, StringComparer.Ordinal);
    }

    /// <summary>How well each entry meets all the words; 0 for one that lacks a word. A word that begins a longer one counts half.</summary>
    public int[] Score(IReadOnlyList<string> words, int entries)
    {
        var total = new int[entries];
        var best = new int[entries];
        foreach (var (position, word) in words.Index())
        {
            Array.Clear(best);
            foreach (var known in Beginning(word))
            {
                var times = known.Length == word.Length ? 2 : 1;
                foreach (var posting in held[known])
                    best[posting.Entry] = Math.Max(best[posting.Entry], posting.Weight * times);
            }
            for (var entry = 0; entry < entries; entry++)
                total[entry] = best[entry] == 0 || (position > 0 && total[entry] == 0) ? 0 : total[entry] + best[entry];
        }
        return total;
    }

    private IEnumerable<string> Beginning(string word)
    {
        if (word.Length < LeastOfPrefix)
            return held.ContainsKey(word) ? [word] : [];
        var first = Array.BinarySearch(sorted, word, StringComparer.Ordinal);
        first = first < 0 ? ~first : first;
        var last = first;
        while (last < sorted.Length && sorted[last].StartsWith(word, StringComparison.Ordinal))
            last++;
        return sorted[first..last];
    }
}
