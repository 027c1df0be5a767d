using System.Text;
using Almanach.Core.Consultations.Tallies;

namespace Almanach.Bench;

/// <summary>100,000 ballots, each by itself, on 20 options; always the same.</summary>
internal static class LargeElection
{
    private const int Ballots = 100_000;
    private const int Options = 20;

    public static byte[] Of(TallyMethod method)
    {
        var random = new Random(2022);
        var text = new StringBuilder().AppendJoin(';', Enumerable.Range(1, Options).Select(number => $"Thème {number}")).Append('\n');
        for (var ballot = 0; ballot < Ballots; ballot++)
            text.AppendJoin(';', Marks(method, random)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Grades by name, a full ranking, or every other option approved.</summary>
    private static IEnumerable<string> Marks(TallyMethod method, Random random)
    {
        if (method != TallyMethod.Schulze)
            return Enumerable.Range(0, Options).Select(_ => method == TallyMethod.Approval ? random.Next(2).ToString() : ((Mention)random.Next(7)).Name());
        var ranks = Enumerable.Range(1, Options).ToArray();
        random.Shuffle(ranks);
        return ranks.Select(rank => rank.ToString());
    }
}
