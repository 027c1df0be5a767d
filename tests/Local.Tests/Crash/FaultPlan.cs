namespace Almanach.Local.Tests.Crash;

/// <summary>Counts the calls to the world and lets one of them fail.</summary>
/// <param name="failAt">The number of the call that fails, from 1; 0 for none.</param>
/// <param name="after">The call does its work, then fails: done, but nobody knows.</param>
/// <param name="forGood">Every later call fails too, as when the process has died.</param>
public sealed class FaultPlan(int failAt = 0, bool after = false, bool forGood = false)
{
    private int calls;
    private bool dead;

    public int Calls => calls;

    public async Task<T> Call<T>(Func<Task<T>> work)
    {
        if (dead)
            throw new InjectedFault();
        if (Interlocked.Increment(ref calls) != failAt)
            return await work();
        if (after)
            await work();
        dead = forGood;
        throw new InjectedFault();
    }

    public Task Call(Func<Task> work) => Call(async () =>
    {
        await work();
        return 0;
    });
}

public sealed class InjectedFault() : Exception("Injected.");
