using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Schemas;
using Almanach.Core.Library.Catalogue.Import;
using Almanach.Core.Network;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms;

/// <summary>A platform's folder, read and found coherent.</summary>
/// <param name="Texts">The raw texts of <c>textes/</c>, by name without folder and extension (<c>invitation-vote</c>).</param>
/// <param name="Years">What earlier years left, by year.</param>
public sealed record LoadedPlatform(
    Platform Platform,
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<int, YearBefore> Years)
{
    /// <summary>The texts of public pages, <c>pages/*.md</c>, by name without folder and extension; may be empty.</summary>
    public IReadOnlyDictionary<string, string> Pages { get; init; } = new Dictionary<string, string>();

    /// <summary>What the dashboard shows; empty for a platform without one.</summary>
    public IndicatorCatalogue Indicators { get; init; } = IndicatorCatalogue.Empty;

    /// <summary>The schemas of expected data files, by path in the folder (<c>schemas/rsa.json</c>).</summary>
    public IReadOnlyDictionary<string, TableSchema> Schemas { get; init; } = new Dictionary<string, TableSchema>();

    /// <summary>What the catalogue of studies and sources begins with.</summary>
    public IReadOnlyList<PlannedCard> Catalogue { get; init; } = [];
}

/// <summary>The outcome of reading a folder: a platform unless some problem is an error; warnings come along with it.</summary>
public sealed record PlatformReading(LoadedPlatform? Loaded, IReadOnlyList<Problem> Problems);
