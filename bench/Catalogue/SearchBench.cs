using Almanach.Core.Library.Catalogue;
using BenchmarkDotNet.Attributes;

namespace Almanach.Bench;

/// <summary>A search by words, theme and territory with all its counts, beside scans that count nothing: of texts folded beforehand, and folding each.</summary>
public class SearchBench
{
    private readonly IReadOnlyList<CatalogueEntry> entries = LargeCatalogue.Make();
    private string[] folded = null!;
    private CatalogueIndex index = null!;
    private CatalogueQuery query = null!;

    [Params("", "logement", "jeunes précarité")]
    public string Words { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        index = Index();
        folded = [.. entries.Select(entry => string.Join(' ', SearchWords.Stems($"{entry.Card.Title} {entry.Card.Summary}")))];
        query = CatalogueQuery.Everything with { Words = Words, Themes = ["logement", "emploi"], Territory = "d3" };
    }

    [Benchmark(Baseline = true)]
    public int Bare()
    {
        var asked = SearchWords.Asked(Words);
        var found = 0;
        for (var i = 0; i < entries.Count; i++)
            if (entries[i].Card.Themes.Any(theme => theme is "logement" or "emploi") && entries[i].Card.Territories.Any(territory => territory is "d3" or "region")
                && asked.All(word => folded[i].Contains(word, StringComparison.Ordinal)))
                found++;
        return found;
    }

    [Benchmark]
    public int Scan()
    {
        var asked = SearchWords.Asked(Words);
        return entries.Count(entry => entry.Card.Themes.Any(theme => theme is "logement" or "emploi") && entry.Card.Territories.Any(territory => territory is "d3" or "region")
            && (asked.Count == 0 || SearchWords.Stems($"{entry.Card.Title} {entry.Card.Summary}").ToHashSet() is var stems && asked.All(stems.Contains)));
    }

    [Benchmark]
    public SearchResult Search() => index.Search(query);

    [Benchmark]
    public CatalogueIndex Index() => new(entries, LargeCatalogue.Setting, producer => producer.Name);
}
