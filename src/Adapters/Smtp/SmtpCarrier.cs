namespace Almanach.Adapters.Smtp;

/// <summary>Carries copies of a round over one connection, and over another when that one closes.</summary>
/// <param name="end">Gives up whatever is waited for.</param>
/// <param name="stop">Opens and begins nothing more.</param>
internal sealed class SmtpCarrier(SmtpDoor door, SmtpPool pool, SmtpRound round, TimeProvider clock, CancellationToken end, CancellationToken stop)
{
    /// <summary>New connections in a row that were of no use; then the rest is for later.</summary>
    private const int MostBarren = 2;

    /// <summary>Ends when no copy is left that may leave in this round, and leaves its place in the pool.</summary>
    /// <param name="opened">Called once there is a connection.</param>
    public async Task Work(Action? opened = null)
    {
        SmtpSession? session = null;
        try
        {
            session = pool.Resting() ?? await door.Open(stop);
            opened?.Invoke();
            for (var barren = 0; barren < MostBarren && round.Wait() is { } wait;)
            {
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, clock, stop);
                    continue;
                }
                session ??= await door.Open(stop);
                await session.Carry(round, end);
                if (session.IsOpen)
                    continue;
                barren = session.Answered ? 0 : session.IsReused ? barren : barren + 1;
                session.Dispose();
                session = null;
            }
        }
        catch (RelayException reason)
        {
            round.Complain(reason);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What has not begun is for later.
        }
        finally
        {
            if (session is { IsOpen: true })
                pool.Rest(session);
            else
                session?.Dispose();
            pool.Leave();
        }
    }
}
