using System.Xml.Linq;
using Almanach.Core.Documents;
using Almanach.Core.Ports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Document = Almanach.Core.Documents.Document;
using Outline = Almanach.Core.Documents.Outline;

namespace Almanach.Adapters.Word;

/// <summary>
/// A Word document for those who will correct it: real styles, lists, headings, table of contents and header rows, in
/// French. Page numbers of the contents are left to Word (« Mettre à jour la table », F9): nobody knows them before the
/// pages are laid out, and a wrong number is worse than none.
/// </summary>
public sealed class WordWriter : IWordWriter
{
    public byte[] Write(Document document)
    {
        var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document, autoSave: false))
        {
            var main = package.AddNewPart<MainDocumentPart>(MainType, "rDocument");
            Put(main.AddNewPart<StyleDefinitionsPart>("rStyles"), WordStyles.Xml(document.Brand));
            Put(main.AddNewPart<NumberingDefinitionsPart>("rListes"), WordNumbering.Xml);
            Put(main.AddNewPart<DocumentSettingsPart>("rReglages"), WordFrame.Settings);
            Put(main.AddNewPart<FooterPart>("rPied"), WordFrame.Footer(document));
            Put(package.AddNewPart<CoreFilePropertiesPart>("rProprietes"), WordFrame.Properties(document));
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(Body(document, new WordLinks(main)));
            main.Document.Save();
        }
        return StablePackage.Of(stream.ToArray());
    }

    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static Body Body(Document document, WordLinks links)
    {
        var sections = Outline.Of(document);
        var body = new Body();
        body.Append(Cover(document));
        if (sections.Count > 1)
            body.Append(WordContents.Of(sections));
        var blocks = new WordBlocks(document.Brand, links);
        foreach (var section in sections)
            body.Append(blocks.Chapter(section));
        body.Append(WordFrame.PageSetup("rPied"));
        return body;
    }

    private static IEnumerable<OpenXmlElement> Cover(Document document)
    {
        yield return WordText.Paragraph("Marque", document.Brand.Short);
        yield return WordText.Paragraph("NomComplet", document.Brand.Name);
        yield return WordText.Paragraph("Titre", Runs.Plain(document.Title));
        if (document.Lede.Length > 0)
            yield return WordText.Paragraph("SousTitre", document.Lede);
    }

    private static void Put(OpenXmlPart part, XElement root)
    {
        using var stream = part.GetStream(FileMode.Create);
        root.Save(stream, SaveOptions.DisableFormatting);
    }
}
