using Almanach.Core.Consultations.Replies.Words;

namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>Lines broken by the mail program, joined again.</summary>
internal static class Paragraphs
{
    /// <summary>One entry a line as it was meant; a blank one between paragraphs.</summary>
    public static List<string> Joined(IEnumerable<ThemeLine> lines)
    {
        List<string> joined = [];
        var last = "";
        foreach (var line in lines)
        {
            if (joined.Count > 0 && last.Length > 0 && line.Mark == ThemeMark.None && Sentences.GoesOn(last, line.Text))
                joined[^1] = $"{joined[^1]} {line.Text}";
            else
                joined.Add(line.Text);
            last = line.Text;
        }
        return joined;
    }

    /// <summary>Runs of lines between blank ones.</summary>
    public static List<List<string>> Of(IEnumerable<string> lines)
    {
        List<List<string>> paragraphs = [[]];
        foreach (var line in lines)
            if (line.Length > 0)
                paragraphs[^1].Add(line);
            else if (paragraphs[^1].Count > 0)
                paragraphs.Add([]);
        paragraphs.RemoveAll(paragraph => paragraph.Count == 0);
        return paragraphs;
    }
}
