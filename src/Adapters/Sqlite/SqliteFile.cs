using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Almanach.Adapters.Sqlite;

/// <summary>
/// One SQLite file shared by <see cref="SqliteStore"/> and <see cref="SqliteQueue"/>: its pooled connections, and the
/// order in which this process writes to it. Several processes may open the same file.
/// </summary>
public sealed class SqliteFile : IDisposable
{
    private const int NotADatabase = 26;
    private readonly string path;
    private readonly ConcurrentBag<SqliteSession> idle = [];
    private readonly SemaphoreSlim writing = new(1, 1);
    private bool logHoldsThePast = true;

    /// <summary>Opens the file, and creates it (and its folder) when absent.</summary>
    /// <exception cref="StoreFormatException">The file is newer than this program, or not ours; says so in French.</exception>
    public SqliteFile(string path)
    {
        this.path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
        try
        {
            Transact(session =>
            {
                SqliteSchema.Upgrade(session, Path.GetFileName(path));
                return true;
            });
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode == NotADatabase)
        {
            throw new StoreFormatException(
                $"Le fichier {Path.GetFileName(path)} n’est pas une base de données. Indiquez un autre fichier, ou restaurez une sauvegarde.");
        }
        EmptyLog();
    }

    internal T Read<T>(Func<SqliteSession, T> read) => Lend(read);

    /// <summary>Runs the body in a write transaction and commits when it says true. Other writers wait.</summary>
    /// <param name="leavesThePast">The body rewrites or deletes what must not be read in the log afterwards.</param>
    internal async Task<bool> Write(Func<SqliteSession, bool> body, bool leavesThePast, CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        try
        {
            if (!Transact(body))
                return false;
            logHoldsThePast |= leavesThePast;
            if (logHoldsThePast)
                EmptyLog();
            return true;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Closes the connections. The last process to do so folds the log into the file.</summary>
    public void Dispose()
    {
        while (idle.TryTake(out var session))
            session.Dispose();
        writing.Dispose();
    }

    private bool Transact(Func<SqliteSession, bool> body) => Lend(session =>
    {
        session.Run("BEGIN IMMEDIATE");
        var commit = body(session);
        session.Run(commit ? "COMMIT" : "ROLLBACK");
        return commit;
    });

    /// <summary>
    /// Folds the write-ahead log into the file and truncates it: it would otherwise show earlier versions of a record,
    /// hence who voted what. When a reader is in the way for long, the next write tries again.
    /// </summary>
    private void EmptyLog() => logHoldsThePast = Lend(session =>
    {
        session.Run("PRAGMA busy_timeout = 100");
        var busy = session.Number("PRAGMA wal_checkpoint(TRUNCATE)") != 0;
        session.Run("PRAGMA busy_timeout = 10000");
        return busy;
    });

    /// <summary>A session whose work threw is closed, which rolls its transaction back.</summary>
    private T Lend<T>(Func<SqliteSession, T> work)
    {
        if (!idle.TryTake(out var session))
            session = new(path);
        var whole = false;
        try
        {
            var result = work(session);
            whole = true;
            return result;
        }
        finally
        {
            if (whole)
                idle.Add(session);
            else
                session.Dispose();
        }
    }
}
