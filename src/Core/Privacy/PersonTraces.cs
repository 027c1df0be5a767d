using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Programme;
using Almanach.Core.Retention;
using Almanach.Core.Themes;

namespace Almanach.Core.Privacy;

/// <summary>
/// Where somebody is named or written to, outside her own card: what the night erases after its time is found here for one
/// person, and erased the same way. Minutes and other documents, and what was answered for an organisation, are not looked at.
/// </summary>
public sealed class PersonTraces(
    Ledger ledger, IStore store, IFiles files, Opening opening, CycleDesk cycle, Guests guests, RegistrationDesk registrations, ProgrammeDesk programme, GroupDesk groups)
{
    private readonly OldLetters letters = new(ledger, store);
    private readonly OldImports imports = new(ledger, store, files);
    private readonly OldMail arrived = new(ledger, store, files);
    private readonly OldOutbox outbox = new(files);

    /// <summary>What would be erased with her. Writes nothing.</summary>
    public async Task<Traces> Of(Contact contact, CancellationToken stop = default)
    {
        var mention = new Mention(contact);
        var years = await opening.Years(stop);
        var registered = await Registered(years, mention, stop);
        var words = await letters.Of(Ids(contact, registered), mention, stop);
        List<(int, string, string)> spoken = [];
        foreach (var year in years)
            foreach (var action in await programme.Load(year, stop))
                if (SpeakerRules.Without(action, mention.In) is not null)
                    spoken.Add((year, action.Id, action.Title));
        return new Traces(
            words, await outbox.Of(contact, [.. words.Words.Select(line => line.Value.Key)], stop), await arrived.Of(contact.Id, mention, stop), await imports.Of(mention, stop),
            await Keys<SuccessionRequest>(SuccessionRequest.Partition, request => mention.IsAddress(request.Address) || mention.In(request.Name), stop),
            await Keys<OutsideAuthor>(OutsideAuthor.Partition, author => mention.IsAddress(author.Address), stop),
            registered, spoken,
            [.. (await groups.All(stop)).Where(group => LivingRules.Without(group, mention.In) is not null)]);
    }

    /// <summary>Erases them. Dying in between and starting again finds what is left.</summary>
    public async Task Erase(Contact contact, Traces traces, DateTimeOffset now, CancellationToken stop = default)
    {
        var mention = new Mention(contact);
        foreach (var path in traces.Copies.Concat(traces.Tables))
            await files.Delete(path, stop);
        await letters.Erase(traces.Letters, Ids(contact, traces.Registrations), stop);
        await arrived.Erase(traces.Received, stop);
        await Delete(SuccessionRequest.Partition, traces.Requests, stop);
        await Delete(OutsideAuthor.Partition, traces.Outside, stop);
        await Unmark(contact, stop);
        foreach (var (meeting, id) in traces.Registrations)
            await registrations.Take(meeting, new RegistrationCommand.Withdraw(id, "", now), stop);
        foreach (var (year, action, _) in traces.Spoken)
            await programme.Forget(year, action, mention.In, stop);
        foreach (var group in traces.Groups)
            await groups.Forget(group.Id, mention.In, stop);
    }

    private static HashSet<string> Ids(Contact contact, IReadOnlyList<(string Meeting, string Id)> registered) =>
        [contact.Id, .. registered.Select(one => Registrant.Reference(one.Meeting, one.Id))];

    /// <summary>That her organisation was asked who takes her place says no more of which address.</summary>
    private Task Unmark(Contact contact, CancellationToken stop) => ledger.Carry(async () =>
        await ledger.Find<SuccessorAsk>(SuccessorAsk.Partition, SuccessorAsk.Prefix + contact.Id, stop) is { Value.Mark.Length: > 0 } held
            ? new Draft.Write(SuccessorAsk.Partition, [new Change.Replace(held.Key, Stored.Write(held.Value with { Mark = "" }), held.Version)], [])
            : new Draft.Nothing(), stop);

    /// <summary>Meetings that somebody registered to under an address, with the id of her registration.</summary>
    public async Task<IReadOnlyList<(string Meeting, string Id)>> Registered(IReadOnlyList<int> years, Mention mention, CancellationToken stop = default)
    {
        List<(string, string)> registered = [];
        foreach (var year in years)
            foreach (var step in (await cycle.Find(year, stop))!.Steps.Where(step => step.Work is StepWork.Meet { Body: null }))
                foreach (var person in await guests.People($"{year}-{step.Id}", stop))
                    if (mention.IsAddress(person.Address))
                        registered.Add(($"{year}-{step.Id}", person.Id));
        return registered;
    }

    private async Task<IReadOnlyList<string>> Keys<T>(string partition, Func<T, bool> hers, CancellationToken stop)
        where T : class
    {
        List<string> keys = [];
        await foreach (var entry in store.List(partition, stop: stop))
            if (!entry.Key.StartsWith(Todo.Prefix, StringComparison.Ordinal) && !entry.Key.StartsWith(Trouble.Aside, StringComparison.Ordinal) && hers(Stored.Read<T>(entry.Value)))
                keys.Add(entry.Key);
        return keys;
    }

    private async Task Delete(string partition, IReadOnlyList<string> keys, CancellationToken stop)
    {
        foreach (var chunk in keys.Chunk(RetentionRules.Chunk))
            await store.Commit(partition, [.. chunk.Select(key => new Change.Delete(key))], stop);
    }
}

/// <summary>What is erased of one person, besides her card.</summary>
/// <param name="Copies">Files of mails that were written instead of sent.</param>
/// <param name="Received">Messages that arrived.</param>
/// <param name="Tables">Files of imports.</param>
/// <param name="Requests">Keys of requests for a successor that name her.</param>
/// <param name="Outside">Keys of addresses left on the public form.</param>
/// <param name="Registrations">To meetings open to all.</param>
/// <param name="Spoken">Actions of the programme where she is named as a speaker, with their titles.</param>
/// <param name="Groups">Those that name her as a resource person.</param>
public sealed record Traces(
    PersonLetters Letters, IReadOnlyList<string> Copies, IReadOnlyList<ReceivedMail> Received, IReadOnlyList<string> Tables,
    IReadOnlyList<string> Requests, IReadOnlyList<string> Outside, IReadOnlyList<(string Meeting, string Id)> Registrations,
    IReadOnlyList<(int Year, string Action, string Title)> Spoken, IReadOnlyList<Group> Groups)
{
    /// <summary>How many messages that arrived wait for the coordinator: they are lost with her.</summary>
    public int Waiting => Received.Count(mail => mail.Waits);
}
