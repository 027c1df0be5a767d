using System.Globalization;
using System.Text;
using Almanach.Core.French;
using Almanach.Core.Library.Catalogue;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Library.Catalogue;

/// <summary>A search as an address, to keep or to send: everything one sees is in it. Read without ever failing.</summary>
internal static class SearchAddress
{
    /// <summary>Values of one name beyond this are not read.</summary>
    private const int Most = 40;

    private const int Longest = 80;

    public static CatalogueQuery Read(IQueryCollection query) => new(
        Words(query["q"].ToString()), All(query, "theme"), All(query, "territoire").FirstOrDefault() ?? "", All(query, "producteur"),
        [.. All(query, "sorte").Select(Kind).OfType<EntryKind>()], Year(query["de"].ToString()), Year(query["a"].ToString()), Number(query["page"].ToString()) ?? 1);

    /// <summary>What stands for a year, under that name, and is none; empty where a year does, or nothing.</summary>
    public static string Unread(IQueryCollection query, string name) =>
        Words(query[name].ToString()) is { Length: > 0 } typed && Year(typed) is null ? typed : "";

    public static string Of(CatalogueQuery query, string path = CatalogueDesk.Path)
    {
        var address = new StringBuilder();
        void Add(string name, string value) => address.Append(address.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        foreach (var (name, value) in Chosen(query))
            Add(name, value);
        if (query.Words.Length > 0)
            Add("q", query.Words);
        if (query.From is { } from)
            Add("de", Plain(from));
        if (query.Until is { } until)
            Add("a", Plain(until));
        if (query.Page > 1)
            Add("page", Plain(query.Page));
        return path + address;
    }

    /// <summary>What was chosen, words and years apart: the form sends it along.</summary>
    public static IEnumerable<(string Name, string Value)> Chosen(CatalogueQuery query) =>
    [
        .. query.Themes.Select(theme => ("theme", theme)), .. query.Territory.Length > 0 ? [("territoire", query.Territory)] : Array.Empty<(string, string)>(),
        .. query.Kinds.Select(kind => ("sorte", Name(kind))), .. query.Producers.Select(producer => ("producteur", producer)),
    ];

    /// <summary>« source-de-donnees ».</summary>
    public static string Name(EntryKind kind) => Typography.Slug(EntryWords.Name(kind), 60);

    public static EntryKind? Kind(string name) => Enum.GetValues<EntryKind>().Where(kind => Name(kind) == name).Select(kind => (EntryKind?)kind).FirstOrDefault();

    private static string Words(string text)
    {
        var clean = string.Join(' ', Fields.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length <= CatalogueQuery.MaxWords ? clean : Whole(clean[..CatalogueQuery.MaxWords]);
    }

    /// <summary>Never half of a surrogate pair.</summary>
    private static string Whole(string cut) => char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut;

    private static IReadOnlyList<string> All(IQueryCollection query, string name) =>
        [.. query[name].OfType<string>().Take(Most).Where(value => value.Length is > 0 and <= Longest).Distinct()];

    private static int? Year(string text) => Number(text) is { } year and >= EntryRules.FirstYear and <= EntryRules.LastYear ? year : null;

    private static int? Number(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
