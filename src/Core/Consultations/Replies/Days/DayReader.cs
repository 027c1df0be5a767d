using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Days;

/// <summary>Finds the dates in a text, and puts a sign in the place of each.</summary>
internal static class DayReader
{
    /// <summary>The text with <see cref="Signs"/>, and what each stands for, in order.</summary>
    public static (string Text, IReadOnlyList<DayMention> Mentions) Read(string text)
    {
        var signed = new StringBuilder(text.Length);
        var mentions = new List<DayMention>();
        var end = 0;
        foreach (var match in Any.Matches(Plain.Fold(text)))
        {
            if (match.Groups["people"].Success)
                continue;
            var mention = Mention(match);
            signed.Append(text, end, match.Index - end).Append(mention.Sign);
            mentions.Add(mention);
            end = match.Index + match.Length;
        }
        return (signed.Append(text, end, text.Length - end).ToString(), mentions);
    }

    private static DayMention Mention(Match match)
    {
        if (match.Groups["none"].Success)
            return new DayMention(Signs.None);
        if (match.Groups["rest"].Success)
            return new DayMention(Signs.Rest);
        if (match.Groups["all"].Success)
            return new DayMention(Signs.All, Count: CountOf(match.Value));
        if (match.Groups["nth"].Success)
            return new DayMention(Signs.Day, Place: PlaceOf(match.Groups["nth"].Value));
        var (day, month, hour, minute) = (Number(match, "d"), MonthOf(match), Number(match, "h"), Number(match, "min") ?? 0);
        var wrong = day is < 1 or > 31 || month is < 1 or > 12 || hour > 23 || minute > 59;
        return new DayMention(Signs.Day, day, month, Number(match, "y") is { } year ? year < 100 ? 2000 + year : year : null,
            WeekdayOf(match.Groups["wd"].Value), hour is { } h && !wrong ? new TimeOnly(h, minute) : null, HalfOf(match.Groups["half"].Value), Wrong: wrong);
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : null;

    private static int? MonthOf(Match match) => match.Groups["mn"] is { Success: true, Value: var name }
        ? 1 + Array.FindIndex(Months, month => name.StartsWith(month, StringComparison.Ordinal)) : Number(match, "m");

    private static DayOfWeek? WeekdayOf(string name) => name.Length < 3 ? null : (DayOfWeek)Array.FindIndex(Weekdays, day => name.StartsWith(day, StringComparison.Ordinal));

    private static HalfDay? HalfOf(string words) => words.Length == 0 ? null : words.Contains("mat", StringComparison.Ordinal) ? HalfDay.Morning : HalfDay.Afternoon;

    private static int? CountOf(string words) => Array.FindIndex(Counts, word => words.Split(' ').Any(said => said == word[0] || said == word[1])) is >= 0 and var at ? at + 2 : null;

    private static int PlaceOf(string word) => word switch
    {
        "premiere" or "1re" or "1ere" or "1" => 1,
        "seconde" or "deuxieme" or "2e" or "2eme" or "2nde" or "2" => 2,
        "troisieme" or "3e" or "3eme" or "3" => 3,
        "quatrieme" or "4e" or "4eme" or "4" => 4,
        "derniere" => -1,
        _ => int.Parse(word[..1], CultureInfo.InvariantCulture),
    };

    private static readonly string[] Months = ["janv", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec"];

    private static readonly string[] Weekdays = ["dim", "lun", "mar", "mer", "jeu", "ven", "sam"];

    private static readonly string[][] Counts = [["deux", "2"], ["trois", "3"], ["quatre", "4"], ["cinq", "5"], ["six", "6"]];

    private const string Weekday = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche";

    private const string Half = @"(?: ?,? (?<half>(?:le |au |dans l'|l'|en |dans la )?(?:matin|matinee|apres-midi|apres midi|aprem))\b)";

    private const string Hour = @"(?: ?,? ?(?:a |des |vers |de )?(?<h>[0-9]{1,2})(?: ?h(?: ?(?<min>[0-9]{2}))?|:(?<min>[0-9]{2})| ?heures?)\b)";

    private static readonly SafePattern Any = new(
        @"(?<people>\ba (?:tous et )?(?:a )?toutes\b)|(?<none>\baucune?(?: (?:de ces|des) (?:deux |trois )?(?:dates?|jours|creneaux|options)(?: proposees?)?| d'entre elles| des (?:deux|trois))\b|\baucune\b|\bni l'une? ni l'autre\b)"
        + @"|(?<rest>\b(?:toutes )?les autres(?: dates| jours)?\b|\bl'autre(?: date| jour)?\b)"
        + @"|(?<all>\btoutes les (?:deux|trois|quatre|cinq)\b|\btoutes?(?: les| ces)? dates(?: proposees)?\b|\btoutes\b|\b(?:les|ces) (?:deux|trois|quatre|cinq|six)(?: dates| jours| options| propositions| creneaux)?(?: proposees)?\b|\b(?:les|ces) [2-6] (?:dates|jours|options|propositions|creneaux)\b|\b(?:les|ces) dates(?: proposees)?\b|\bl'une (?:ou|comme) l'autre\b|\bn'importe laquelle\b)"
        + @"|\b(?:la |date |option )(?<nth>premiere|seconde|deuxieme|troisieme|quatrieme|derniere|1ere|1re|2eme|2nde|2e|3eme|3e|4eme|4e)(?: date| option| proposition)?\b|\b(?:date|option|proposition) (?:n° ?)?(?<nth>[1-8])\b"
        + @"|\b(?:(?<wd>" + Weekday + @"|lun\.?|mar\.?|mer\.?|jeu\.?|ven\.?|sam\.?|dim\.?),? (?:le )?)?(?<d>[0-9]{1,2})(?:er)?"
        + @"(?: ?(?<mn>janvier|janv|fevrier|fevr|fev|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|octobre|oct|novembre|nov|decembre|dec)\b\.?(?: (?<y>20[0-9]{2})\b)?|[/.-](?<m>[0-9]{1,2})(?:[/.-](?<y>20[0-9]{2}|[0-9]{2}))?\b)" + Hour + "?" + Half + "?"
        + @"|\b(?<h>[0-9]{1,2})(?: ?h(?: ?(?<min>[0-9]{2}))?| ?heures?)\b"
        + @"|\b(?:(?<wd>" + Weekday + @"|lun\.?|mar\.?|mer\.?|jeu\.?|ven\.?|sam\.?|dim\.?),? (?:le )?)?(?<d>[0-9]{1,2})(?:er)?\b" + Hour + "?" + Half + "?"
        + @"|\b(?<wd>" + Weekday + @")\b" + Hour + "?" + Half + "?");
}
