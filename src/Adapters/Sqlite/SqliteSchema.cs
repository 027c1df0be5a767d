namespace Almanach.Adapters.Sqlite;

/// <summary>
/// The format of the file. A format is never edited: the next one is a script added at the end of <see cref="Scripts"/>.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>Scripts[n] brings format n to format n + 1.</summary>
    private static readonly string[] Scripts =
    [
        """
        CREATE TABLE format (version INTEGER NOT NULL);
        INSERT INTO format VALUES (0);
        -- Versions, message ids and receipts all come from here, so that none ever comes back.
        CREATE TABLE counter (last INTEGER NOT NULL);
        INSERT INTO counter VALUES (0);
        -- Without rowid: the file does not tell in which order records came. Values are UTF-8.
        CREATE TABLE entries (
            partition TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, value BLOB NOT NULL,
            PRIMARY KEY (partition, key)) WITHOUT ROWID;
        -- Instants are Unix milliseconds, UTC. A receipt of zero: never received.
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY, queue TEXT NOT NULL, visible INTEGER NOT NULL, dequeues INTEGER NOT NULL,
            receipt INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE INDEX messages_by_visibility ON messages (queue, visible);
        """,
    ];

    public static int Current => Scripts.Length;

    /// <summary>Creates or upgrades, in the write transaction the caller holds.</summary>
    /// <exception cref="StoreFormatException">The file is newer than this program, or not ours.</exception>
    public static void Upgrade(SqliteSession session, string name)
    {
        var found = Format(session, name);
        if (found > Current)
            throw new StoreFormatException(
                $"Le fichier {name} a été écrit par une version plus récente d’Almanach (format {found}, cette version lit jusqu’au format {Current}). Installez la version la plus récente, ou restaurez une sauvegarde faite avec cette version.");
        if (found == Current)
            return;

        foreach (var script in Scripts[found..])
            session.Script(script);
        session.Run("UPDATE format SET version = $1", Current);
    }

    private static int Format(SqliteSession session, string name)
    {
        if (session.Number("SELECT count(*) FROM sqlite_schema") == 0)
            return 0;
        if (session.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'format'") == 0)
            throw new StoreFormatException(
                $"Le fichier {name} est une base de données, mais pas celle d’Almanach. Indiquez un autre dossier de données.");
        return (int)session.Number("SELECT version FROM format");
    }
}
