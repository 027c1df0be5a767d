using Almanach.Core.Mail;

namespace Almanach.Core.Links;

/// <summary>Somebody typed an address to be sent a link. It goes as soon as it is looked up, a moment later.</summary>
/// <param name="Address">As typed: perhaps nobody’s.</param>
/// <param name="Purpose">One’s own page (<see cref="LinkPurpose.Person"/>) or the members’ area (<see cref="LinkPurpose.Space"/>).</param>
/// <param name="At">When, UTC.</param>
public sealed record LinkRequest(string Address, LinkPurpose Purpose, DateTimeOffset At)
{
    public const string Partition = "link-requests";

    /// <summary>One that could not be performed is erased after so long.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    public static string Row(string id) => $"asked|{id}";
}
