using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Almanach.Core.Ports;
using Microsoft.Data.Sqlite;

namespace Almanach.Adapters.Sqlite;

/// <summary>Records in a SQLite file. Safe for many threads and several processes.</summary>
public sealed class SqliteStore(SqliteFile file) : IStore
{
    private const int PageSize = 128;

    /// <summary>A BLOB sorts after every TEXT, so this stands above every key.</summary>
    private static readonly byte[] NoBound = [];

    public Task<Entry?> Get(string partition, string key, CancellationToken stop = default) =>
        Task.FromResult(file.Read(session => session.Rows(
            "SELECT key, version, value FROM entries WHERE partition = $1 AND key = $2", ReadEntry, partition, key)).FirstOrDefault());

    public async IAsyncEnumerable<Entry> List(
        string partition, string from = "", string? before = null, [EnumeratorCancellation] CancellationToken stop = default)
    {
        List<Entry> page;
        do
        {
            stop.ThrowIfCancellationRequested();
            page = file.Read(session => session.Rows(
                "SELECT key, version, value FROM entries WHERE partition = $1 AND key >= $2 AND key < $3 ORDER BY key LIMIT $4",
                ReadEntry, partition, from, before ?? (object)NoBound, PageSize));
            foreach (var entry in page)
                yield return entry;
            // Keys hold no control characters: nothing stands between a key and this.
            if (page.Count > 0)
                from = page[^1].Key + '\u0001';
        }
        while (page.Count == PageSize);
        await Task.CompletedTask;
    }

    public Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default)
    {
        StoreLimits.Check(partition, changes);
        return file.Write(
            session =>
            {
                var version = session.Next();
                return changes.All(change => Apply(session, partition, change, version));
            },
            leavesThePast: changes.Any(change => change is not Change.Insert),
            stop);
    }

    private static bool Apply(SqliteSession session, string partition, Change change, long version) => change switch
    {
        Change.Insert insert => session.Run(
            "INSERT INTO entries (partition, key, version, value) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            partition, insert.Key, version, Utf8(insert.Value)) == 1,
        Change.Replace replace => session.Run(
            "UPDATE entries SET version = $3, value = $4 WHERE partition = $1 AND key = $2 AND version = $5",
            partition, replace.Key, version, Utf8(replace.Value), Parse(replace.Version)) == 1,
        Change.Put put => session.Run(
            "INSERT INTO entries (partition, key, version, value) VALUES ($1, $2, $3, $4) ON CONFLICT DO UPDATE SET version = $3, value = $4",
            partition, put.Key, version, Utf8(put.Value)) == 1,
        Change.Delete { Version: null } delete => session.Run(
            "DELETE FROM entries WHERE partition = $1 AND key = $2", partition, delete.Key) <= 1,
        Change.Delete delete => session.Run(
            "DELETE FROM entries WHERE partition = $1 AND key = $2 AND version = $3", partition, delete.Key, Parse(delete.Version)) == 1,
        _ => throw new UnreachableException(),
    };

    private static Entry ReadEntry(SqliteDataReader reader) =>
        new(reader.GetString(0), reader.GetInt64(1).ToString(CultureInfo.InvariantCulture), SqliteSession.Text(reader, 2));

    private static byte[] Utf8(string value) => Encoding.UTF8.GetBytes(value);

    /// <summary>A version we never gave matches no record.</summary>
    private static long Parse(string version) =>
        long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
