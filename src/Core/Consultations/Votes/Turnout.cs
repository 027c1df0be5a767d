using Almanach.Core.French;

namespace Almanach.Core.Consultations.Votes;

/// <summary>How many voted of those asked: whose opinion a result is.</summary>
public readonly record struct Turnout(int Voted, int Asked)
{
    /// <summary>Fewer than half of those asked: their opinion is not told as that of the network.</summary>
    public bool IsPartial => 2 * Voted < Asked;

    /// <summary>« 2 organismes sur 61 ont voté ».</summary>
    public string Words => WordsOf("organisme", "organismes");

    private string WordsOf(string one, string many) => $"{Numbers.Count(Voted, one, many)} sur {Asked} {(Voted < 2 ? "a voté" : "ont voté")}";

    /// <summary>The same as a sentence that says so when it is the opinion of a few.</summary>
    public string Sentence => SentenceOf("organisme", "organismes");

    /// <param name="one">Who votes: « organisme », « personne ».</param>
    public string SentenceOf(string one, string many) => !IsPartial ? $"{WordsOf(one, many)}."
        : $"{WordsOf(one, many)}\u00A0: c’est {(Voted == 1 ? "son avis" : "leur avis")}, non celui de tout le réseau.";
}
