using Almanach.Core.French;
using Almanach.Core.Library.Catalogue;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Catalogue;

/// <summary>Which entries the coordinator looks at.</summary>
/// <param name="State">« actuelles », « publiques », « internes », « non-confirmees », « retirees ».</param>
public sealed record CatalogueFilter(string Words, string State)
{
    public static readonly IReadOnlyList<(string Value, string Label)> States =
        [("actuelles", "Toutes les fiches à jour"), ("publiques", "Publiques"), ("internes", "Internes"), ("non-confirmees", "Non confirmées depuis deux ans"), ("retirees", "Retirées")];

    public static CatalogueFilter Of(IQueryCollection query) => new(
        Fields.Clean(query["q"].ToString()).Trim() is { Length: <= CatalogueQuery.MaxWords } words ? words : "",
        query["etat"].ToString() is var state && States.Any(known => known.Value == state) ? state : "actuelles");

    public string Query => $"?q={Uri.EscapeDataString(Words)}&etat={State}";

    public IReadOnlyList<CatalogueEntry> Find(CatalogueShelf shelf, Func<CatalogueEntry, bool> isStale)
    {
        var asked = SearchWords.Asked(Words);
        return [.. shelf.Entries.Values.Where(entry => Has(entry, isStale) && (asked.Count == 0 || Says(shelf, entry, asked)))
            .OrderBy(entry => Typography.Fold(entry.Card.Title), StringComparer.Ordinal)];
    }

    private bool Has(CatalogueEntry entry, Func<CatalogueEntry, bool> isStale) => State switch
    {
        "publiques" => entry.IsFound,
        "internes" => entry.IsCurrent && !entry.IsFound,
        "non-confirmees" => entry.IsCurrent && isStale(entry),
        "retirees" => !entry.IsCurrent,
        _ => entry.IsCurrent,
    };

    private static bool Says(CatalogueShelf shelf, CatalogueEntry entry, IReadOnlyList<string> asked)
    {
        var stems = SearchWords.Stems($"{entry.Card.Title} {string.Join(' ', shelf.Producers(entry.Card))} {entry.Card.Summary}").ToList();
        return asked.All(word => stems.Exists(stem => stem.StartsWith(word, StringComparison.Ordinal)));
    }
}
