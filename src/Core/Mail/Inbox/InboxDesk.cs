using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Inbox;

/// <summary>Keeps what arrives before anything else is done with it, has it read, and shows it.</summary>
public sealed class InboxDesk(Ledger ledger, IFiles files, IncomingReader reader, InboxSorter sorter, EventDesk events)
{
    /// <summary>Takes a message in: its bytes first, then that it is to be read. The same bytes twice are one message.</summary>
    /// <param name="message">At most <see cref="IncomingReader.MostBytes"/>.</param>
    public async Task<Refusal?> Receive(ReadOnlyMemory<byte> message, DateTimeOffset now, CancellationToken stop = default)
    {
        if (message.Length > IncomingReader.MostBytes)
            return Refusal.Invalid(new FieldError("message", $"Ce message dépasse {IncomingReader.MostBytes / 1_000_000}\u00A0Mo\u00A0: il n’a pas été gardé."));
        if (message.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return Refusal.Invalid(new FieldError("message", "Ce message est vide."));
        var received = ReceivedMail.New(Convert.ToHexStringLower(SHA256.HashData(message.Span))[..24], now);
        await files.WriteNew(received.Path, message, stop);
        return await ledger.Carry(async () => await ledger.Find<ReceivedMail>(ReceivedMail.Partition, received.Key, stop) is not null
            ? new Draft.Nothing()
            : new Draft.Write(ReceivedMail.Partition, [new Change.Insert(received.Key, Stored.Write(received))], [new Effect.ReadMail(received.Id, $"read-{received.Id}", now)]), stop);
    }

    /// <summary>Messages that the form of the site may leave in a day: more are no people.</summary>
    public const int MostWritten = 40;

    /// <summary>
    /// Takes in what somebody wrote on the site: it waits for the coordinator as it is, and is never taken for an answer, whoever
    /// it says it is from. The same words sent again are one message.
    /// </summary>
    public async Task<Refusal?> Write(string name, string address, string subject, string text, DateTimeOffset now, CancellationToken stop = default)
    {
        var message = WrittenMail.Of(name, address, subject, text, now);
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', name, address, subject, text))))[..24];
        if (await Find(id, stop) is not null)
            return null;
        if ((await All(stop)).Count(mail => mail.Because == InboxWords.Written && now - mail.At < TimeSpan.FromDays(1)) >= MostWritten)
            return Refusal.Because(Why.NotNow, "Beaucoup de messages sont arrivés aujourd’hui. Appelez la coordination, ou écrivez à son adresse.");
        var received = ReceivedMail.New(id, now) with { State = InboxState.Waiting, From = address, Name = name, Subject = subject, Text = text, Because = InboxWords.Written };
        await files.WriteNew(received.Path, message, stop);
        return await ledger.Carry(async () => await ledger.Find<ReceivedMail>(ReceivedMail.Partition, received.Key, stop) is not null
            ? new Draft.Nothing()
            : new Draft.Write(ReceivedMail.Partition, [new Change.Insert(received.Key, Stored.Write(received))], []), stop);
    }

    /// <summary>Reads a message, does what follows from it, and says what became of it.</summary>
    public async Task Perform(Effect.ReadMail effect, CancellationToken stop = default)
    {
        if (await Find(effect.Id, stop) is not { State: InboxState.Received } received || await Bytes(received, stop) is not { } bytes)
            return;
        var mail = reader.Read(bytes);
        var seen = ReceivedMail.SeenPrefix + Words(mail, received);
        var first = (await ledger.Find<SeenMail>(ReceivedMail.Partition, seen, stop))?.Value.Id;
        var sorted = first is not null && first != received.Id
            ? new Sorted(received with { State = InboxState.Double, Settled = effect.Due, Because = "Le même message est arrivé deux fois." }, [])
            : await sorter.Sort(mail, received, stop);
        if (sorted.Returned.Count > 0 && await events.Return(sorted.Returned, received.Id, received.At, stop) is { } refusal)
            throw new InvalidOperationException(refusal.Message);
        await ledger.Carry(async () =>
        {
            if (await ledger.Find<ReceivedMail>(ReceivedMail.Partition, received.Key, stop) is not { Value.State: InboxState.Received } held)
                return new Draft.Nothing();
            List<Change> changes = [new Change.Replace(held.Key, Stored.Write(sorted.Mail), held.Version)];
            if (first is null)
                changes.Add(new Change.Put(seen, Stored.Write(new SeenMail(received.Id))));
            return new Draft.Write(ReceivedMail.Partition, changes, sorted.Effects);
        }, stop);
    }

    public async Task<ReceivedMail?> Find(string id, CancellationToken stop = default) =>
        (await ledger.Find<ReceivedMail>(ReceivedMail.Partition, ReceivedMail.Prefix + id, stop))?.Value;

    /// <summary>The message as it is understood, read anew from its bytes; null once they are past keeping.</summary>
    public async Task<IncomingMail?> Open(ReceivedMail received, CancellationToken stop = default) =>
        await Bytes(received, stop) is { } bytes ? reader.Read(bytes) : null;

    /// <summary>All that is kept, the newest first.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> All(CancellationToken stop = default)
    {
        List<ReceivedMail> all = [];
        await foreach (var held in ledger.List<ReceivedMail>(ReceivedMail.Partition, ReceivedMail.Prefix, stop))
            all.Add(held.Value);
        return [.. all.OrderByDescending(mail => mail.At).ThenBy(mail => mail.Id, StringComparer.Ordinal)];
    }

    /// <summary>Messages a person must look at, the oldest first: part of « ce qui vous attend ».</summary>
    public async Task<IReadOnlyList<ReceivedMail>> Waiting(CancellationToken stop = default) => [.. (await All(stop)).Where(mail => mail.Waits).Reverse()];

    /// <inheritdoc cref="InboxSorter.Suggest"/>
    public Task<Suggestion?> Suggest(ReceivedMail received, CancellationToken stop = default) => sorter.Suggest(received, stop);

    /// <summary>What a message may answer now.</summary>
    public Task<IReadOnlyList<Consultations.Consultation>> Open(DateTimeOffset now, CancellationToken stop = default) => sorter.Open(now, stop);

    /// <summary>The coordinator says whose answer it is, and to what: nothing is recorded by that.</summary>
    public Task<Refusal?> Attach(string id, string contact, string consultation, string actor, DateTimeOffset now, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if (await ledger.Find<ReceivedMail>(ReceivedMail.Partition, ReceivedMail.Prefix + id, stop) is not { } held)
            return new Draft.Refuse(Unknown);
        if (held.Value.State != InboxState.Waiting)
            return new Draft.Refuse(Refusal.Because(Why.NotNow, "Ce message est déjà traité."));
        var because = await sorter.Fits(contact, consultation, stop);
        if (because is not null)
            return new Draft.Refuse(Refusal.Because(Why.NotNow, because));
        var attached = held.Value with { Contact = contact, Consultation = consultation, Because = InboxWords.Attached(held.Value.Because) };
        return new Draft.Write(ReceivedMail.Partition, [new Change.Replace(held.Key, Stored.Write(attached), held.Version)],
            [new Effect.Note(actor, $"message reçu {id} rattaché", $"note-mail-{id}-{Todo.Stamp(now)}", now, "")]);
    }, stop);

    /// <summary>The coordinator has dealt with it.</summary>
    public Task<Refusal?> File(string id, string actor, DateTimeOffset now, CancellationToken stop = default) => Settle(id, InboxState.Filed, InboxWords.Filed, actor, now, stop);

    /// <summary>A message that was filed waits again, for its first reason, as long as it is kept.</summary>
    public Task<Refusal?> Reopen(string id, string actor, DateTimeOffset now, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if (await ledger.Find<ReceivedMail>(ReceivedMail.Partition, ReceivedMail.Prefix + id, stop) is not { } held)
            return new Draft.Refuse(Unknown);
        if (held.Value.Waits)
            return new Draft.Nothing();
        if (!held.Value.WasFiled)
            return new Draft.Refuse(Refusal.Because(Why.NotNow, "Ce message n’est pas classé\u00A0: il n’y a rien à remettre."));
        return new Draft.Write(ReceivedMail.Partition,
            [new Change.Replace(held.Key, Stored.Write(held.Value with { State = held.Value.State == InboxState.Recorded ? InboxState.Recorded : InboxState.Waiting, Settled = null, Because = InboxWords.Before(held.Value.Because) }), held.Version)],
            [new Effect.Note(actor, $"message reçu {id} repris", $"note-mail-{id}-{Todo.Stamp(now)}", now, "")]);
    }, stop);

    /// <summary>Takes a message that waits as somebody's answer, as <see cref="InboxSorter.Suggest"/> understands it; the receipt tells the person.</summary>
    public async Task<Refusal?> Record(string id, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Find(id, stop) is not { } received)
            return Unknown;
        if (!received.Waits || received.State == InboxState.Recorded)
            return Refusal.Because(Why.NotNow, "Ce message est déjà traité.");
        if (await sorter.Suggest(received, stop) is not { } suggestion)
            return Refusal.Because(Why.NotNow, "Ce message ne se comprend pas comme une réponse. Ouvrez le formulaire et notez la réponse vous-même, puis classez le message.");
        return await sorter.Take(suggestion, received, stop) is { } refusal ? refusal : await Settle(id, InboxState.Recorded, _ => "Enregistré comme réponse, à votre demande.", actor, now, stop);
    }

    /// <param name="because">What became of it, by what was said of it before.</param>
    private Task<Refusal?> Settle(string id, InboxState state, Func<string, string> because, string actor, DateTimeOffset now, CancellationToken stop) => ledger.Carry(async () =>
    {
        if (await ledger.Find<ReceivedMail>(ReceivedMail.Partition, ReceivedMail.Prefix + id, stop) is not { } held)
            return new Draft.Refuse(Unknown);
        if (held.Value.State == InboxState.Received)
            return new Draft.Refuse(Refusal.Because(Why.NotNow, "Ce message n’est pas encore lu. Attendez un instant, puis rechargez la page."));
        if (!held.Value.Waits)
            return new Draft.Nothing();
        var kept = held.Value.State == InboxState.Recorded ? InboxState.Recorded : state;
        return new Draft.Write(ReceivedMail.Partition,
            [new Change.Replace(held.Key, Stored.Write(held.Value with { State = kept, Settled = now, Because = because(held.Value.Because) }), held.Version)],
            [new Effect.Note(actor, $"message reçu {id} traité", $"note-mail-{id}-{Todo.Stamp(now)}", now, "")]);
    }, stop);

    private static Refusal Unknown { get; } = Refusal.Because(Why.Unknown, "Ce message n’existe pas, ou n’est plus gardé.");

    private Task<byte[]?> Bytes(ReceivedMail received, CancellationToken stop) => files.Read(received.Path, stop);

    /// <summary>Of who wrote what, whatever way it came; a message without an id of its own is itself alone.</summary>
    private static string Words(IncomingMail mail, ReceivedMail received) => mail.MessageId.Length == 0
        ? received.Id
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{mail.MessageId}\n{mail.From?.Address}\n{mail.Whole}")))[..24];
}
