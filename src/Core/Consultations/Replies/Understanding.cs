namespace Almanach.Core.Consultations.Replies;

/// <summary>What a reply says to one consultation.</summary>
public abstract record Understanding
{
    private Understanding() { }

    /// <param name="Values">The whole answer as it stands after the reply: what was answered before and is not spoken of stays.</param>
    /// <param name="Declined">« Pas de proposition cette année »; without values then.</param>
    public sealed record Answered(IReadOnlyDictionary<string, AnswerValue> Values, bool Declined) : Understanding;

    /// <param name="Because">Why a person must read it: a French sentence for whoever does.</param>
    public sealed record Unclear(string Because) : Understanding;
}
