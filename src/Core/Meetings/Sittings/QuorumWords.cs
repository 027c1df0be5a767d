using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings.Sittings;

/// <summary>A quorum in words, for the cockpit and the minutes.</summary>
public static class QuorumWords
{
    /// <summary>« 27 membres présents et 2 représentés, sur 60 ».</summary>
    public static string Counted(QuorumCount count) =>
        $"{Numbers.Count(count.Present, "membre présent", "membres présents")}{(count.Represented > 0 ? $" et {Numbers.Digits(count.Represented)} {(count.Represented > 1 ? "représentés" : "représenté")}" : "")}, sur {Numbers.Digits(count.Members)}";

    /// <summary>What it takes: « Quorum : 30 membres présents ou représentés. »; empty where nothing is asked.</summary>
    public static string Needed(QuorumCount count) => !count.Applies ? ""
        : (count.Needed > 0 ? $"Quorum\u00A0: {Numbers.Count(count.Needed, "membre présent ou représenté", "membres présents ou représentés")} sur {Numbers.Digits(count.Members)}" : "Quorum")
            + (count.Colleges.Count == 0 ? "." : count.Needed > 0 ? ", et dans chaque collège la part que fixe l’instance." : "\u00A0: dans chaque collège, la part que fixe l’instance.");

    /// <summary>« Il est atteint », or by how many it is missed, in all and in each college.</summary>
    public static string Result(QuorumCount count, IReadOnlyList<College> colleges) => count.Reached ? "Il est atteint."
        : $"Il n’est pas atteint\u00A0: {Lists.Join(Gaps(count, colleges))}.";

    /// <summary>Why decisions are not recorded as such.</summary>
    public static string Short(Sitting sitting) => !sitting.Saved
        ? "La feuille d’émargement n’est pas enregistrée\u00A0: rien ne dit que le quorum est atteint. Enregistrez-la, ou cochez « à titre d’avis »."
        : "Le quorum n’est pas atteint pour tout ce qui est décidé. Convoquez une seconde fois, ou cochez « à titre d’avis ».";

    private static IEnumerable<string> Gaps(QuorumCount count, IReadOnlyList<College> colleges)
    {
        if (count.Missing > 0)
            yield return $"il manque {Numbers.Count(count.Missing, "membre", "membres")}";
        foreach (var college in count.Colleges.Where(college => college.Missing > 0))
            yield return $"il en manque {Numbers.Digits(college.Missing)} du collège «\u00A0{colleges.FirstOrDefault(known => known.Id == college.College)?.Name ?? college.College}\u00A0»";
    }
}
