namespace Almanach.Core.Mail.Incoming.Quotes;

/// <summary>The lines a mail program writes above what it quotes: « Le mar. 3 mars 2026 à 10:12, Anne Martin &lt;…&gt; a écrit : ».</summary>
internal static class Attributions
{
    private const int MostLines = 5;

    /// <summary>How many lines from this one on are one; 0 where none begins here.</summary>
    public static int At(IReadOnlyList<Line> lines, int at)
    {
        if (!lines[at].IsOwn || !MayBegin.In(Words(lines[at])))
            return 0;
        var joined = "";
        for (var n = 1; n <= MostLines && at + n <= lines.Count && lines[at + n - 1] is { IsBlank: false, IsOwn: true } line; n++)
        {
            joined = joined.Length == 0 ? Words(line) : $"{joined} {line.Plain}";
            if (joined.Length > 500)
                return 0;
            if (Whole.In(joined))
                return Holds(lines, at, n, joined) ? n : 0;
        }
        return 0;
    }

    /// <summary>With an hour or an address nobody but a program writes so; otherwise what follows must be marked as quoted.</summary>
    private static bool Holds(IReadOnlyList<Line> lines, int at, int length, string joined)
    {
        // A sentence above that ends without a stop is not part of it.
        for (var later = at + 1; later < at + length; later++)
            if (Dated.In(lines[later].Plain) && At(lines, later) > 0)
                return false;
        if (lines.Skip(at + length).FirstOrDefault(line => !line.IsBlank) is { Depth: > 0 })
            return true;
        // An hour alone stands in a person's sentence, too: what she goes on with stands right below.
        return Addressed.In(joined) || Stamped.In(joined) || Timed.In(joined) && (at + length == lines.Count || lines[at + length].IsBlank);
    }

    /// <summary>Without the dashes some programs draw before it.</summary>
    private static string Words(Line line) => line.Plain.StartsWith("--", StringComparison.Ordinal) || Dashed.In(line.Plain) ? line.Plain.TrimStart('-', ' ') : line.Plain;

    private static readonly Phrases Dashed = new(@"^- (le|on) [0-9]{4}-[0-9]{2}-[0-9]{2} ");

    private static readonly Phrases Dated = new(@"^(le|on|el|am|il|op|em|den)\b.{0,40}[0-9]");

    private static readonly Phrases MayBegin = new(
        @"^(le|on|el|am|il|op|em|den)\b.{0,40}[0-9]|^(le|on)\s*$|^[^:]{1,120}\b(a écrit|a ecrit|wrote|schrieb|ha scritto|escribió|escreveu|schreef)\b",
        @"^""?[\p{L}][^:]{1,100}<?[^ ]+@[^ ]+|^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b.{0,60}[0-9]",
        Stamp);

    private static readonly Phrases Whole = new(
        @"\b(a|ont)\s?(é|e)crit(\s*\([^)]{1,60}\))?\s*(le\s|sur\s|à\s|on\s|dans\s)?[^:]{0,60}([0-9]{1,2}:[0-9]{2}[^:]{0,20}(:[0-9]{2})?[^:]{0,20})?:\s*$",
        @">?\s?wrote\s*(on\s[^:]{0,60}([0-9]{1,2}:[0-9]{2})?[^:]{0,20})?:\s*$|\b(schrieb|ha scritto|escribió|escreveu|schreef|skrev)\b.{0,120}:\s*$",
        Stamp + @"[^@<>]{0,120}<\s?[^ @<>]+@[^ @<>]+>(\s[\p{L}()]{1,20}){0,2}\s?:\s*$",
        @"^(le|on) [^@<>]{0,20}[0-9][^@<>]{0,160}<[^ @<>]+@[^ @<>]+> (a (é|e)crit|wrote)\s*:\s[^:]",
        @"^""?[\p{L}][^:@<>]{1,100}<[^ ]+@[^ ]+> [0-9]{2}[/.][0-9]{2}[/.][0-9]{4} [0-9]{2}:[0-9]{2}(:[0-9]{2})?$",
        @"\ba (é|e)crit\s*$|\b(vous|tu) (écriviez|écrivais|avez écrit|as écrit)\s*:\s*$|^""?[\p{L}].{1,100}<[^ ]+@[^ ]+> [\[(][^\])]{6,60}[\])]\s*:$");

    private const string Day = @"([0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}|[0-9]{1,2}\.? \p{L}{3,10}\.?,? [0-9]{4}|\p{L}{3,10}\.? [0-9]{1,2}, [0-9]{4})";

    private const string Hour = @"[0-9]{1,2}[:.h][0-9]{2}\b";

    /// <summary>A day and an hour, which programs of any language begin with.</summary>
    private const string Stamp = "^[^@<>0-9]{0,20}(" + Day + "[^@<>]{0,20}" + Hour + "|" + Hour + "[^@<>]{0,20}" + Day + ")";

    /// <summary>A day in figures, and an hour: a person names the month.</summary>
    private static readonly Phrases Stamped = new(@"^(le|on) ([0-9]{2}/[0-9]{2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})( à| at)? [0-9]{1,2}[:h][0-9]{2}\b");

    private static readonly Phrases Timed = new(@"[0-9]{1,2}\s?[:h]\s?[0-9]{2}");

    private static readonly Phrases Addressed = new(@"[^ ]@[^ ]");
}
