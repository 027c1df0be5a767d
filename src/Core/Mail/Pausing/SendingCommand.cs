namespace Almanach.Core.Mail.Pausing;

/// <summary>What the coordinator can say of a message while it is being sent.</summary>
public abstract record SendingCommand(string Actor, DateTimeOffset Now)
{
    private SendingCommand()
        : this("", default) { }

    /// <summary>Nothing more leaves until she says so.</summary>
    public sealed record Pause(string Actor, DateTimeOffset Now) : SendingCommand(Actor, Now);

    /// <summary>Goes on where it was.</summary>
    public sealed record Resume(string Actor, DateTimeOffset Now) : SendingCommand(Actor, Now);

    /// <summary>What has not left never does.</summary>
    public sealed record Stop(string Actor, DateTimeOffset Now) : SendingCommand(Actor, Now);
}
