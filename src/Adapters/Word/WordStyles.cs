using System.Xml.Linq;
using Almanach.Core.Platforms;

namespace Almanach.Adapters.Word;

/// <summary>
/// The styles of a document. Built-in ones bear Word's own (English) names, which a French Word shows as « Titre 1 »,
/// « Légende », « Corps de texte »; sizes are half-points, spaces twentieths of a point.
/// </summary>
internal static class WordStyles
{
    private const string Sans = "Calibri";
    private const string Serif = "Georgia";

    public static XElement Xml(Brand brand)
    {
        var accent = brand.AccentDay.TrimStart('#').ToUpperInvariant();
        return XElement.Parse($"""
            <w:styles xmlns:w="{WordFrame.Namespace}">
              <w:docDefaults>
                <w:rPrDefault><w:rPr><w:rFonts w:ascii="{Sans}" w:hAnsi="{Sans}" w:eastAsia="{Sans}" w:cs="{Sans}"/><w:color w:val="1D2226"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
                <w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>
              </w:docDefaults>
              <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
              <w:style w:type="character" w:default="1" w:styleId="PoliceParDefaut"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
              <w:style w:type="table" w:default="1" w:styleId="TableauNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
              {Heading("Titre1", "heading 1", 0, 40, 0, 240, $"""<w:pageBreakBefore/><w:numPr><w:numId w:val="{WordNumbering.Chapters}"/></w:numPr>""")}
              {Heading("Titre2", "heading 2", 1, 28, 360, 120, "")}
              {Heading("Titre3", "heading 3", 2, 24, 280, 80, "")}
              {Paragraph("Titre", "Title", Spacing(2400, 240), $"""{Font(Serif)}<w:b/><w:sz w:val="60"/>""")}
              {Paragraph("SousTitre", "Subtitle", Spacing(0, 480), """<w:sz w:val="26"/>""")}
              {Paragraph("Corps", "Body Text", Spacing(120, 80), "")}
              {Paragraph("Liste", "List Bullet", Numbered(WordNumbering.Bullets) + Spacing(0, 60), "")}
              {Paragraph("Legende", "caption", "<w:keepNext/>" + Spacing(240, 80), "<w:b/>")}
              {Paragraph("Cellule", "Cellule", Spacing(60, 60, 252), """<w:sz w:val="20"/>""")}
              {Paragraph("ListeDeCellule", "Liste de cellule", Numbered(WordNumbering.CellBullets) + Spacing(30, 30, 252), """<w:sz w:val="20"/>""")}
              {Paragraph("Contact", "Contact", Spacing(160, 160), """<w:sz w:val="20"/>""")}
              {Paragraph("Encadre", "Encadré", Frame(accent) + Spacing(0, 200), "")}
              {Paragraph("EncadreTitre", "Titre d’encadré", "<w:keepNext/>" + Frame(accent) + Spacing(200, 0), $"""<w:b/><w:color w:val="{accent}"/>""")}
              {Paragraph("Marque", "Marque", Spacing(0, 0), $"""{Font(Serif)}<w:b/><w:color w:val="{accent}"/><w:sz w:val="36"/>""")}
              {Paragraph("NomComplet", "Nom complet", Spacing(40, 0), """<w:color w:val="545B61"/><w:sz w:val="20"/>""")}
              {Paragraph("Intervalle", "Intervalle", """<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>""", """<w:sz w:val="8"/>""")}
              {Paragraph("TitreSommaire", "TOC Heading", "<w:keepNext/><w:pageBreakBefore/>" + Spacing(0, 240), $"""{Font(Serif)}<w:b/><w:sz w:val="40"/>""")}
              {Paragraph("TM1", "toc 1", Tabs("left", 567) + Spacing(160, 40), "<w:b/>")}
              {Paragraph("TM2", "toc 2", Tabs() + Spacing(0, 20) + """<w:ind w:left="567"/>""", "")}
              {Paragraph("PiedDePage", "footer", Tabs() + Spacing(0, 0), """<w:color w:val="545B61"/><w:sz w:val="18"/>""")}
              <w:style w:type="character" w:styleId="Lien"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/><w:rPr><w:color w:val="{accent}"/><w:u w:val="single"/></w:rPr></w:style>
              {Table("Tableau", "Tableau", """<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="545B61"/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="7C7B73"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>""")}
              {Table("Fiche", "Fiche", """<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:color w:val="545B61"/></w:rPr></w:tblStylePr>""")}
            </w:styles>
            """);
    }

    private static string Heading(string id, string name, int level, int size, int before, int after, string more) =>
        Paragraph(id, name, $"""<w:keepNext/><w:keepLines/>{more}{Spacing(before, after, 252)}<w:outlineLvl w:val="{level}"/>""", $"""{Font(Serif)}<w:b/><w:sz w:val="{size}"/>""", "Corps");

    private static string Paragraph(string id, string name, string layout, string letters, string next = "") => $"""
        <w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{(next.Length > 0 ? $"""<w:next w:val="{next}"/>""" : "")}<w:qFormat/><w:pPr>{layout}</w:pPr><w:rPr>{letters}</w:rPr></w:style>
        """;

    private static string Table(string id, string name, string conditions) => $"""
        <w:style w:type="table" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="TableauNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="7C7B73"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="DEDACD"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="DEDACD"/></w:tblBorders></w:tblPr>{conditions}</w:style>
        """;

    private static string Font(string font) => $"""<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>""";

    private static string Spacing(int before, int after, int line = 276) => $"""<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>""";

    private static string Numbered(int list) => $"""<w:numPr><w:numId w:val="{list}"/></w:numPr>""";

    private static string Tabs(string kind = "", int at = 0) =>
        $"""<w:tabs>{(at > 0 ? $"""<w:tab w:val="{kind}" w:pos="{at}"/>""" : "")}<w:tab w:val="right" w:pos="{WordFrame.TextWidth}"/></w:tabs>""";

    /// <summary>A bar on the left in the platform's colour, on a pale ground.</summary>
    private static string Frame(string accent) =>
        $"""<w:pBdr><w:top w:val="single" w:sz="24" w:space="2" w:color="F2F0E8"/><w:left w:val="single" w:sz="24" w:space="8" w:color="{accent}"/><w:bottom w:val="single" w:sz="24" w:space="2" w:color="F2F0E8"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F2F0E8"/>""";
}
