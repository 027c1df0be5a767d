using Almanach.Core.Ports;

namespace Almanach.Adapters.Smtp;

/// <summary>
/// One open connection. With PIPELINING (RFC 2920) a letter takes one round trip: its end and the next letter's MAIL, RCPT
/// and DATA are written together, which 3.1 allows. At any moment at most one letter awaits the answer to its final dot and
/// one more has begun; a break leaves the first open and the second unsent.
/// </summary>
internal sealed class SmtpSession(SmtpWire wire, SmtpOffers offers, SmtpTimes times) : IDisposable
{
    /// <summary>Letters a connection carries; many relays close it at a hundred.</summary>
    private const int MostLetters = 100;

    private SmtpCopy? begun;
    private SmtpCopy? ended;
    private int carried;
    private bool hasOpenMail;

    /// <summary>More letters may be sent.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>It was of some use to the batch it was taken up for.</summary>
    public bool Answered { get; private set; }

    /// <summary>It waited for this batch, and may have been closed meanwhile.</summary>
    public bool IsReused { get; private set; }

    public bool IsStale => wire.IsStale;

    /// <summary>Sends copies of a round for as long as there are some that may leave. Closed afterwards or not, no outcome is lost.</summary>
    /// <param name="end">Gives up whatever is waited for.</param>
    public async Task Carry(SmtpRound round, CancellationToken end)
    {
        try
        {
            using (end.UnsafeRegister(_ => wire.GiveUp(), null))
                for (Begin(round); IsOpen && begun is { } copy; Begin(round))
                    if (await Envelope(copy, round))
                        await Content(copy, round);
            wire.Rest();
            if (carried >= MostLetters)
                await Quit();
        }
        catch (BrokenWireException)
        {
            IsOpen = false;
            if (ended is { } open)
                Settle(open, round, new(MailOutcome.Unknown));
        }
        catch
        {
            IsOpen = false;
            throw;
        }
        // A connection that carried letters and closes at the next one's MAIL has had enough of them: that is not the letter's.
        if (begun is { } lost)
            round.GiveBack(lost, counts: hasOpenMail || carried == 0);
        begun = ended = null;
    }

    /// <summary>It waits for another batch, and may be closed by then.</summary>
    public void Rest()
    {
        wire.Rest();
        (IsReused, Answered) = (true, false);
    }

    /// <summary>Takes its leave (RFC 5321, 4.1.1.10), and does not wait long for the answer.</summary>
    public async Task Quit()
    {
        IsOpen = false;
        try
        {
            await wire.Ask("QUIT", TimeSpan.FromSeconds(Math.Min(2, times.Reply.TotalSeconds)));
        }
        catch (BrokenWireException)
        {
            // It has left already.
        }
    }

    public void Dispose() => wire.Dispose();

    /// <summary>Takes the next copy, unless one has begun; with PIPELINING its commands are put with whatever is written next.</summary>
    private void Begin(SmtpRound round)
    {
        while (begun is null && IsOpen && carried + (ended is null ? 0 : 1) < MostLetters && round.Take() is { } copy)
        {
            if (offers.Largest is { } most && copy.Length > most)
            {
                round.Complain(RelayException.TooLarge(copy.Length, most));
                continue;
            }
            begun = copy;
            if (!offers.Pipelining)
                return;
            if (hasOpenMail)
                wire.Put("RSET");
            wire.Put(Mail(copy));
            wire.Put(copy.Rcpt);
            wire.Put("DATA");
        }
    }

    /// <summary>True when the relay waits for the letter.</summary>
    private async ValueTask<bool> Envelope(SmtpCopy copy, SmtpRound round)
    {
        await wire.Flush(times.Reply);
        if (hasOpenMail && await Say("RSET", times.Reply) is { Closes: true })
            return Close();
        hasOpenMail = false;
        var mail = await Say(Mail(copy), times.Reply);
        if (mail.Closes || mail.IsLater && carried > 0)
            return Close(); // As many letters as it takes on one connection: another may fare better.
        if (!mail.IsYes)
            return await Refuse(copy, round, mail, Verdicts.OfSender, unread: 2);
        hasOpenMail = true;
        var rcpt = await Say(copy.Rcpt, times.Reply);
        if (!rcpt.IsYes)
            return await Refuse(copy, round, rcpt, Verdicts.OfAddressee, unread: 1);
        var data = await Say("DATA", times.DataInitiation);
        if (data.Code == 354)
            return true;
        if (data.IsYes)
            throw new BrokenWireException("The relay says it took a letter that was not sent.");
        return data.Closes ? Close() : await Refuse(copy, round, data, Verdicts.OfLetter, unread: 0);
    }

    private async ValueTask Content(SmtpCopy copy, SmtpRound round)
    {
        await wire.Content(copy.Bytes(), times.DataBlock);
        wire.Put(".");
        (begun, ended, hasOpenMail) = (null, copy, false);
        if (offers.Pipelining)
            Begin(round);
        await wire.Flush(times.DataBlock);
        var reply = await wire.Read(times.DataEnd);
        carried++;
        ended = null;
        Settle(copy, round, Verdicts.OfLetter(reply), reply);
    }

    /// <summary>Says what became of the copy, then reads what is still to come of its commands.</summary>
    private async ValueTask<bool> Refuse(SmtpCopy copy, SmtpRound round, SmtpReply reply, Func<SmtpReply, Verdict> meaning, int unread)
    {
        begun = null;
        Settle(copy, round, meaning(reply), reply);
        for (; IsOpen && offers.Pipelining && unread > 0; unread--)
            switch (await wire.Read(times.Reply))
            {
                case { Closes: true }:
                    return Close();
                case { Code: 354 }:
                    await wire.Ask(".", times.DataEnd); // Nobody to give it to: an empty letter (RFC 2920, 3.1).
                    break;
            }
        return false;
    }

    private void Settle(SmtpCopy copy, SmtpRound round, Verdict verdict, SmtpReply? reply = null)
    {
        Answered |= verdict.Reach != Reach.Everybody;
        if (verdict.Reach == Reach.Everybody && reply is { IsLater: false })
            round.Complain(RelayException.TakesNone(reply));
        round.Settle(copy, verdict);
        if (reply is { Closes: true })
            Close();
    }

    private bool Close() => IsOpen = false;

    private ValueTask<SmtpReply> Say(string command, TimeSpan longest) =>
        offers.Pipelining ? wire.Read(longest) : wire.Ask(command, longest);

    private string Mail(SmtpCopy copy) => offers.Size ? $"{copy.Mail} SIZE={copy.Length}" : copy.Mail;
}
