namespace Almanach.Core.Mail.Sending;

/// <summary>What is to be done with a batch whose row has come.</summary>
public abstract record BatchTurn
{
    private BatchTurn() { }

    /// <summary>It is claimed and sent.</summary>
    public sealed record Send : BatchTurn;

    /// <summary>Somebody else is at it, or has put it off: the row to be performed is theirs.</summary>
    public sealed record Wait : BatchTurn;

    /// <summary>Nothing to do: it is settled, or the message is suspended and gets new rows when it is taken up again.</summary>
    public sealed record Leave : BatchTurn;

    /// <summary>It is settled without being sent.</summary>
    /// <param name="Outcome">What became of whoever got nothing yet.</param>
    public sealed record Close(Delivery Outcome) : BatchTurn;
}
