using System.Globalization;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Tables;

namespace Almanach.Core.Consultations.Votes;

/// <summary>
/// The ballots of a vote as anybody may count them again (<c>almanach tally</c>): the options in the first line, then the
/// ballots, equal ones together with their count, in the order of what they say. Blank ones and abstentions are told apart.
/// </summary>
public static class PublishedBallots
{
    /// <summary>With fewer ballots, each voter would recognise those of the others.</summary>
    public const int Fewest = 3;

    /// <summary>Why the ballots are not published, in French; null where they are.</summary>
    public static string? Refusal(VoteOutcome outcome)
    {
        if (outcome.Method == TallyMethod.Consent)
            return "Un consentement ne se recompte pas\u00A0: les objections et les réserves sont sur la page.";
        if (outcome.List.Ballots.Count < Fewest)
            return $"Les bulletins ne sont publiés qu’à partir de {French.Numbers.Words(Fewest)}\u00A0: avec moins, chacun reconnaîtrait celui des autres.";
        // A weight tells the college; a college of one or two tells who.
        return outcome.List.Ballots.GroupBy(ballot => ballot.Count).Any(weight => weight.Count() < Fewest)
            ? "Les bulletins ne sont pas publiés\u00A0: leur poids dit le collège, et un collège a moins de trois votants."
            : null;
    }

    /// <summary>Only where <see cref="Refusal"/> finds nothing against it.</summary>
    /// <param name="name">Names the file.</param>
    public static ExportTable Of(string name, VoteOutcome outcome)
    {
        var labels = outcome.Options.ToDictionary(option => option.Id, option => option.Label);
        var groups = outcome.List.Ballots.GroupBy(ballot => string.Join(';', ballot.Marks.Select(mark => Written(outcome.Method, mark))), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        return new ExportTable(name, [.. Titles([.. outcome.List.Options.Select(option => labels[option])]), Count],
            [.. groups.Select(group => (IReadOnlyList<string>)
                [.. group.First().Marks.Select(mark => Written(outcome.Method, mark)), group.Sum(ballot => ballot.Count).ToString(CultureInfo.InvariantCulture)])]);
    }

    private const string Count = "count";

    private static string Written(TallyMethod method, int? mark) => (method, mark) switch
    {
        (_, null) => "",
        (TallyMethod.MajorityJudgment, { } grade) => ((Mention)grade).Name(),
        (_, { } number) => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>One line each, none twice, none named like the column of counts.</summary>
    public static IReadOnlyList<string> Titles(IReadOnlyList<string> labels)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { Count, "" };
        List<string> titles = [];
        foreach (var label in labels)
        {
            var line = string.Join(' ', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var title = line.Length > 0 ? line : "Choix";
            for (var again = 2; !taken.Add(title); again++)
                title = $"{(line.Length > 0 ? line : "Choix")} ({again})";
            titles.Add(title);
        }
        return titles;
    }
}
