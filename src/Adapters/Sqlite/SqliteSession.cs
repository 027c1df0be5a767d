using System.Text;
using Microsoft.Data.Sqlite;

namespace Almanach.Adapters.Sqlite;

/// <summary>One connection with its prepared statements, used by one thread at a time. Arguments are named $1, $2 …</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    public SqliteSession(string path)
    {
        connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        // FULL, not NORMAL: in WAL mode NORMAL survives the death of the process but not that of the machine, and
        // what a partner submitted is on the disk before it is thanked. secure_delete: what is rewritten is zeroed.
        Script("PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
    }

    /// <summary>Several statements without arguments, not kept.</summary>
    public void Script(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>How many rows changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object> arguments) => Bound(sql, arguments).ExecuteNonQuery();

    public long Number(string sql, params ReadOnlySpan<object> arguments) => (long)Bound(sql, arguments).ExecuteScalar()!;

    /// <summary>Each row is read before this returns: no statement stays open, so no reader holds the log back.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object> arguments)
    {
        var rows = new List<T>();
        using var reader = Bound(sql, arguments).ExecuteReader();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>A number never given before, inside a write transaction.</summary>
    public long Next() => Number("UPDATE counter SET last = last + 1 RETURNING last");

    public static string Text(SqliteDataReader reader, int column) => Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(column));

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bound(string sql, ReadOnlySpan<object> arguments)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= arguments.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            prepared.Add(sql, command);
        }
        for (var i = 0; i < arguments.Length; i++)
            command.Parameters[i].Value = arguments[i];
        return command;
    }
}
