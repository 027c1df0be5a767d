using System.Globalization;
using System.Text;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Sqlite;

/// <summary>Queues in a SQLite file, under the clock given. Safe for many threads and several processes.</summary>
public sealed class SqliteQueue(SqliteFile file, TimeProvider clock) : IQueue
{
    private const string SomeVisible = "SELECT EXISTS (SELECT 1 FROM messages WHERE queue = $1 AND visible <= $2)";

    private sealed record Row(long Id, int Dequeues, string Body);

    public Task Send(string queue, string body, TimeSpan visibleIn = default, CancellationToken stop = default)
    {
        QueueLimits.CheckName(queue);
        QueueLimits.CheckBody(body);
        QueueLimits.CheckDelay(visibleIn);
        return Write(session => session.Run(
            "INSERT INTO messages (id, queue, visible, dequeues, receipt, body) VALUES ($1, $2, $3, 0, 0, $4)",
            session.Next(), queue, In(visibleIn), Encoding.UTF8.GetBytes(body)) == 1, stop);
    }

    public async Task<IReadOnlyList<QueueMessage>> Receive(string queue, int max, TimeSpan hidden, CancellationToken stop = default)
    {
        QueueLimits.CheckName(queue);
        QueueLimits.CheckReception(max, hidden);
        if (file.Read(session => session.Number(SomeVisible, queue, In(TimeSpan.Zero))) == 0)
            return [];

        var received = new List<QueueMessage>();
        await Write(session =>
        {
            if (!QueueLimits.IsPoison(queue))
                session.Run(
                    "UPDATE messages SET queue = $1, dequeues = 0, receipt = 0 WHERE queue = $2 AND visible <= $3 AND dequeues >= $4",
                    queue + QueueLimits.PoisonSuffix, queue, In(TimeSpan.Zero), IQueue.MaxDequeues);
            var rows = session.Rows(
                "SELECT id, dequeues + 1, body FROM messages WHERE queue = $1 AND visible <= $2 ORDER BY visible LIMIT $3",
                reader => new Row(reader.GetInt64(0), reader.GetInt32(1), SqliteSession.Text(reader, 2)),
                queue, In(TimeSpan.Zero), max);
            foreach (var row in rows)
            {
                var receipt = session.Next();
                session.Run(
                    "UPDATE messages SET visible = $2, dequeues = $3, receipt = $4 WHERE id = $1", row.Id, In(hidden), row.Dequeues, receipt);
                received.Add(new(queue, Name(row.Id), Name(receipt), row.Body, row.Dequeues));
            }
            return true;
        }, stop);
        return received;
    }

    public Task<bool> Complete(QueueMessage message, CancellationToken stop = default) =>
        Write(session => session.Run(
            "DELETE FROM messages WHERE queue = $1 AND id = $2 AND receipt = $3",
            message.Queue, Number(message.Id), Number(message.Receipt)) == 1, stop);

    public Task<bool> Release(QueueMessage message, TimeSpan visibleIn, CancellationToken stop = default)
    {
        QueueLimits.CheckDelay(visibleIn);
        return Write(session => session.Run(
            "UPDATE messages SET visible = $4, receipt = $5 WHERE queue = $1 AND id = $2 AND receipt = $3",
            message.Queue, Number(message.Id), Number(message.Receipt), In(visibleIn), session.Next()) == 1, stop);
    }

    public Task<int> Count(string queue, CancellationToken stop = default) =>
        Task.FromResult((int)file.Read(session => session.Number("SELECT count(*) FROM messages WHERE queue = $1", queue)));

    private Task<bool> Write(Func<SqliteSession, bool> body, CancellationToken stop) => file.Write(body, leavesThePast: false, stop);

    private long In(TimeSpan delay) => (clock.GetUtcNow() + delay).ToUnixTimeMilliseconds();

    private static string Name(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A name we never gave matches no message.</summary>
    private static long Number(string name) =>
        long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
