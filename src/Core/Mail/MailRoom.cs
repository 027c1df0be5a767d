using Almanach.Core.Engine;
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

        var written = 0;
        await foreach (var _ in ledger.List<MailBatch>(partition, "batch|", stop))
            written++;
        foreach (var chunk in Enumerable.Range(written, header.Value.Batches - written).Chunk(BatchesPerCommit))
            await Write(header.Value, partition, chunk, stop);
    }

    private async Task<Held<MailingState>> Head(Mailing mailing, DateTimeOffset due, string step, CancellationToken stop)
    {
        var letter = await letters.Compose(mailing, due, stop);
        var size = mailer.BatchSize;
        var state = new MailingState(mailing, step, due, letter, size, (mailing.Audience.Count + size - 1) / size);
        var line = new MailingLine(mailing.Key, step, due, LetterWords.Plain(letter.Subject), mailing.Text, mailing.Audience.Count);
        await store.Commit(MailingLine.Partition, [new Change.Put(MailingLine.Row(due, mailing.Key), Stored.Write(line))], stop);

        // Who loses the race takes the winner's letter: one message has one text.
        var partition = MailingState.Partition(mailing.Key);
        await store.Commit(partition, [new Change.Insert(MailingState.Key, Stored.Write(state))], stop);
        return await ledger.Find<MailingState>(partition, MailingState.Key, stop)
            ?? throw new InvalidOperationException($"The mailing {mailing.Key} was not written.");
    }

    private async Task Write(MailingState state, string partition, int[] indexes, CancellationToken stop)
    {
        var changes = indexes.Select(index => (Change)new Change.Insert(MailBatch.Key(index), Stored.Write(New(state, index)))).ToList();
        var effects = indexes.Select(index => new Effect.DeliverBatch(
            state.Mailing.Key, index, $"deliver-{state.Mailing.Key}-{index}", state.Due, state.Step)).ToList();
        if (!await ledger.Commit(new Draft.Write(partition, changes, effects), stop))
            throw new InvalidOperationException($"Another worker fans {state.Mailing.Key} out: performed again later.");
    }

    private static MailBatch New(MailingState state, int index)
    {
        var first = index * state.BatchSize;
        var count = Math.Min(state.BatchSize, state.Mailing.Audience.Count - first);
        return new MailBatch(index, first, count, BatchState.Pending, null, 0, new Dictionary<string, Delivery>());
    }

    /// <summary>All copies of a message with what became of each.</summary>
    public async Task<IReadOnlyDictionary<string, Delivery>> Outcomes(string mailing, CancellationToken stop = default)
    {
        Dictionary<string, Delivery> all = [];
        await foreach (var batch in ledger.List<MailBatch>(MailingState.Partition(mailing), "batch|", stop))
            foreach (var (contact, delivery) in batch.Value.Outcomes)
                all[contact] = delivery;
        return all;
    }

    public Task<IReadOnlyList<AudienceMember>> Members(Mailing mailing, CancellationToken stop = default) =>
        audiences.Read(mailing.Audience, stop);
}
