using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Library.Joining;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Newsletter.Subscriptions;
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
    Ledger ledger, IStore store, IFiles files, Opening opening, CycleDesk cycle, Guests guests, RegistrationDesk registrations, ProgrammeDesk programme, GroupDesk groups,
    SubscriberDesk subscribers, SignUpDesk signUps, CatalogueDesk catalogue, CatalogueRequestDesk catalogueRequests, UpdateDesk catalogueUpdates, JoinTraces joins, SuppressionDesk suppressions)
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
        var subscribed = await Subscribed(contact, stop);
        var words = await letters.Of(Ids(contact, registered, subscribed), mention, stop);
        List<(int, string, string)> spoken = [];
        foreach (var year in years)
            foreach (var action in await programme.Load(year, stop))
                if (SpeakerRules.Without(action, mention.In) is not null)
                    spoken.Add((year, action.Id, action.Title));
        return new Traces(
            words, await outbox.Of(contact, [.. words.Words.Select(line => line.Value.Key)], stop), await arrived.Of(contact.Id, mention, stop), await imports.Of(mention, stop),
            await Keys<SuccessionRequest>(SuccessionRequest.Partition, request => mention.IsAddress(request.Address) || mention.In(request.Name), stop),
            await Keys<OutsideAuthor>(OutsideAuthor.Partition, author => mention.IsAddress(author.Address), stop),
            registered, subscribed, spoken,
            [.. (await groups.All(stop)).Where(group => LivingRules.Without(group, mention.In) is not null)],
            await suppressions.Of(contact, Ids(contact, registered, subscribed), stop))
        {
            Joins = [.. (await joins.Of(mention, stop)).Where(request => !request.IsOpen)],
            Catalogue = await catalogue.Naming(mention.In, stop),
            CatalogueRequests = await catalogueRequests.Naming(mention.In, stop),
            CatalogueProposals = await catalogueUpdates.Naming(mention.In, stop),
        };
    }

    /// <summary>Erases them. Dying in between and starting again finds what is left.</summary>
    public async Task Erase(Contact contact, Traces traces, DateTimeOffset now, CancellationToken stop = default)
    {
        var mention = new Mention(contact);
        foreach (var path in traces.Copies.Concat(traces.Tables))
            await files.Delete(path, stop);
        await letters.Erase(traces.Letters, Ids(contact, traces.Registrations, traces.Subscriptions), stop);
        await arrived.Erase(traces.Received, stop);
        await Delete(SuccessionRequest.Partition, traces.Requests, stop);
        await Delete(OutsideAuthor.Partition, traces.Outside, stop);
        foreach (var request in traces.Joins)
            await joins.Forget(request.Id, mention, stop);
        await Unmark(contact, stop);
        await suppressions.Forget(traces.Refused, stop);
        foreach (var (meeting, id) in traces.Registrations)
            await registrations.Take(meeting, new RegistrationCommand.Withdraw(id, "", now), stop);
        if (contact.Address.Length > 0)
        {
            await subscribers.Forget(contact.Address, null, stop);
            await signUps.Forget(contact.Address, stop);
        }
        foreach (var (year, action, _) in traces.Spoken)
            await programme.Forget(year, action, mention.In, stop);
        foreach (var group in traces.Groups)
            await groups.Forget(group.Id, mention.In, stop);
        foreach (var entry in traces.Catalogue)
            await catalogue.Forget(entry.Id, mention.In, stop);
        await catalogueRequests.Forget(traces.CatalogueRequests, stop);
        foreach (var proposal in traces.CatalogueProposals)
            await catalogueUpdates.Forget(proposal, mention.In, stop);
    }

    private static HashSet<string> Ids(Contact contact, IReadOnlyList<(string Meeting, string Id)> registered, IReadOnlyList<string> subscribed) =>
        [contact.Id, .. registered.Select(one => Registrant.Reference(one.Meeting, one.Id)), .. subscribed];

    /// <summary>As whom messages know her address among the subscribers from outside, and those who have not confirmed.</summary>
    private async Task<IReadOnlyList<string>> Subscribed(Contact contact, CancellationToken stop)
    {
        if (contact.Address.Length == 0)
            return [];
        List<string> references = [];
        if (await subscribers.IdOf(contact.Address, stop) is { } id)
            references.AddRange((await subscribers.Of(id, stop)).Select(one => Subscriber.Reference(one.Newsletter.Id, id)).Append(Subscriber.Reference("", id)));
        if (await signUps.OfAddress(contact.Address, stop) is { } asked)
            references.Add(Subscriber.Reference("", asked.Value.Id));
        return references;
    }

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
/// <param name="Subscriptions">References (<see cref="Subscriber.Reference"/>) of her address among the subscribers of newsletters.</param>
/// <param name="Spoken">Actions of the programme where she is named as a speaker, with their titles.</param>
/// <param name="Groups">Those that name her as a resource person.</param>
/// <param name="Refused">Rows that say that an address of hers does not receive.</param>
public sealed record Traces(
    PersonLetters Letters, IReadOnlyList<string> Copies, IReadOnlyList<ReceivedMail> Received, IReadOnlyList<string> Tables,
    IReadOnlyList<string> Requests, IReadOnlyList<string> Outside, IReadOnlyList<(string Meeting, string Id)> Registrations,
    IReadOnlyList<string> Subscriptions, IReadOnlyList<(int Year, string Action, string Title)> Spoken, IReadOnlyList<Group> Groups, IReadOnlyList<string> Refused)
{
    /// <summary>Requests to join that name her and are decided; those that wait come before she can be erased.</summary>
    public IReadOnlyList<JoinRequest> Joins { get; init; } = [];

    /// <summary>Entries of the catalogue that name her.</summary>
    public IReadOnlyList<CatalogueEntry> Catalogue { get; init; } = [];

    /// <summary>Keys of what was written about the catalogue and names her.</summary>
    public IReadOnlyList<string> CatalogueRequests { get; init; } = [];

    /// <summary>What producers proposed for the catalogue and names her, by id.</summary>
    public IReadOnlyList<string> CatalogueProposals { get; init; } = [];

    /// <summary>How many messages that arrived wait for the coordinator: they are lost with her.</summary>
    public int Waiting => Received.Count(mail => mail.Waits);
}
