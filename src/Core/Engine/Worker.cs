using System.Collections.Concurrent;
using Almanach.Core.Ports;

namespace Almanach.Core.Engine;

/// <summary>
/// Performs what is due in a partition: perform, note in the journal, drop the row. Dying after any of the three and
/// starting again gives the same state.
/// </summary>
/// <param name="batchesAtOnce">How many batches of one message are in hand (<see cref="IMailer.BatchesAtOnce"/>); all else is performed in order.</param>
public sealed class Worker(
    IStore store, IQueue queue, Agenda agenda, Journal journal, Performer performer, Troubles troubles, int batchesAtOnce, TimeProvider clock)
{
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    /// <summary>Handles the messages that are waiting; false when there were none.</summary>
    /// <exception cref="AggregateException">Something failed; all the other messages were handled.</exception>
    public async Task<bool> Once(CancellationToken stop = default)
    {
        var messages = await Waiting(stop);
        List<Exception> failed = [];
        foreach (var message in messages)
        {
            try
            {
                await Handle(message.Body, stop);
                await queue.Complete(message, stop);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                failed.Add(problem);
            }
        }
        if (failed.Count > 0)
            throw new AggregateException($"{failed.Count} partitions had effects that failed.", failed);
        return messages.Count > 0;
    }

    /// <summary>The messages of the first queue that has some.</summary>
    private async Task<IReadOnlyList<QueueMessage>> Waiting(CancellationToken stop)
    {
        foreach (var name in WorkQueues.All)
            if (await queue.Receive(name, 16, Hidden, stop) is { Count: > 0 } messages)
                return messages;
        return [];
    }

    /// <summary>Does what one message of the work queues asks for.</summary>
    /// <inheritdoc cref="Run"/>
    public async Task Handle(string body, CancellationToken stop = default)
    {
        var message = WorkMessage.Read(body);
        using var activity = Telemetry.Working(message);
        await Run(message.Partition, stop);
    }

    /// <summary>Performs all that is due in one partition, and what that makes due in it.</summary>
    /// <exception cref="AggregateException">Some effects failed and were put off; the others were performed.</exception>
    public async Task Run(string partition, CancellationToken stop = default)
    {
        ConcurrentDictionary<string, Exception> failed = [];
        ConcurrentDictionary<string, bool> elsewhere = [];
        for (var more = true; more;)
        {
            List<Entry> due = [];
            await foreach (var entry in store.List(partition, Todo.Prefix, Todo.Until(clock.GetUtcNow()), stop))
                if (!failed.ContainsKey(entry.Key) && !elsewhere.ContainsKey(entry.Key))
                    due.Add(entry);
            more = false;
            await Each(partition, due, async entry =>
            {
                if (await One(entry))
                    more = true;
            }, stop);
        }
        if (!failed.IsEmpty)
            throw new AggregateException($"{failed.Count} effects of {partition} failed.", failed.Values);

        async Task<bool> One(Entry entry)
        {
            Effect? effect = null;
            try
            {
                effect = Stored.Read<Effect>(entry.Value);
                if (await Perform(partition, entry, effect, stop))
                    return true;
                elsewhere[entry.Key] = true;
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                failed[entry.Key] = problem;
                Telemetry.Failed.Add(1, Telemetry.Kind(effect));
                if (effect is not null)
                    await troubles.PutOff(partition, entry, effect, problem, stop);
            }
            return false;
        }
    }

    /// <summary>One after the other; of a message, so many at once as its mailer takes batches.</summary>
    private async Task Each(string partition, List<Entry> due, Func<Entry, Task> perform, CancellationToken stop)
    {
        if (batchesAtOnce > 1 && due.Count > 1 && WorkQueues.Of(partition) == WorkQueues.Mail)
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = batchesAtOnce, CancellationToken = stop }, async (entry, _) => await perform(entry));
        else
            foreach (var entry in due)
                await perform(entry);
    }

    /// <summary>False when somebody else is at it.</summary>
    private async Task<bool> Perform(string partition, Entry entry, Effect effect, CancellationToken stop)
    {
        using var activity = Telemetry.Performing(effect);
        try
        {
            if (await performer.Perform(effect, stop) is not { } again)
                await Done(partition, entry, effect, stop);
            else if (await Later(partition, entry, effect, again, stop) is { Elsewhere: true })
                return false;
            return true;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            activity.Fail(problem);
            throw;
        }
    }

    private async Task<Again> Later(string partition, Entry entry, Effect effect, Again again, CancellationToken stop)
    {
        await agenda.Hint(again.At, partition, stop);
        if (Todo.Row(effect, again.At) is var row && !again.Elsewhere && row != entry.Key)
            await store.Commit(partition, [new Change.Delete(entry.Key, entry.Version), new Change.Put(row, entry.Value)], stop);
        return again;
    }

    private async Task Done(string partition, Entry entry, Effect effect, CancellationToken stop)
    {
        if (JournalWords.Tells(effect))
            await journal.Write(JournalWords.Of(effect), stop);
        await store.Commit(partition, [new Change.Delete(entry.Key)], stop);
        Telemetry.Performed.Add(1, Telemetry.Kind(effect));
        if (entry.Key != Todo.Row(effect))
            await troubles.Clear(effect, stop);
    }
}
