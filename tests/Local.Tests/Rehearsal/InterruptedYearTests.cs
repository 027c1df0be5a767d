using System.Runtime.CompilerServices;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Local.Rehearsal;

namespace Almanach.Local.Tests.Rehearsal;

/// <summary>A year kept in SQLite that dies again and again, and is taken up where it was.</summary>
public sealed class InterruptedYearTests
{
    /// <summary>Commits between two deaths: uneven, so that every kind of commit is hit, before and after it lands.</summary>
    private static readonly int[] _lives = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233];

    [Fact]
    public async Task A_year_that_dies_at_many_points_ends_with_the_same_journal_and_the_same_mails()
    {
        var (setting, script) = Small();
        using var whole = new TempFolder();
        using (var rehearsal = new RehearsalOffice(setting, script, whole.Root))
            await rehearsal.Walk();

        using var broken = new TempFolder();
        using var store = new TempFolder();
        var deaths = 0;
        while (await Dies(setting, script, broken.Root, Path.Combine(store.Root, "year.db"), deaths))
            deaths++;

        var (one, other) = (Contents.Of(whole), Contents.Of(broken));
        Assert.True(deaths >= _lives.Length, $"{deaths} deaths");
        Assert.Equal(one.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        Assert.All(one, file => Assert.True(file.Value.AsSpan().SequenceEqual(other[file.Key]), file.Key));
    }

    private static async Task<bool> Dies(Setting setting, Script script, string output, string store, int deaths)
    {
        using var rehearsal = new RehearsalOffice(setting, script, output, store,
            kept => new MortalStore(kept, deaths < 4 * _lives.Length ? _lives[deaths % _lives.Length] : int.MaxValue, afterwards: deaths % 2 == 1));
        try
        {
            await rehearsal.Walk();
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    /// <summary>Six organisations and the committee's members among them, until the programme is out.</summary>
    private static (Setting Setting, Script Script) Small()
    {
        var folder = RehearsedYear.Setting.Folder;
        var organisations = folder.Organisations.Where(organisation => organisation.Id is "insee" or "dreets" or "ors" or "drome" or "bailleurs-sociaux" or "rhone").ToList();
        var contacts = folder.Contacts.Where(contact => organisations.Any(organisation => organisation.Id == contact.Organisation)).ToList();
        return (
            RehearsedYear.Setting with { Folder = folder with { Organisations = organisations, Contacts = contacts } },
            RehearsedYear.Script with { Begins = new DateOnly(2021, 10, 4), Ends = new DateOnly(2022, 1, 14) });
    }

    /// <summary>A store whose process dies at a given commit: before it lands, or after it has landed but before anybody hears of it.</summary>
    private sealed class MortalStore(IStore kept, int commits, bool afterwards) : IStore
    {
        private int left = commits;

        public Task<Entry?> Get(string partition, string key, CancellationToken stop = default)
        {
            Live();
            return kept.Get(partition, key, stop);
        }

        public async IAsyncEnumerable<Entry> List(string partition, string from = "", string? before = null, [EnumeratorCancellation] CancellationToken stop = default)
        {
            Live();
            await foreach (var entry in kept.List(partition, from, before, stop))
                yield return entry;
        }

        public async Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default)
        {
            Live();
            if (--left > 0)
                return await kept.Commit(partition, changes, stop);
            if (afterwards)
                await kept.Commit(partition, changes, stop);
            throw new OperationCanceledException("The process died.");
        }

        /// <summary>The dead do nothing more.</summary>
        private void Live()
        {
            if (left <= 0)
                throw new OperationCanceledException("The process is dead.");
        }
    }
}
