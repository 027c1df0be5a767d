using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Wordprocessing;
using Document = Almanach.Core.Documents.Document;
using Runs = Almanach.Core.Documents.Runs;

namespace Almanach.Adapters.Word;

/// <summary>What surrounds the text: A4 pages, footer, settings, properties. Lengths are twentieths of a point.</summary>
internal static class WordFrame
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>A4 is 11906 wide, with 20 mm on each side.</summary>
    public const int TextWidth = 11906 - (2 * Margin);

    private const int Margin = 1134;

    private static readonly XNamespace W = Namespace;

    /// <summary>Opens in today's mode of Word; asks nothing on opening.</summary>
    public static XElement Settings => XElement.Parse($"""
        <w:settings xmlns:w="{Namespace}">
          <w:zoom w:percent="100"/>
          <w:defaultTabStop w:val="567"/>
          <w:characterSpacingControl w:val="doNotCompress"/>
          <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
          <w:themeFontLang w:val="fr-FR"/>
          <w:decimalSymbol w:val=","/>
          <w:listSeparator w:val=";"/>
        </w:settings>
        """);

    /// <summary>The platform and the document on the left, the page on the right; the title page has none.</summary>
    public static XElement Footer(Document document) => new(W + "ftr",
        new XAttribute(XNamespace.Xmlns + "w", Namespace),
        new XElement(W + "p",
            new XElement(W + "pPr", new XElement(W + "pStyle", new XAttribute(W + "val", "PiedDePage"))),
            Run($"{document.Brand.Short} – {Runs.Plain(document.Title)}"),
            new XElement(W + "r", new XElement(W + "tab")),
            Run("page "), Field("PAGE"), Run(" sur "), Field("NUMPAGES")));

    public static SectionProperties PageSetup(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = Margin, Right = Margin, Bottom = Margin, Left = Margin, Header = 567, Footer = 567, Gutter = 0 },
        new TitlePage());

    /// <summary>Title, platform and dates; both dates are the document's own reference.</summary>
    public static XElement Properties(Document document)
    {
        XNamespace cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var instant = document.Reference.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        XElement Date(string name) => new(terms + name, new XAttribute(xsi + "type", "dcterms:W3CDTF"), instant);
        return new XElement(cp + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", cp), new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", Runs.Plain(document.Title)),
            new XElement(dc + "creator", Runs.Clean(document.Brand.Name)),
            new XElement(dc + "language", "fr-FR"),
            Date("created"), Date("modified"));
    }

    private static XElement Run(string text) =>
        new(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Runs.Clean(text)));

    private static XElement Field(string instruction) =>
        new(W + "fldSimple", new XAttribute(W + "instr", $" {instruction} "), Run("1"));
}
