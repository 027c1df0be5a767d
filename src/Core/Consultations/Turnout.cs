using Almanach.Core.French;

namespace Almanach.Core.Consultations;

/// <summary>How many voted of those asked: whose opinion a result is.</summary>
public readonly record struct Turnout(int Voted, int Asked)
{
    /// <summary>Fewer than half of those asked: their opinion is not told as that of the network.</summary>
    public bool IsPartial => 2 * Voted < Asked;

    /// <summary>« 2 organismes sur 61 ont voté ».</summary>
    public string Words => $"{Numbers.Count(Voted, "organisme", "organismes")} sur {Asked} {(Voted < 2 ? "a voté" : "ont voté")}";

    /// <summary>The same as a sentence that says so when it is the opinion of a few.</summary>
    public string Sentence => !IsPartial ? $"{Words}."
        : $"{Words}\u00A0: c’est {(Voted == 1 ? "son avis" : "leur avis")}, non celui de tout le réseau.";
}
