using Microsoft.Data.Sqlite;

namespace Almanach.Local.Tests.Crash;

/// <summary>A real process on the real SQLite file, killed (SIGKILL) again and again on its way through the year.</summary>
[Takes(90)]
public sealed class KilledTests : IDisposable
{
    private const int Kills = 25;
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task A_year_killed_again_and_again_loses_nothing_and_doubles_nothing()
    {
        SmallYear.Of(organisations: 8, colleagues: 1, ends: new DateOnly(2022, 6, 30)).Write(temp.Path("platform"));
        await Rehearse("whole");
        var work = Progress("whole");
        var random = new Random(2022);
        // Each process gets some way through what is left, so that the deaths fall all over the year, also just after a start.
        var shares = Enumerable.Range(0, Kills).Select(_ => random.NextDouble()).ToList();

        var killed = 0;
        foreach (var share in shares)
            if (await Die("broken", (long)(2 * share * work / Kills)))
                killed++;
        await Rehearse("broken");

        Assert.InRange(killed, Kills / 2, Kills);
        Assert.Equal(await File.ReadAllTextAsync(temp.Path("whole/journal.csv")), await File.ReadAllTextAsync(temp.Path("broken/journal.csv")));
        Assert.Equal(Content("whole"), Content("broken"));
    }

    private string[] Command(string name) =>
        ["rehearse", "--platform", temp.Path("platform"), "--year", "2022", "--store", temp.Path(name + ".db"), "--out", temp.Path(name), "--json"];

    private async Task Rehearse(string name)
    {
        var (code, said) = await AlmanachProcess.Run(Command(name));
        Assert.True(code == 0, said);
    }

    /// <summary>Starts, lets so many more writes happen, kills. False when the year was done first.</summary>
    private async Task<bool> Die(string name, long writes)
    {
        var before = Progress(name);
        using var almanach = new AlmanachProcess(null, Command(name));
        while (!almanach.HasExited && Progress(name) <= before + writes)
            await Task.Delay(1);
        if (almanach.HasExited)
            return false;
        almanach.Kill();
        await almanach.Exit();
        return true;
    }

    /// <summary>The file counts its own writes: versions and receipts never come back.</summary>
    private long Progress(string name)
    {
        if (!File.Exists(temp.Path(name + ".db")))
            return 0;
        try
        {
            using var connection = new SqliteConnection($"Data Source={temp.Path(name + ".db")};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT last FROM counter";
            return (long)command.ExecuteScalar()!;
        }
        catch (SqliteException)
        {
            // Being made, or busy: no progress to be seen yet.
            return 0;
        }
    }

    private SortedDictionary<string, string> Content(string name) => new(
        new[] { "mails", "documents" }.SelectMany(part => Directory.EnumerateFiles(temp.Path($"{name}/{part}"), "*", SearchOption.AllDirectories))
            .ToDictionary(path => Path.GetRelativePath(temp.Path(name), path), path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);
}
