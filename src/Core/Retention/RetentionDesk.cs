using Almanach.Core.Access;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Groups;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Core.Programme;
using Almanach.Core.Themes;

namespace Almanach.Core.Retention;

/// <summary>
/// Erases what is past keeping, each night: people who left, addresses left on the public form, settled requests, spent
/// codes, the words of old messages, mails in the outbox, files of imports, the resource persons of groups that ended, the names of
/// those who spoke at meetings.
/// </summary>
public sealed class RetentionDesk(Ledger ledger, IStore store, IFiles files, MemberDesk members, GroupDesk groups, ProgrammeDesk programme, Setting setting)
{
    private readonly OldLetters letters = new(ledger, store);
    private readonly OldImports imports = new(ledger, store, files);
    private readonly OldMail arrived = new(ledger, store, files);
    private readonly OldOutbox outbox = new(files);

    /// <summary>Whether this is the hour of the night for it, on the platform's clock; hosts ask each hour or oftener.</summary>
    public bool IsTheHour(DateTimeOffset now) => setting.Zone.LocalOf(now).Hour == RetentionRules.Hour;

    /// <summary>Done twice, it finds nothing the second time.</summary>
    /// <returns>How many records were erased.</returns>
    public async Task<int> Erase(DateTimeOffset now, CancellationToken stop = default)
    {
        var (months, today) = (setting.Platform.Legal.RetentionMonths, setting.Zone.DayOf(now));
        bool Past(DateTimeOffset last) => RetentionRules.IsPast(setting.Zone.DayOf(last), months, today);
        return await members.Retain(months, today, now, stop)
            + await Drop<OutsideAuthor>(OutsideAuthor.Partition, author => Past(author.At), stop)
            + await Drop<SuccessionRequest>(SuccessionRequest.Partition, request => Past(request.Settled ?? request.At), stop)
            + await Drop<SuccessorAsk>(SuccessorAsk.Partition, ask => Past(ask.At), stop)
            + await Drop<SentLink>(FreshLinks.Partition, link => Past(link.At), stop)
            + await Drop<SignInCode>(SignInCode.Partition, code => code.Expires < now, stop)
            + await groups.Retain(Past, stop)
            + await programme.Retain(Enumerable.Range(setting.Platform.FirstYear, Math.Max(0, today.Year - setting.Platform.FirstYear))
                .Where(year => RetentionRules.IsPast(new DateOnly(year, 12, 31), months, today)), stop)
            + await Noted(await letters.Erase(Past, stop), await outbox.Erase(Past, stop), await imports.Erase(today, stop), await arrived.Erase(now, stop), now, stop);
    }

    /// <summary>The journal says how many; people have a line of their own, by id.</summary>
    private async Task<int> Noted(int words, int mails, int tables, int received, DateTimeOffset now, CancellationToken stop)
    {
        List<string> what = [];
        if (words > 0)
            what.Add($"le texte de {Numbers.Count(words, "message", "messages")}");
        if (mails > 0)
            what.Add(Numbers.Count(mails, "copie de message", "copies de messages"));
        if (tables > 0)
            what.Add(Numbers.Count(tables, "fichier d’import", "fichiers d’import"));
        if (received > 0)
            what.Add(Numbers.Count(received, "message reçu", "messages reçus"));
        if (what.Count > 0)
            await ledger.Write(new Draft.Write(OldImports.Partition, [],
                [new Effect.Note("", $"effacé après le temps de conservation\u00A0: {Lists.Join(what)}", $"note-retention-{Todo.Stamp(now)}", now, "")]), stop);
        return words + mails + tables + received;
    }

    /// <summary>Of a partition whose records are all of one kind; effects that wait in it stay. What somebody changed meanwhile is looked at again the next night.</summary>
    private async Task<int> Drop<T>(string partition, Func<T, bool> past, CancellationToken stop)
        where T : class
    {
        List<Change> gone = [];
        await foreach (var entry in store.List(partition, stop: stop))
            if (!entry.Key.StartsWith(Todo.Prefix, StringComparison.Ordinal) && !entry.Key.StartsWith(Trouble.Aside, StringComparison.Ordinal) && past(Stored.Read<T>(entry.Value)))
                gone.Add(new Change.Delete(entry.Key, entry.Version));
        var count = 0;
        foreach (var chunk in gone.Chunk(RetentionRules.Chunk))
            count += await store.Commit(partition, chunk, stop) ? chunk.Length : 0;
        return count;
    }
}
