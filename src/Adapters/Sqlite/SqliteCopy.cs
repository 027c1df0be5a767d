using Microsoft.Data.Sqlite;

namespace Almanach.Adapters.Sqlite;

/// <summary>Copies the file while others read and write it (SQLite's online backup).</summary>
public static class SqliteCopy
{
    /// <summary>One moment of the file, whole and checked, as a file that stands alone (no log beside it).</summary>
    /// <exception cref="InvalidDataException">The copy does not pass SQLite's own check.</exception>
    public static void Make(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
        using var command = target.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE; PRAGMA integrity_check;";
        using var reader = command.ExecuteReader();
        reader.NextResult();
        if (!reader.Read() || reader.GetString(0) != "ok")
            throw new InvalidDataException($"The copy of {Path.GetFileName(from)} is not sound.");
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }
}
