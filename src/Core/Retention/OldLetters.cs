using Almanach.Core.Engine;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Ports;
using Almanach.Core.Privacy;

namespace Almanach.Core.Retention;

/// <summary>Takes the words of old messages away: they name people and hold what they answered. The line of each stays, with ids.</summary>
public sealed class OldLetters(Ledger ledger, IStore store)
{
    /// <returns>How many messages lost their words.</returns>
    public async Task<int> Erase(Func<DateTimeOffset, bool> past, CancellationToken stop = default)
    {
        List<Held<MailingLine>> old = [];
        // In order of their date: the first that is kept ends it.
        await foreach (var held in ledger.List<MailingLine>(MailingLine.Partition, "", stop))
            if (old.Count == RetentionRules.MostANight || !past(held.Value.Due))
                break;
            else if (!held.Value.Erased)
                old.Add(held);
        var count = 0;
        foreach (var line in old)
            count += await Empty(line, stop) ? 1 : 0;
        return count;
    }

    /// <summary>The messages that went to one person alone or name her, and those to a few in which her own copy said something. Writes nothing.</summary>
    /// <param name="hers">How messages name her: her id, and those of her registrations.</param>
    public async Task<PersonLetters> Of(IReadOnlySet<string> hers, Mention mention, CancellationToken stop = default)
    {
        List<Held<MailingLine>> words = [];
        List<string> shared = [];
        await foreach (var line in ledger.List<MailingLine>(MailingLine.Partition, "", stop))
            if (!line.Value.Erased && await ledger.Find<MailingState>(MailingState.Partition(line.Value.Key), MailingState.Key, stop) is { Value: var state })
                if (state.Mailing.Audience is { Few: [var only] } && hers.Contains(only.Contact) || Words(state).Any(mention.In))
                    words.Add(line);
                else if (state.Mailing.Audience.Few.Any(member => hers.Contains(member.Contact) && member.Lists.Count > 0))
                    shared.Add(line.Value.Key);
        return new PersonLetters(words, shared);
    }

    /// <summary>Those messages lose their words, or what her copy alone said. Done twice, it is done once.</summary>
    public async Task Erase(PersonLetters found, IReadOnlySet<string> hers, CancellationToken stop = default)
    {
        foreach (var line in found.Words)
            await Empty(line, stop);
        foreach (var partition in found.Shared.Select(MailingState.Partition))
            await ledger.Carry(async () => await ledger.Find<MailingState>(partition, MailingState.Key, stop) is not { } held ? new Draft.Nothing()
                : new Draft.Write(partition, [new Change.Replace(held.Key, Stored.Write(held.Value.Without(hers)), held.Version)], []), stop);
    }

    private static IEnumerable<string> Words(MailingState state) =>
    [
        state.Letter.Subject, state.Letter.Bodies.Text, state.Letter.Bodies.Html, state.Letter.Calendar?.Text ?? "", .. state.Letter.Headers.Select(header => header.Value),
        .. state.Mailing.Values.Values, .. state.Mailing.Audience.Few.SelectMany(member => member.Lists.Values).SelectMany(lines => lines),
    ];

    /// <summary>The letter first, then its line: dying in between, the next night finds the line and does both again.</summary>
    private async Task<bool> Empty(Held<MailingLine> line, CancellationToken stop)
    {
        var partition = MailingState.Partition(line.Value.Key);
        if (await ledger.Find<MailingState>(partition, MailingState.Key, stop) is { Value.Erased: false } held
            && !await store.Commit(partition, [new Change.Replace(held.Key, Stored.Write(held.Value.Emptied()), held.Version)], stop))
            return false;
        return await store.Commit(MailingLine.Partition, [new Change.Replace(line.Key, Stored.Write(line.Value with { Subject = "", Erased = true }), line.Version)], stop);
    }
}

/// <param name="Words">Messages to her alone, or that name her.</param>
/// <param name="Shared">Keys of messages to a few people in which her own copy said something.</param>
public sealed record PersonLetters(IReadOnlyList<Held<MailingLine>> Words, IReadOnlyList<string> Shared);
