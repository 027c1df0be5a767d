using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Almanach.Core;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Public;

/// <summary>A feed (Atom, RFC 4287): ids are the addresses, which never change; the same entries give the same bytes.</summary>
internal static class AtomFeed
{
    /// <param name="self">Path of the feed.</param>
    /// <param name="page">Path of the page that shows the same.</param>
    /// <param name="title">After the platform's name.</param>
    /// <param name="entries">The last first.</param>
    public static IResult Of(Office office, string self, string page, string title, IReadOnlyList<AtomEntry> entries)
    {
        var (root, platform) = (office.Links.Root, office.Setting.Platform);
        var changed = entries.Count > 0 ? entries[0].At : office.Setting.Zone.At(new DateOnly(platform.FirstYear, 1, 1), TimeOnly.MinValue);
        var feed = new SyndicationFeed(Sound($"{platform.Brand.Short}\u00A0: {title}"), "", new Uri(root + page), root + page, changed.ToUniversalTime())
        {
            Language = "fr",
            Description = null,
            Items = [.. entries.Select(entry => Item(root, entry))],
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(root + self), "application/atom+xml"));
        feed.Authors.Add(new SyndicationPerson { Name = Sound(platform.Brand.Name) });
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
            feed.GetAtom10Formatter().WriteTo(xml);
        return Results.Bytes(bytes.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private static SyndicationItem Item(string root, AtomEntry entry)
    {
        return new SyndicationItem(Sound(entry.Title), (SyndicationContent?)null, new Uri(root + entry.Path), root + entry.Path, entry.At.ToUniversalTime())
        {
            PublishDate = entry.At.ToUniversalTime(),
            Summary = new TextSyndicationContent(Sound(entry.Summary)),
        };
    }

    /// <summary>XML has no place for some characters that people paste.</summary>
    private static string Sound(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or '\r' or >= 0x20 and not 0xFFFE and not 0xFFFF).Select(rune => rune.ToString()));
}

/// <param name="Path">From the root; its page and its id.</param>
internal sealed record AtomEntry(string Path, string Title, DateTimeOffset At, string Summary);
