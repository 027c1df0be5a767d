
namespace Almanach.Core.Meetings.Registration;

/// <summary>What can be asked of the registration to a meeting.</summary>
public abstract record RegistrationCommand(DateTimeOffset Now)
{
    /// <summary>When its mail leaves if not at once: what the coordinator orders can be undone for a while.</summary>
    public DateTimeOffset? MailsAt { get; init; }

    /// <summary>The coordinator opens, changes or closes it.</summary>
    public sealed record Set(RegistrationTerms Terms, string Actor, DateTimeOffset Now) : RegistrationCommand(Now);

    /// <summary>Somebody asks for a place on the public page.</summary>
    /// <param name="InNetwork">Whether the network knows the address.</param>
    public sealed record Ask(Registrant Person, bool InNetwork, DateTimeOffset Now) : RegistrationCommand(Now);

    /// <summary>She confirms from the link that was mailed to her.</summary>
    public sealed record Confirm(string Id, DateTimeOffset Now) : RegistrationCommand(Now);

    /// <summary>She, or the coordinator for her, gives the place back; what is known of her is erased.</summary>
    /// <param name="Actor">The coordinator; empty for herself.</param>
    public sealed record Withdraw(string Id, string Actor, DateTimeOffset Now) : RegistrationCommand(Now);

    /// <summary>The coordinator enters somebody who called.</summary>
    public sealed record Add(Registrant Person, string Actor, DateTimeOffset Now) : RegistrationCommand(Now);
}
