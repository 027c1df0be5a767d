using System.Text;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.French;

namespace Almanach.Local.Tally;

/// <summary>The result in French, for a terminal.</summary>
public static class TallyText
{
    public static string Of(BallotList list, TallyResult result)
    {
        var text = new StringBuilder();
        text.AppendLine($"{Numbers.Count(list.Total, "bulletin", "bulletins")}, dont {Numbers.Count(list.Blank, "blanc", "blancs")}. {Method(result)}");
        text.AppendLine();
        var lines = Lines(result).ToList();
        var shared = lines.CountBy(line => line.Rank).Where(rank => rank.Value > 1).Select(rank => rank.Key).ToHashSet();
        foreach (var (rank, option, why) in lines)
            text.AppendLine($"{rank,3}. {option}{(why.Length > 0 ? $"\u00A0: {why}" : "")}{(shared.Contains(rank) ? " (ex æquo)" : "")}");
        return text.ToString();
    }

    private static string Method(TallyResult result) => result switch
    {
        TallyResult.Judged => "Jugement majoritaire (médiane basse)\u00A0; une mention laissée vide compte comme la plus mauvaise.",
        TallyResult.Ranked => "Méthode de Schulze (votes gagnants)\u00A0; une option sans rang vient après toutes les autres.",
        TallyResult.Approved => "Vote par approbation.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<(int Rank, string Option, string Why)> Lines(TallyResult result) => result switch
    {
        TallyResult.Judged judged => judged.Options.Select(option => (option.Rank, option.Grades.Option, Grades(option))),
        TallyResult.Ranked ranked => ranked.Result.Options.Select(option => (option.Rank, option.Option, "")),
        TallyResult.Approved approved => approved.Options.Select(option => (option.Rank, option.Option, Numbers.Count(option.Voices, "voix", "voix"))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>« Bien (Excellent 3, Bien 12, À rejeter 1) ».</summary>
    private static string Grades(GradedOption option)
    {
        string Name(int grade) => option.Grades.Counts.Count == Mentions.All.Count ? Mentions.All[grade].Name() : $"mention {grade}";
        var given = option.Grades.Counts.Index().Where(pair => pair.Item > 0).Reverse().Select(pair => $"{Name(pair.Index)} {Numbers.Digits(pair.Item)}");
        return $"{Name(option.Median)} ({string.Join(", ", given)})";
    }
}
