using Almanach.Core.Engine;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail;

/// <summary>
/// Fans a message out to its frozen audience: renders it once, cuts it in batches, and gives each batch a row to be
/// performed. Dying in between and starting again writes only what is missing.
/// </summary>
public sealed class MailRoom(Ledger ledger, IStore store, AudienceShelf audiences, LetterMaker letters, IMailer mailer)
{
    /// <summary>Batches written per commit: each is a record and a row to be performed.</summary>
    private const int BatchesPerCommit = 40;

    public async Task Start(Mailing mailing, DateTimeOffset due, string step, CancellationToken stop = default)
    {
        if (mailing.Audience.Count == 0)
            return;
        var partition = MailingState.Partition(mailing.Key);
        var header = await ledger.Find<MailingState>(partition, MailingState.Key, stop)
            ?? await Head(mailing, due, step, stop);
        if (header.Value.CancelledAt is not null)
            return;
        await Enter(header.Value, stop);

        // Another worker may fan the same message out: whoever finds its place taken counts again and goes on from there.
        for (var written = -1; await Written(partition, stop) is var now && now < header.Value.Batches; written = now)
        {
            if (now == written)
                throw new InvalidOperationException($"The batches of {mailing.Key} were not written: performed again later.");
            foreach (var chunk in Enumerable.Range(now, header.Value.Batches - now).Chunk(BatchesPerCommit))
                if (!await Write(header.Value, partition, chunk, stop))
                    break;
        }
    }

    private async Task<int> Written(string partition, CancellationToken stop)
    {
        var written = 0;
        await foreach (var _ in store.List(partition, "batch|", KeyPrefix.End("batch|"), stop))
            written++;
        return written;
    }

    /// <summary>Has a message sent at an instant. Ordered twice, it is sent once.</summary>
    public async Task Order(Mailing mailing, DateTimeOffset due, string step, CancellationToken stop = default)
    {
        if (!await ledger.Commit(new Draft.Write(MailingState.Partition(mailing.Key), [], [new Effect.SendMailing(mailing, mailing.Key, due, step)]), stop))
            throw new InvalidOperationException($"The order of {mailing.Key} was not written: performed again later.");
    }

    public async Task<MailingState?> Find(string mailing, CancellationToken stop = default) =>
        (await ledger.Find<MailingState>(MailingState.Partition(mailing), MailingState.Key, stop))?.Value;

    /// <summary>When a message began to leave, UTC; null where it has not, or was undone.</summary>
    public async Task<DateTimeOffset?> Left(string mailing, CancellationToken stop = default) => await Find(mailing, stop) is { CancelledAt: null } state ? state.Due : null;

    /// <summary>Whether the coordinator undid a message: nobody got it.</summary>
    public async Task<bool> WasUndone(string mailing, CancellationToken stop = default) => await Find(mailing, stop) is { CancelledAt: not null };

    /// <summary>
    /// Undoes a message that has not begun. Both who sends and who undoes write the same record first: only one of them can.
    /// </summary>
    public async Task<Refusal?> Cancel(Effect.SendMailing effect, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        var key = effect.Mailing.Key;
        var state = new MailingState(effect.Mailing, effect.Step, effect.Due, await letters.Compose(effect.Mailing, effect.Due, stop), mailer.BatchSize, 0, now);
        var note = new Effect.Note(actor, $"message {key} annulé", $"note-cancel-{key}-{Todo.Stamp(now)}", now, effect.Step);
        await ledger.Commit(new Draft.Write(MailingState.Partition(key), [new Change.Insert(MailingState.Key, Stored.Write(state))], [note]), stop);
        if (await Find(key, stop) is not { CancelledAt: not null } cancelled)
            return Refusal.Because(Why.Closed, "L’envoi a déjà commencé : il ne peut plus être annulé.");
        await Enter(cancelled, stop);
        return null;
    }

    /// <summary>Sends after all a message that was undone, with its text as it is now.</summary>
    public async Task<Refusal?> Resume(string mailing, string actor, DateTimeOffset due, CancellationToken stop = default)
    {
        var partition = MailingState.Partition(mailing);
        if (await ledger.Find<MailingState>(partition, MailingState.Key, stop) is not { Value: { CancelledAt: not null } state } held)
            return Refusal.Because(Why.NotNow, "Ce message n’a été ni annulé ni suspendu : il n’y a rien à reprendre.");
        if (state.Erased)
            return Refusal.Because(Why.Closed, "Ce message est plus ancien que la durée de conservation\u00A0: son texte est effacé, il ne peut plus être repris.");
        // She orders it knowing what day it is.
        var ordered = state.Mailing.IsPast(due) ? state.Mailing with { Expires = null } : state.Mailing;
        Effect[] effects =
        [
            new Effect.SendMailing(ordered, mailing, due, state.Step),
            new Effect.Note(actor, $"message {mailing} repris", $"note-resume-{mailing}-{Todo.Stamp(due)}", due, state.Step),
        ];
        if (!await ledger.Commit(new Draft.Write(partition, [new Change.Delete(held.Key, held.Version)], effects), stop))
            return Refusal.Because(Why.Changed, "Ce message vient d’être repris par ailleurs. Relisez la page.");
        await store.Commit(MailingLine.Partition, [new Change.Delete(MailingLine.Row(state.Due, mailing))], stop);
        return null;
    }

    private async Task<Held<MailingState>> Head(Mailing mailing, DateTimeOffset due, string step, CancellationToken stop)
    {
        var letter = await letters.Compose(mailing, due, stop);
        var size = mailer.BatchSize;
        var state = new MailingState(mailing, step, due, letter, size, (mailing.Audience.Count + size - 1) / size);

        // Who loses the race takes the winner's letter: one message has one text.
        var partition = MailingState.Partition(mailing.Key);
        await store.Commit(partition, [new Change.Insert(MailingState.Key, Stored.Write(state))], stop);
        return await ledger.Find<MailingState>(partition, MailingState.Key, stop)
            ?? throw new InvalidOperationException($"The mailing {mailing.Key} was not written.");
    }

    /// <summary>The line of the outbox.</summary>
    private Task Enter(MailingState state, CancellationToken stop) => store.Commit(
        MailingLine.Partition, [new Change.Put(MailingLine.Row(state.Due, state.Mailing.Key), Stored.Write(MailingLine.Of(state)))], stop);

    /// <summary>False when another worker wrote some of them.</summary>
    private async Task<bool> Write(MailingState state, string partition, int[] indexes, CancellationToken stop)
    {
        var changes = indexes.Select(index => (Change)new Change.Insert(MailBatch.Key(index), Stored.Write(New(state, index)))).ToList();
        var effects = indexes.Select(index => new Effect.DeliverBatch(
            state.Mailing.Key, index, $"deliver-{state.Mailing.Key}-{index}", state.Due, state.Step)).ToList();
        return await ledger.Commit(new Draft.Write(partition, changes, effects), stop);
    }

    private static MailBatch New(MailingState state, int index)
    {
        var first = index * state.BatchSize;
        var count = Math.Min(state.BatchSize, state.Mailing.Audience.Count - first);
        return new MailBatch(index, first, count, BatchState.Pending, null, 0, new Dictionary<string, Delivery>());
    }

    /// <summary>Lines of the outbox with an instant between two, both included, oldest first.</summary>
    public async IAsyncEnumerable<MailingLine> Lines(
        DateTimeOffset from, DateTimeOffset to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (var entry in store.List(MailingLine.Partition, Todo.Stamp(from), Todo.Stamp(to) + "~", stop))
            yield return Stored.Read<MailingLine>(entry.Value);
    }

    /// <summary>What is written of its batches so far, in order.</summary>
    public async Task<IReadOnlyList<MailBatch>> Batches(string mailing, CancellationToken stop = default)
    {
        List<MailBatch> batches = [];
        await foreach (var batch in ledger.List<MailBatch>(MailingState.Partition(mailing), "batch|", stop))
            batches.Add(batch.Value);
        return batches;
    }

    /// <summary>All copies of a message with what became of each.</summary>
    public async Task<IReadOnlyDictionary<string, Delivery>> Outcomes(string mailing, CancellationToken stop = default)
    {
        Dictionary<string, Delivery> all = [];
        foreach (var batch in await Batches(mailing, stop))
            foreach (var (contact, delivery) in batch.Outcomes)
                all[contact] = delivery;
        return all;
    }

    /// <summary>Everybody a message goes to, with what is known of each copy.</summary>
    public async Task<IReadOnlyDictionary<string, Delivery>> Copies(MailingState state, CancellationToken stop = default)
    {
        var batches = (await Batches(state.Mailing.Key, stop)).ToDictionary(batch => batch.Index);
        return (await Members(state.Mailing, stop)).Index().DistinctBy(member => member.Item.Contact).ToDictionary(
            member => member.Item.Contact,
            member => batches.TryGetValue(member.Index / state.BatchSize, out var batch) ? DeliveryRules.Of(batch, member.Item.Contact) : Delivery.Pending);
    }

    /// <summary>What was heard of the copies of a message, the oldest first.</summary>
    public async Task<IReadOnlyList<DeliveryEvent>> Heard(string mailing, CancellationToken stop = default)
    {
        List<DeliveryEvent> heard = [];
        await foreach (var held in ledger.List<DeliveryEvent>(MailingState.Partition(mailing), DeliveryEvent.Prefix, stop))
            heard.Add(held.Value);
        return [.. heard.OrderBy(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal)];
    }

    public Task<IReadOnlyList<AudienceMember>> Members(Mailing mailing, CancellationToken stop = default) =>
        audiences.Read(mailing.Audience, stop);
}
