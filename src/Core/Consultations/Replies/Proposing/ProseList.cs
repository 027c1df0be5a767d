using Almanach.Core.Consultations.Replies.Words;

namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>Themes without bullets: paragraphs or lines below an announcement, or one said in a sentence.</summary>
internal static class ProseList
{
    private const string NotOne = "On ne voit pas clairement quel thème est proposé.";

    public static ThemeList Of(IReadOnlyList<ThemeLine> lines)
    {
        var joined = Paragraphs.Joined(lines);
        var colon = joined.FindIndex(line => line.EndsWith(':'));
        return colon >= 0 && Around.Opens(joined.Take(colon + 1), out var announces, out var count, out var plural) && announces
            ? Below(joined.Skip(colon + 1), count, plural) : InASentence(joined);
    }

    private static ThemeList Below(IEnumerable<string> lines, int? count, bool plural)
    {
        var paragraphs = Paragraphs.Of(lines);
        var speaks = false;
        while (paragraphs.Count > 0 && Around.Closes(paragraphs[^1], out var all))
        {
            speaks |= all;
            paragraphs.RemoveAt(paragraphs.Count - 1);
        }
        List<ThemeText> items = paragraphs switch
        {
            [var only] => [.. only.Select(line => new ThemeText(line))],
            _ => [.. paragraphs.Select(paragraph => new ThemeText(paragraph[0]) { More = [.. paragraph.Skip(1)] })],
        };
        if (items.Count == 0 || items.Count == 1 && plural || items.Any(item => item.First.Length > 240))
            return ThemeList.Unsure(NotOne);
        return items.SelectMany(item => item.More.Prepend(item.First)).Select(Prose.NotATheme).FirstOrDefault(problem => problem is not null) is { } problem
            ? ThemeList.Unsure(problem) : new ThemeList([.. items.Select(item => item with { Speaks = speaks })], null, count);
    }

    /// <summary>« Nous proposons d’étudier le surendettement. », and what explains it.</summary>
    private static ThemeList InASentence(List<string> lines)
    {
        var said = lines.SelectMany(Sentences.Cut).Select(Courtesies.AfterGreeting).Where(sentence => !Around.IsCourteous(sentence)).ToList();
        if (said.Count == 0 || Prose.Proposed(said[0]) is not { } theme || Prose.IsMany(theme) || said.Any(sentence => sentence.EndsWith('?')))
            return ThemeList.Unsure(NotOne);
        return said.Skip(1).Select(Prose.Problem).FirstOrDefault(problem => problem is not null) is { } problem
            ? ThemeList.Unsure(problem)
            : new ThemeList([new ThemeText(theme) { More = said.Count > 1 ? [string.Join(". ", said.Skip(1)) + "."] : [] }]);
    }
}
