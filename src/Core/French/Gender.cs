namespace Almanach.Core.French;

/// <summary>The gender of what a meeting is called, so that « annulé » agrees with it.</summary>
public static class Gender
{
    private static readonly string[] Feminine =
        ["étape", "instance", "matinée", "plénière", "rencontre", "réunion", "table", "visio", "visioconférence", "visite"];

    private static readonly string[] FeminineEnds = ["tion", "sion", "xion", "ance", "ence", "ée"];

    /// <summary>« annulé » for « Comité de pilotage », « annulée » for « Journée d’échanges »: the first word decides.</summary>
    /// <param name="noun">« Comité de suivi, automne ».</param>
    /// <param name="masculine">The participle in the masculine.</param>
    public static string Agree(string noun, string masculine) => IsFeminine(noun) ? $"{masculine}e" : masculine;

    /// <summary>False for a word whose gender is not known: an acronym (« COPIL ») is masculine more often than not.</summary>
    public static bool IsFeminine(string noun)
    {
        var word = string.Concat(noun.TrimStart().TakeWhile(char.IsLetter)).ToLowerInvariant();
        return Feminine.Contains(word) || FeminineEnds.Any(end => word.EndsWith(end, StringComparison.Ordinal));
    }
}
