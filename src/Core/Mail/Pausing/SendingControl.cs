using System.Text.Json.Serialization;

namespace Almanach.Core.Mail.Pausing;

/// <summary>
/// What the coordinator says of a message while it is being sent. Whoever claims a batch writes this row anew, unchanged, in
/// the commit of the claim: a claim and a word of hers can never both come first. Without a row, nothing was ever claimed.
/// </summary>
/// <param name="Revision">How many times she said something.</param>
/// <param name="Since">When it began to be sent, was suspended, taken up again or stopped, UTC.</param>
/// <param name="Late">Taken up again when its moment was past (<see cref="Mailing.Expires"/>): it leaves all the same. Left out of the record where it is false.</param>
public sealed record SendingControl(
    int Revision, SendingState State, DateTimeOffset Since, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Late = false)
{
    public const string Key = "control";

    /// <summary>Of a message of which a first batch is claimed.</summary>
    public static SendingControl Begun(DateTimeOffset now) => new(0, SendingState.Running, now);
}

public enum SendingState
{
    Running,

    /// <summary>No batch is claimed until it is taken up again.</summary>
    Paused,

    /// <summary>No batch is claimed any more: what has not left is told as stopped.</summary>
    Stopped,
}
