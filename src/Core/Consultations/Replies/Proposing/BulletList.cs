using Almanach.Core.Consultations.Replies.Words;

namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>One theme a bullet or number; what is indented below, or goes on, belongs to it.</summary>
internal static class BulletList
{
    public const string TextAfter = "Du texte suit la liste des propositions\u00A0: on ne sait pas s’il en fait partie.";

    /// <summary>Null where there is no list.</summary>
    public static ThemeList? Of(IReadOnlyList<ThemeLine> lines)
    {
        var marked = lines.Where(line => line.Mark != ThemeMark.None).ToList();
        if (marked.Count == 0)
            return null;
        var margin = marked.Min(line => line.Indent) + 1;
        var kind = marked.First(line => line.Indent <= margin).Mark;
        var first = lines.ToList().FindIndex(line => line.Mark == kind && line.Indent <= margin);
        if (!Around.Opens(lines.Take(first).Select(line => line.Text), out var announces, out var count, out _))
            return ThemeList.Unsure("Ce qui précède la liste n’est pas compris.");

        List<(ThemeText Theme, List<string> Loose)> items = [];
        var (last, blank) = ("", false);
        foreach (var line in lines.Skip(first))
        {
            if (line.IsBlank)
            {
                blank = true;
                continue;
            }
            if (line.Mark == kind && line.Indent <= margin)
                items.Add((new ThemeText(line.Text), []));
            else if (line.Mark != ThemeMark.None || line.Indent > margin && !(blank && Around.IsCourteous(line.Text)))
                Below(items, line, last);
            else if (!blank && (Sentences.GoesOn(last, line.Text) || char.IsLower(line.Text[0])))
                Below(items, line, last);
            else
                items[^1].Loose.Add(line.Text);
            (last, blank) = (line.Text, false);
        }
        return Ended(items, announces, count);
    }

    private static ThemeList Ended(List<(ThemeText Theme, List<string> Loose)> items, bool announces, int? count)
    {
        if (items.SkipLast(1).SelectMany(item => item.Loose).Any(line => line.EndsWith(':') || Around.IsIntroduction(line)))
            return ThemeList.Unsure("Le message contient plusieurs listes.");
        var closed = Around.Closes(items[^1].Loose, out var speaks);
        // Where every other theme is explained by a line below it, so may the last be.
        if (!closed && (items.Count == 1 || items.SkipLast(1).Any(item => item.Loose.Count == 0)))
            return ThemeList.Unsure(TextAfter);
        foreach (var (theme, loose) in closed ? items.SkipLast(1) : items)
            theme.More.AddRange(loose.Where(line => !Around.IsCourteous(line)));
        return new ThemeList([.. items.Select(item => item.Theme with { Speaks = speaks })], null, count, announces);
    }

    /// <summary>A line broken by the program goes on with the words above; any other is a paragraph below.</summary>
    private static void Below(List<(ThemeText Theme, List<string> Loose)> items, ThemeLine line, string last)
    {
        var theme = items[^1].Theme;
        if (line.Mark != ThemeMark.None || !Sentences.GoesOn(last, line.Text))
            theme.More.Add(line.Text);
        else if (theme.More.Count > 0)
            theme.More[^1] = $"{theme.More[^1]} {line.Text}";
        else
            items[^1] = (theme with { First = $"{theme.First} {line.Text}" }, items[^1].Loose);
    }
}
