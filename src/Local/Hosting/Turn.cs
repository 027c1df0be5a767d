namespace Almanach.Local.Hosting;

/// <summary>One at a time in this process: while somebody moves a demonstration's clock, the scheduler rests.</summary>
public sealed class Turn : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    public async Task<T> Take<T>(Func<Task<T>> work, CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        try
        {
            return await work();
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
