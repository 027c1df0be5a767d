using System.Globalization;
using Almanach.Core.Documents;
using Almanach.Core.French;
using Almanach.Core.Library;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Library;

/// <summary>A list of documents with what was looked for in it, as an address says it: <c>?mots=…&amp;lieu=…&amp;type=…&amp;annee=…&amp;theme=…</c>.</summary>
/// <param name="All">Those the reader may read.</param>
/// <param name="Found">Those kept.</param>
public sealed record LibrarySearch(LibraryFilter Filter, LibraryPlaces Places, IReadOnlyList<LibraryItem> All, IReadOnlyList<LibraryItem> Found)
{
    private const int MostWords = 200;

    public static LibrarySearch Of(IQueryCollection query, IReadOnlyList<LibraryItem> items, LibraryPlaces places)
    {
        string Asked(string name) => Fields.Clean(query[name].ToString()).Trim() is { Length: <= MostWords } text ? text : "";
        var filter = new LibraryFilter(
            Asked("mots"), Asked("lieu"), Named<LibraryKind>(Asked("type")),
            int.TryParse(Asked("annee"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null, Asked("theme"), Named<Diffusion>(Asked("diffusion")));
        return new LibrarySearch(filter, places, items, [.. items.Where(item => filter.Keeps(item, places.Of(item)))]);
    }

    public IReadOnlyList<(string, string)> PlaceOptions => [("", "Toutes"), .. Places.Among(All)];

    public IReadOnlyList<(string, string)> KindOptions =>
        [("", "Tous"), .. All.Select(item => item.Kind).Distinct().Order().Select(kind => ($"{kind}", LibraryKinds.Name(kind)))];

    public IReadOnlyList<(string, string)> YearOptions => [("", "Toutes"), .. All.Select(item => item.Day.Year).Distinct().OrderDescending().Select(year => ($"{year}", $"{year}"))];

    public IReadOnlyList<(string, string)> ThemeOptions =>
        [("", "Tous"), .. All.SelectMany(item => item.Themes).DistinctBy(Typography.Fold).OrderBy(Typography.Fold, StringComparer.Ordinal).Select(theme => (theme, theme))];

    /// <summary>« 12 documents », or what was found among them.</summary>
    public string Counted => Filter.Asks
        ? $"{Numbers.Count(Found.Count, "document trouvé", "documents trouvés")} sur {Numbers.Digits(All.Count)}"
        : Numbers.Count(Found.Count, "document", "documents");

    private static T? Named<T>(string text)
        where T : struct, Enum => Enum.IsDefined(typeof(T), text) ? Enum.Parse<T>(text) : null;
}
