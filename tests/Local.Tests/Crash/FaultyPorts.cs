using System.Runtime.CompilerServices;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Ports;

namespace Almanach.Local.Tests.Crash;

/// <summary>The ports of the world, each call of which may fail.</summary>
public sealed class FaultyStore(IStore inner, FaultPlan plan) : IStore
{
    public Task<Entry?> Get(string partition, string key, CancellationToken stop = default) => plan.Call(() => inner.Get(partition, key, stop));

    public async IAsyncEnumerable<Entry> List(
        string partition, string from = "", string? before = null, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await plan.Call(() => Task.CompletedTask);
        await foreach (var entry in inner.List(partition, from, before, stop))
            yield return entry;
    }

    public Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default) =>
        plan.Call(() => inner.Commit(partition, changes, stop));
}

public sealed class FaultyQueue(IQueue inner, FaultPlan plan) : IQueue
{
    public Task Send(string queue, string body, TimeSpan visibleIn = default, CancellationToken stop = default) =>
        plan.Call(() => inner.Send(queue, body, visibleIn, stop));

    public Task<IReadOnlyList<QueueMessage>> Receive(string queue, int max, TimeSpan hidden, CancellationToken stop = default) =>
        plan.Call(() => inner.Receive(queue, max, hidden, stop));

    public Task<bool> Complete(QueueMessage message, CancellationToken stop = default) => plan.Call(() => inner.Complete(message, stop));

    public Task<bool> Release(QueueMessage message, TimeSpan visibleIn, CancellationToken stop = default) =>
        plan.Call(() => inner.Release(message, visibleIn, stop));

    public Task<int> Count(string queue, CancellationToken stop = default) => plan.Call(() => inner.Count(queue, stop));
}

public sealed class FaultyFiles(IFiles inner, FaultPlan plan) : IFiles
{
    public Task Write(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default) => plan.Call(() => inner.Write(path, content, stop));

    public Task<bool> WriteNew(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default) =>
        plan.Call(() => inner.WriteNew(path, content, stop));

    public Task<byte[]?> Read(string path, CancellationToken stop = default) => plan.Call(() => inner.Read(path, stop));

    public async IAsyncEnumerable<string> List(string prefix, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await plan.Call(() => Task.CompletedTask);
        await foreach (var path in inner.List(prefix, stop))
            yield return path;
    }

    public Task Delete(string path, CancellationToken stop = default) => plan.Call(() => inner.Delete(path, stop));
}

public sealed class FaultyMailer(IMailer inner, FaultPlan plan) : IMailer
{
    public int BatchSize => inner.BatchSize;

    public bool Repeatable => inner.Repeatable;

    public Task<IReadOnlyList<MailOutcome>> Send(Letter letter, IReadOnlyList<Addressee> addressees, CancellationToken stop = default) =>
        plan.Call(() => inner.Send(letter, addressees, stop));
}
