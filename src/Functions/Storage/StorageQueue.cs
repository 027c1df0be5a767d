using System.Collections.Concurrent;
using Almanach.Core.Ports;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using QueueMessage = Almanach.Core.Ports.QueueMessage;

namespace Almanach.Functions.Storage;

/// <summary>
/// Azure Storage Queues, in base 64 and with the poison queues of the Functions host. A queue is created when it is first
/// needed. Messages never expire.
/// </summary>
public sealed class StorageQueue(AzureStorage storage) : IQueue
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
    private readonly ConcurrentDictionary<string, QueueClient> clients = new(StringComparer.Ordinal);

    public async Task Send(string queue, string body, TimeSpan visibleIn = default, CancellationToken stop = default)
    {
        QueueLimits.CheckName(queue);
        QueueLimits.CheckBody(body);
        QueueLimits.CheckDelay(visibleIn);
        await Created(queue, client => client.SendMessageAsync(body, visibleIn, Forever, stop), stop);
    }

    public async Task<IReadOnlyList<QueueMessage>> Receive(string queue, int max, TimeSpan hidden, CancellationToken stop = default)
    {
        QueueLimits.CheckName(queue);
        QueueLimits.CheckReception(max, hidden);
        while (true)
        {
            var received = (await Created(queue, client => client.ReceiveMessagesAsync(max, hidden, stop), stop)).Value;
            var poisoned = QueueLimits.IsPoison(queue) ? [] : received.Where(message => message.DequeueCount > IQueue.MaxDequeues).ToList();
            foreach (var message in poisoned)
                await SetAside(queue, message, stop);
            if (received.Length == 0 || poisoned.Count < received.Length)
                return [.. received.Except(poisoned).Select(message => Read(queue, message))];
        }
    }

    public Task<bool> Complete(QueueMessage message, CancellationToken stop = default) =>
        Holds(() => Client(message.Queue).DeleteMessageAsync(message.Id, message.Receipt, stop));

    public Task<bool> Release(QueueMessage message, TimeSpan visibleIn, CancellationToken stop = default)
    {
        QueueLimits.CheckDelay(visibleIn);
        return Holds(() => Client(message.Queue).UpdateMessageAsync(message.Id, message.Receipt, (string?)null, visibleIn, stop));
    }

    public async Task<int> Count(string queue, CancellationToken stop = default)
    {
        QueueLimits.CheckName(queue);
        return (await Created(queue, client => client.GetPropertiesAsync(stop), stop)).Value.ApproximateMessagesCount;
    }

    /// <summary>Sent before it is removed: dying in between makes two of it, never none.</summary>
    private async Task SetAside(string queue, Azure.Storage.Queues.Models.QueueMessage message, CancellationToken stop)
    {
        await Send(queue + QueueLimits.PoisonSuffix, message.Body.ToString(), stop: stop);
        await Complete(Read(queue, message), stop);
    }

    /// <summary>
    /// False when the receipt is stale. Also when an answer was lost and the client, asking again, finds it done: nobody
    /// may lean on a false here.
    /// </summary>
    private static async Task<bool> Holds(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 404 || failure.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
            return false;
        }
    }

    private async Task<T> Created<T>(string queue, Func<QueueClient, Task<T>> call, CancellationToken stop)
    {
        var client = Client(queue);
        try
        {
            return await call(client);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await client.CreateIfNotExistsAsync(cancellationToken: stop);
            return await call(client);
        }
    }

    private QueueClient Client(string queue) => clients.GetOrAdd(queue, name => storage.Queues.GetQueueClient(name));

    private static QueueMessage Read(string queue, Azure.Storage.Queues.Models.QueueMessage message) =>
        new(queue, message.MessageId, message.PopReceipt, message.Body.ToString(), (int)message.DequeueCount);
}
