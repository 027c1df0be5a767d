using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>« Thème 1 : … », « Pourquoi : … »: one theme each label.</summary>
internal static class LabelledList
{
    /// <summary>Null where no line is labelled so.</summary>
    public static ThemeList? Of(IReadOnlyList<ThemeLine> lines)
    {
        var joined = Paragraphs.Joined(lines);
        var first = joined.FindIndex(line => LengthOf(line) > 0);
        if (first < 0)
            return null;
        if (!Around.Opens(joined.Take(first), out _, out var count, out _))
            return ThemeList.Unsure("Ce qui précède les propositions n’est pas compris.");
        List<ThemeText> items = [];
        var (open, speaks) = (false, false);
        foreach (var line in joined.Skip(first).Where(line => line.Length > 0))
            if (LengthOf(line) is > 0 and var label)
            {
                open = label >= line.Length;
                if (!open)
                    items.Add(new ThemeText(line[label..].Trim()));
            }
            else if (open)
            {
                items.Add(new ThemeText(line));
                open = false;
            }
            else if (items.Count == 0)
                return ThemeList.Unsure("Ce qui précède les propositions n’est pas compris.");
            else if (Sentences.Cut(line).All(Around.IsCourteous))
                continue;
            else if (items.Count > 1 && Around.Closes([line], out var all))
                speaks |= all;
            else if (Prose.Problem(line) is { } problem)
                return ThemeList.Unsure(problem);
            else
                items[^1].More.Add(WithoutDetail(line));
        return items.Count == 0 ? ThemeList.Unsure("Les propositions sont annoncées, et ne sont pas écrites.") : new ThemeList([.. items.Select(item => item with { Speaks = speaks })], null, count);
    }

    /// <summary>The same without « Thème 1 : ».</summary>
    public static string Without(string line) => LengthOf(line) is > 0 and var length && length < line.Length ? line[length..].Trim() : line;

    public static string WithoutDetail(string line) => Detail.Match(Plain.Fold(line)) is { Success: true } match && match.Length < line.Length ? line[match.Length..].Trim() : line;

    private static int LengthOf(string line)
    {
        var plain = Plain.Fold(line);
        return Label.Match(plain) is { Success: true } match && !Prose.IsOfOrganising(match.Value) ? match.Length : Alone.IsMatch(plain) ? line.Length : 0;
    }

    private const string Name = "(?:pour (?:moi|nous|notre part),? )?(?:(?:seule?|notre|mon|ma|un|une|premiere?|premier|seconde?|deuxieme|troisieme|autre) )*(?:theme|sujet|proposition|suggestion|idee|piste)";

    private static readonly SafePattern Label = new("^" + Name + "(?: (?:propose|suggere|a ajouter|de travail|d'etude))?e?(?: ?(?:n°|no|numero)? ?[0-9]{1,2})?(?: (?:de (?:l'|la |notre )?|du |des )[a-z' -]{2,40})? ?: ?");

    private static readonly SafePattern Alone = new("^(?:theme|sujet|proposition|piste) (?:n° ?)?[0-9]{1,2}$");

    private static readonly SafePattern Detail = new("^(?:pourquoi|justification|motivation|contexte|argumentaire|arguments|description|explications?|precisions?) ?: ?");
}
