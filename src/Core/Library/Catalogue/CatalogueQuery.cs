namespace Almanach.Core.Library.Catalogue;

/// <summary>What is looked for. An entry is found that meets every criterion; within one, any of the values chosen.</summary>
/// <param name="Words">All of them, capitals, accents and plurals aside.</param>
/// <param name="Territory">Id; also found is what covers a territory around it, or a part of it. Empty for anywhere.</param>
/// <param name="Producers">Keys (<see cref="ProducerKey"/>).</param>
/// <param name="From">First year of interest; null for any.</param>
/// <param name="Until">Last year of interest; null for any.</param>
/// <param name="Page">From 1.</param>
public sealed record CatalogueQuery(
    string Words, IReadOnlyList<string> Themes, string Territory, IReadOnlyList<string> Producers, IReadOnlyList<EntryKind> Kinds, int? From, int? Until, int Page = 1)
{
    public static CatalogueQuery Everything { get; } = new("", [], "", [], [], null, null);

    public const int MaxWords = 200;

    /// <summary>Nothing is asked: the whole catalogue.</summary>
    public bool IsOpen => Words.Length == 0 && Themes.Count == 0 && Territory.Length == 0 && Producers.Count == 0 && Kinds.Count == 0 && From is null && Until is null;

    /// <summary>Chosen among what is offered, words and years apart.</summary>
    public int Chosen => Themes.Count + Producers.Count + Kinds.Count + (Territory.Length > 0 ? 1 : 0);
}

/// <summary>How the address of a search names a producer: its id, or what is made of its name outside the network.</summary>
public static class ProducerKey
{
    public static string Of(Producer producer) => producer.Organisation.Length > 0 ? producer.Organisation : "~" + French.Typography.Slug(producer.Name, 60);
}
