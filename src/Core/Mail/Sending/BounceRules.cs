
namespace Almanach.Core.Mail.Sending;

/// <summary>Which refusals say that somebody cannot be reached any more. Pure.</summary>
public static class BounceRules
{
    /// <summary>From so many copies on, a refusal of most of them is ours, or our provider's.</summary>
    public const int Telling = 4;

    /// <summary>Ids of those whose address was refused for good; nobody where most of the copies were, which no departure explains.</summary>
    public static IReadOnlyList<string> Gone(IReadOnlyDictionary<string, Ports.MailOutcome> outcomes)
    {
        var gone = outcomes.Where(pair => pair.Value == Ports.MailOutcome.NoSuchAddress).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        return outcomes.Count >= Telling && gone.Count * 2 > outcomes.Count ? [] : gone;
    }
}
