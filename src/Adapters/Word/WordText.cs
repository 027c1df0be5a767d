using Almanach.Core.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Almanach.Adapters.Word;

/// <summary>Texts as Word's runs: **bold** in bold, line breaks kept.</summary>
internal static class WordText
{
    public static Paragraph Paragraph(string style, string text)
    {
        var paragraph = Empty(style);
        paragraph.Append(Of(text));
        return paragraph;
    }

    public static Paragraph Empty(string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }));

    public static IEnumerable<Run> Of(string text) => Runs.Of(text).Select(run => Plain(run.Text, run.Bold));

    /// <summary>A run of text in which nothing is markup.</summary>
    public static Run Plain(string text, bool bold = false)
    {
        var run = new Run();
        if (bold)
            run.Append(new RunProperties(new Bold()));
        var lines = Runs.Clean(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    /// <summary>The runs of a field: what Word computes, and what stands there until it does.</summary>
    public static IEnumerable<Run> Field(string instruction, string shown)
    {
        yield return Mark(FieldCharValues.Begin);
        yield return Instruction(instruction);
        yield return Mark(FieldCharValues.Separate);
        if (shown.Length > 0)
            yield return Plain(shown);
        yield return Mark(FieldCharValues.End);
    }

    public static Run Mark(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });

    public static Run Instruction(string instruction) =>
        new(new FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve });
}
