using Almanach.Core.French;

namespace Almanach.Core.Library.Catalogue.Update;

/// <summary>A producer's entries as an invitation lists them.</summary>
public static class EntryList
{
    /// <summary>More are counted: the page shows them all.</summary>
    private const int Most = 12;

    public static IReadOnlyList<string> Of(IReadOnlyList<CatalogueEntry> entries) =>
    [
        .. entries.Take(Most).Select(entry => EntryWords.Period(entry.Card) is { Length: > 0 } period ? $"{entry.Card.Title} ({period})" : entry.Card.Title),
        .. entries.Count > Most ? [$"et {Numbers.Count(entries.Count - Most, "autre", "autres")}"] : Array.Empty<string>(),
    ];
}
