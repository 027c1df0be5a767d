using Almanach.Core.French;

namespace Almanach.Core.Programme;

/// <summary>How the conditions of a group or a meeting are told: what is missing, and why it goes ahead or does not.</summary>
public static class Conditions
{
    /// <summary>Characters of a reason.</summary>
    public const int MostReason = 1_000;

    public const string TooLong = "Gardez 1 000 caractères au plus.";

    /// <summary>What is missing as one sentence, which the coordinator may take as her reason; empty where nothing is.</summary>
    public static string Because(IReadOnlyList<string> missing) =>
        missing.Count == 0 ? "" : Capitals.First($"{string.Join("\u00A0; ", missing)}.");

    /// <summary>« 3 organismes sur les 4 nécessaires », « 0 organisme sur 1 nécessaire ».</summary>
    public static string Counted(int count, int needed, string one, string many) =>
        $"{Numbers.Count(count, one, many)} sur {(needed == 1 ? "1\u00A0nécessaire" : $"les {Numbers.Digits(needed)}\u00A0nécessaires")}";
}
