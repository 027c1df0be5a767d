using System.IO.Compression;
using System.Xml;

namespace Almanach.Adapters.DataFiles.Xlsx;

/// <summary>The parts of a workbook: its sheets in order, where its strings stand, how its cells are formatted.</summary>
internal sealed record XlsxWorkbook(IReadOnlyList<XlsxSheet> Sheets, string? StringsPart, XlsxStyles Styles, bool CountsFrom1904)
{
    internal static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CheckCharacters = false, CloseInput = true };

    /// <exception cref="XmlException">A part is damaged.</exception>
    public static XlsxWorkbook Of(ZipArchive package)
    {
        var parts = package.Entries.GroupBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var relations = Relations(parts.GetValueOrDefault("xl/_rels/workbook.xml.rels"));
        List<XlsxSheet> sheets = [];
        var from1904 = false;
        using var reader = XmlReader.Create(parts["xl/workbook.xml"].Open(), Settings);
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                from1904 = reader.GetAttribute("date1904") is "1" or "true";
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && Relation(reader) is { } id && relations.TryGetValue(id, out var relation) && relation.Type == "worksheet" && parts.TryGetValue(relation.Part, out var part))
                sheets.Add(new XlsxSheet(reader.GetAttribute("name") ?? "", reader.GetAttribute("state") is "hidden" or "veryHidden", part.FullName));
        var strings = relations.Values.FirstOrDefault(relation => relation.Type == "sharedStrings")?.Part ?? "xl/sharedStrings.xml";
        var styles = relations.Values.FirstOrDefault(relation => relation.Type == "styles")?.Part ?? "xl/styles.xml";
        return new XlsxWorkbook(sheets, parts.GetValueOrDefault(strings)?.FullName, parts.TryGetValue(styles, out var style) ? XlsxStyles.Of(style.Open()) : XlsxStyles.None, from1904);
    }

    private static string? Relation(XmlReader reader)
    {
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            if (reader.LocalName == "id" && reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                var id = reader.Value;
                reader.MoveToElement();
                return id;
            }
        }
        reader.MoveToElement();
        return null;
    }

    /// <summary>By id: the last word of its type, and the part it leads to.</summary>
    private static Dictionary<string, XlsxRelation> Relations(ZipArchiveEntry? part)
    {
        var relations = new Dictionary<string, XlsxRelation>(StringComparer.Ordinal);
        if (part is null)
            return relations;
        using var reader = XmlReader.Create(part.Open(), Settings);
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target && reader.GetAttribute("Type") is { } type)
                relations[id] = new XlsxRelation(type[(type.LastIndexOf('/') + 1)..], target.StartsWith('/') ? target[1..] : target.StartsWith("../", StringComparison.Ordinal) ? target[3..] : "xl/" + target.TrimStart('.', '/'));
        return relations;
    }

    private sealed record XlsxRelation(string Type, string Part);
}

internal sealed record XlsxSheet(string Name, bool IsHidden, string Part);
