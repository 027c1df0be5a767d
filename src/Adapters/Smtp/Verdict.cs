using Almanach.Core.Ports;

namespace Almanach.Adapters.Smtp;

/// <summary>What a reply means: for the copy it answers, and for those that were not asked yet.</summary>
internal sealed record Verdict(MailOutcome Outcome, Reach Reach = Reach.Copy);

/// <summary>Whom a refusal holds for.</summary>
internal enum Reach
{
    Copy,

    /// <summary>Whoever is at the same domain: none of them is asked in this call.</summary>
    Domain,

    /// <summary>The relay takes no letter of ours now: nobody else is asked in this call.</summary>
    Everybody,
}
