namespace Almanach.Core.Mail.Incoming.Quotes;

/// <summary>Lines that announce the mail below: « -----Message d'origine----- », « Début du message réexpédié : ».</summary>
internal static class Separators
{
    public static bool Is(Line line) => Words.In(line.Plain) || Forwarded.In(line.Plain) || GroupWise.In(line.Plain);

    /// <summary>GroupWise marks its line like a quotation: « &gt;&gt;&gt; Anne Martin 03/03/26 10:12 &gt;&gt;&gt; ».</summary>
    public static bool IsGroupWise(string text) => GroupWise.In(text.Trim());

    /// <summary>« Écrivez votre réponse au-dessus de cette ligne », as service desks draw it.</summary>
    public static bool IsAnswerAbove(Line line) => line.Plain.Length <= 160 && Above.In(line.Plain);

    private static readonly Phrases Above = new(@"^[-#=_ ]{2,}.{0,80}((au-dessus|en haut) de cette ligne|above this line)\b");

    /// <summary>A line drawn and nothing else.</summary>
    public static bool IsRule(Line line) => line.Plain.Length >= 3 && line.Plain.All(c => c is '-' or '_' or '=' or '—' or '–' or '─' or '~' or '#' or ' ');

    private static readonly Phrases Words = new(
        @"^[-_=~#—–\s]{2,}\s?(message d'origine|message original|message initial|message précédent|original message|original appointment|rendez-vous d'origine|mail original|courriel original|courrier original|e-?mail d'origine|courriel d'origine|message transféré|message réexpédié|message renvoyé|mail transféré|forwarded message|original-nachricht|ursprüngliche nachricht|mensaje original|messaggio originale|reply message)\b.{0,60}$",
        @"^[-_=]{4,}\s?(message d'origine|message original|original message)\s?[-_=]{4,}|^\|-{3,}>$",
        @"^-{3,}\s?.{2,120}\b(a écrit|wrote)\s*:\s?-{3,}$|^-{3,}\s?(on|le)\b.{10,160}(wrote|a écrit)\s*-{3,}$",
        @"^(message d'origine|original message|message original)\s*:?$",
        @"^.{2,80} ---[0-9]{2}[/.][0-9]{2}[/.][0-9]{4} [0-9]{2}:[0-9]{2}(:[0-9]{2})?---");

    private static readonly Phrases Forwarded = new(
        @"^(début du message (réexpédié|transféré)|begin forwarded message|message transféré)\s*:$");

    private static readonly Phrases GroupWise = new(
        @"^>>> .{3,160} >>>$|^>>> (""?[\p{L}].{2,80})<[^>]{3,80}> .{0,40}[0-9]{1,2}[:h][0-9]{2}.{0,20}$");
}
