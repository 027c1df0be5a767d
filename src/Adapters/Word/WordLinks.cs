using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Almanach.Adapters.Word;

/// <summary>Links to addresses outside the document, one stable id for each address.</summary>
internal sealed class WordLinks(MainDocumentPart main)
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    /// <summary>A run that leads to the address, or plain text when it is no address.</summary>
    public OpenXmlElement To(string address, string text)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return WordText.Plain(text);
        if (!ids.TryGetValue(address, out var id))
        {
            id = $"rLien{ids.Count + 1}";
            main.AddHyperlinkRelationship(uri, isExternal: true, id);
            ids.Add(address, id);
        }
        var run = WordText.Plain(text);
        run.RunProperties = new RunProperties(new RunStyle { Val = "Lien" });
        return new Hyperlink(run) { Id = id, History = true };
    }
}
