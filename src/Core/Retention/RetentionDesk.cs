using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Core.Themes;

namespace Almanach.Core.Retention;

/// <summary>Erases what is past keeping, each night: people who left, addresses left on the public form, settled requests, spent codes.</summary>
public sealed class RetentionDesk(Ledger ledger, IStore store, MemberDesk members, Setting setting)
{
    /// <summary>Rows of one commit.</summary>
    private const int Chunk = 80;

    /// <summary>Whether this is the hour of the night for it, on the platform's clock; hosts ask each hour or oftener.</summary>
    public bool IsTheHour(DateTimeOffset now) => setting.Zone.LocalOf(now).Hour == RetentionRules.Hour;

    /// <summary>Done twice, it finds nothing the second time.</summary>
    /// <returns>How many records were erased.</returns>
    public async Task<int> Erase(DateTimeOffset now, CancellationToken stop = default)
    {
        var (months, today) = (setting.Platform.Legal.RetentionMonths, setting.Zone.DayOf(now));
        bool Past(DateTimeOffset last) => RetentionRules.IsPast(setting.Zone.DayOf(last), months, today);
        return await members.Retain(months, today, now, stop)
            + await Drop<OutsideAuthor>(OutsideAuthor.Partition, "", author => Past(author.At), stop)
            + await Drop<SuccessionRequest>(SuccessionRequest.Partition, SuccessionRequest.Prefix, request => Past(request.Settled ?? request.At), stop)
            + await Drop<SignInCode>(SignInCode.Partition, "", code => code.Expires < now, stop);
    }

    /// <summary>What somebody changed meanwhile is looked at again the next night.</summary>
    private async Task<int> Drop<T>(string partition, string prefix, Func<T, bool> past, CancellationToken stop)
        where T : class
    {
        List<Change> gone = [];
        await foreach (var held in ledger.List<T>(partition, prefix, stop))
            if (past(held.Value))
                gone.Add(new Change.Delete(held.Key, held.Version));
        var count = 0;
        foreach (var chunk in gone.Chunk(Chunk))
            count += await store.Commit(partition, chunk, stop) ? chunk.Length : 0;
        return count;
    }
}
