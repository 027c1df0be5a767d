using System.Xml.Linq;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Almanach.Adapters.Word;

/// <summary>The numbers of chapters and the bullets of lists: Word's own, so that a line added is numbered by itself.</summary>
internal static class WordNumbering
{
    public const int Chapters = 1;
    public const int Bullets = 2;
    public const int CellBullets = 3;

    /// <summary>A chapter without a number.</summary>
    public static NumberingProperties None => new(new NumberingId { Val = 0 });

    public static XElement Xml => XElement.Parse($"""
        <w:numbering xmlns:w="{WordFrame.Namespace}">
          <w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Titre1"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
              <w:pPr><w:tabs><w:tab w:val="num" w:pos="567"/></w:tabs><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>
          </w:abstractNum>
          {Bullet(2, "Liste", 284)}
          {Bullet(3, "ListeDeCellule", 227)}
          <w:num w:numId="{Chapters}"><w:abstractNumId w:val="1"/></w:num>
          <w:num w:numId="{Bullets}"><w:abstractNumId w:val="2"/></w:num>
          <w:num w:numId="{CellBullets}"><w:abstractNumId w:val="3"/></w:num>
        </w:numbering>
        """);

    private static string Bullet(int id, string style, int indent) => $"""
        <w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/>
          <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:pStyle w:val="{style}"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>
            <w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl>
        </w:abstractNum>
        """;
}
