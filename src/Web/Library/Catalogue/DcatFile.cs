using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Almanach.Core;
using Almanach.Core.Library.Catalogue;

namespace Almanach.Web.Library.Catalogue;

/// <summary>The catalogue as JSON-LD in the words of DCAT-AP, so that other catalogues can harvest it.</summary>
internal static class DcatFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private const string Frequency = "http://publications.europa.eu/resource/authority/frequency/";

    private const string Rights = "http://publications.europa.eu/resource/authority/access-right/";

    public static byte[] Of(IEnumerable<CatalogueEntry> entries, CatalogueShelf shelf, Office office)
    {
        var platform = office.Setting.Platform;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("@context");
            foreach (var (prefix, address) in new[]
            {
                ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"), ("foaf", "http://xmlns.com/foaf/0.1/"),
                ("vcard", "http://www.w3.org/2006/vcard/ns#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
            })
                json.WriteString(prefix, address);
            json.WriteEndObject();
            json.WriteString("@id", $"{office.Around.Root}{CatalogueDesk.Path}");
            json.WriteString("@type", "dcat:Catalog");
            json.WriteString("dct:title", $"Catalogue des études et des sources de données, {platform.Brand.Name}");
            json.WriteString("dct:language", "fr");
            json.WriteStartObject("dct:publisher");
            json.WriteString("@type", "foaf:Agent");
            json.WriteString("foaf:name", platform.Brand.Name);
            json.WriteEndObject();
            foreach (var (name, group) in new[] { ("dcat:dataset", true), ("dcat:resource", false) })
            {
                json.WriteStartArray(name);
                foreach (var entry in entries.Where(entry => IsDataset(entry.Card.Kind) == group))
                    Write(json, entry, shelf, office);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static bool IsDataset(EntryKind kind) => kind is EntryKind.Survey or EntryKind.DataSource or EntryKind.Dashboard;

    private static void Write(Utf8JsonWriter json, CatalogueEntry entry, CatalogueShelf shelf, Office office)
    {
        var (card, setting) = (entry.Card, office.Setting.Platform.CatalogueOrEmpty());
        json.WriteStartObject();
        json.WriteString("@id", office.Catalogue.AddressOf(entry.Id));
        json.WriteString("@type", IsDataset(card.Kind) ? "dcat:Dataset" : "dcat:Resource");
        json.WriteString("dct:identifier", entry.Id);
        json.WriteString("dct:title", card.Title);
        json.WriteString("dct:type", EntryWords.Name(card.Kind));
        Words(json, "dct:description", card.Summary);
        json.WriteStartArray("dct:creator");
        foreach (var producer in shelf.Producers(card))
        {
            json.WriteStartObject();
            json.WriteString("@type", "foaf:Agent");
            json.WriteString("foaf:name", producer);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        All(json, "dcat:theme", card.Themes.Select(id => setting.ThemeOf(id)?.Name).OfType<string>());
        All(json, "dct:spatial", [.. card.Territories.Select(id => setting.TerritoryOf(id)?.Name).OfType<string>(), .. card.Area.Length > 0 ? [card.Area] : Array.Empty<string>()]);
        if (card.From is not null || card.Until is not null)
        {
            json.WriteStartObject("dct:temporal");
            json.WriteString("@type", "dct:PeriodOfTime");
            Year(json, "dcat:startDate", card.From);
            Year(json, "dcat:endDate", card.Until);
            json.WriteEndObject();
        }
        if (card.Published is { } day)
            Typed(json, "dct:issued", $"{day:yyyy-MM-dd}", "xsd:date");
        Typed(json, "dct:modified", $"{office.Setting.Zone.DayOf(entry.Changed):yyyy-MM-dd}", "xsd:date");
        if (card.Address.Length > 0)
            Reference(json, "dcat:landingPage", card.Address);
        Reference(json, "dct:accessRights", Rights + (card.Access == EntryAccess.Open ? "PUBLIC" : "RESTRICTED"));
        if (Code(card.Rhythm) is { } code)
            Reference(json, "dct:accrualPeriodicity", Frequency + code);
        Words(json, "dct:license", card.Licence);
        Words(json, "dct:provenance", card.Method);
        if (card.Service.Length > 0 || card.Mailbox.Length > 0)
        {
            json.WriteStartObject("dcat:contactPoint");
            json.WriteString("@type", "vcard:Organization");
            Words(json, "vcard:fn", card.Service);
            if (card.Mailbox.Length > 0)
                Reference(json, "vcard:hasEmail", $"mailto:{card.Mailbox}");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static string? Code(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Unknown => null,
        Rhythm.Once => "NEVER",
        Rhythm.Monthly => "MONTHLY",
        Rhythm.Quarterly => "QUARTERLY",
        Rhythm.Yearly => "ANNUAL",
        Rhythm.EveryOtherYear => "BIENNIAL",
        Rhythm.Irregular => "IRREG",
    };

    private static void Words(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
            json.WriteString(name, text);
    }

    private static void All(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Reference(Utf8JsonWriter json, string name, string address)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", address);
        json.WriteEndObject();
    }

    private static void Year(Utf8JsonWriter json, string name, int? year)
    {
        if (year is { } known)
            Typed(json, name, $"{known:0000}", "xsd:gYear");
    }

    private static void Typed(Utf8JsonWriter json, string name, string value, string type)
    {
        json.WriteStartObject(name);
        json.WriteString("@type", type);
        json.WriteString("@value", value);
        json.WriteEndObject();
    }
}
