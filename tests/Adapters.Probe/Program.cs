using System.Globalization;
using Almanach.Adapters.Sqlite;
using Almanach.Core.Ports;

// « mail » and its arguments: a worker that delivers one message over SMTP (DeliverOverSmtp).
if (args[0] == "mail")
    return await Almanach.Adapters.Probe.DeliverOverSmtp.Run(args[1..]);

// « say » and its arguments: the coordinator suspends that message, or takes it up again.
if (args[0] == "say")
    return await Almanach.Adapters.Probe.DeliverOverSmtp.Say(args[1..]);

// Writes to the file until it is killed, and says on standard output what was acknowledged: commit i writes ten
// records i-0 … i-9 in its own partition; after it, a record shared with the other process goes up by one.
var (path, partition) = (args[0], args[1]);
using var file = new SqliteFile(path);
var store = new SqliteStore(file);
for (var i = 1; ; i++)
{
    var changes = Enumerable.Range(0, 10).Select(part => (Change)new Change.Insert($"{i:000000}-{part}", new string('x', 2000)));
    if (!await store.Commit(partition, [.. changes, new Change.Put("last", $"{i}")]))
        return 1;
    while (!await Increment())
        await Task.Yield();
    Console.WriteLine(i);
}

async Task<bool> Increment()
{
    var entry = (await store.Get("shared", "count"))!;
    var next = int.Parse(entry.Value, CultureInfo.InvariantCulture) + 1;
    return await store.Commit("shared", [new Change.Replace("count", $"{next}", entry.Version)]);
}
