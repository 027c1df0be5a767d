using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Almanach.Adapters.Tests.Mails;

/// <summary>A real process that delivers over SMTP from a real SQLite file, killed (SIGKILL) ten times on its way.</summary>
public sealed class SmtpKilledTests
{
    private const int People = 10_000;
    private const int Kills = 10;
    private const int InFlight = 100;

    [Fact]
    public async Task Ten_thousand_copies_killed_ten_times_lose_nobody_and_reach_nobody_twice()
    {
        using var folder = new TempFolder();
        using var relay = new Relay { Script = Slowly };
        Directory.CreateDirectory(folder.Path("data"));
        var random = new Random(10);

        for (var kill = 0; kill < Kills; kill++)
            await Die(folder, relay, kill, relay.Letters.Count + random.Next(50, (People - relay.Letters.Count) / (Kills - kill + 1)));
        var outcomes = await Finish(folder, relay);

        var taken = relay.Taken.ToList();
        var (sent, unknown) = (outcomes.GetValueOrDefault("Sent") ?? [], outcomes.GetValueOrDefault("Unknown") ?? []);
        Assert.Equal(taken.Count, taken.Distinct().Count());
        Assert.Equal(Enumerable.Range(0, People).Select(i => $"p{i:00000}"), sent.Concat(unknown).Order(StringComparer.Ordinal));
        Assert.Empty(sent.Except(taken));
        Assert.Empty(taken.Except(sent.Concat(unknown)));
        Assert.InRange(unknown.Count, 1, Kills * InFlight);
    }

    [Fact]
    public async Task Suspended_killed_suspended_again_and_taken_up_nobody_is_lost_and_nobody_gets_it_twice()
    {
        const int people = 3_000;
        var pace = 1;
        using var folder = new TempFolder();
        using var relay = new Relay { Script = said => Slowly(said, Volatile.Read(ref pace)) };
        Directory.CreateDirectory(folder.Path("data"));

        using var first = Start(folder, relay, 0, people);
        await Reach(relay, first, 400);
        pace = 40; // whoever suspends it takes seconds to start
        await Say(folder, "pause", 0);
        pace = 1;
        await Ended(first);
        var suspended = relay.Letters.Count;
        await Ended(Start(folder, relay, 1, people)); // begun anew while it is suspended
        Assert.Equal(suspended, relay.Letters.Count);

        await Say(folder, "resume", 2);
        await Die(folder, relay, 2, suspended + 500, people);
        await Say(folder, "pause", 3);
        var killed = relay.Letters.Count;
        await Ended(Start(folder, relay, 3, people));
        Assert.Equal(killed, relay.Letters.Count);

        await Say(folder, "resume", 4);
        var outcomes = await Finish(folder, relay, 4, people);

        var taken = relay.Taken.ToList();
        var (sent, unknown) = (outcomes.GetValueOrDefault("Sent") ?? [], outcomes.GetValueOrDefault("Unknown") ?? []);
        Assert.InRange(suspended, 400, people - 1);
        Assert.Equal(taken.Count, taken.Distinct().Count());
        Assert.Equal(Enumerable.Range(0, people).Select(i => $"p{i:00000}"), sent.Concat(unknown).Order(StringComparer.Ordinal));
        Assert.Empty(sent.Except(taken));
        Assert.Empty(taken.Except(sent.Concat(unknown)));
        Assert.InRange(unknown.Count, 0, InFlight);
    }

    private static async Task Say(TempFolder folder, string word, int life)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Almanach.Adapters.Probe.dll"), "say", word, Platform, folder.Path("data"), Minutes(life)])
        { RedirectStandardOutput = true })!;
        Assert.Equal("fait", (await process.StandardOutput.ReadToEndAsync()).Trim());
        await process.WaitForExitAsync();
    }

    private static async Task Ended(Process process)
    {
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    private static async Task Reach(Relay relay, Process process, int letters)
    {
        for (var patience = Stopwatch.StartNew(); relay.Letters.Count < letters && !process.HasExited; await Task.Delay(1))
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), $"It sent {relay.Letters.Count} of {letters} letters.");
    }

    private static string Minutes(int life) => (life * 24 * 60).ToString(CultureInfo.InvariantCulture);

    /// <summary>A relay that writes to a disk takes its time for a letter.</summary>
    private static string? Slowly(Said said) => Slowly(said, 1);

    /// <param name="pace">Milliseconds for each letter.</param>
    private static string? Slowly(Said said, int pace)
    {
        if (said.Step == "END")
            Thread.Sleep(pace);
        return null;
    }

    /// <summary>Kills it once so many letters were taken; each life finds the clock further on, so that no claim of the one before holds.</summary>
    private static async Task Die(TempFolder folder, Relay relay, int life, int letters, int people = People)
    {
        using var process = Start(folder, relay, life, people);
        await Reach(relay, process, letters);
        Assert.False(process.HasExited, $"It ended at {relay.Letters.Count} of {letters} letters, in life {life}: {(process.HasExited ? await process.StandardError.ReadToEndAsync() : "")}");
        process.Kill();
        await process.WaitForExitAsync();
    }

    private static async Task<Dictionary<string, List<string>>> Finish(TempFolder folder, Relay relay, int life = Kills, int people = People)
    {
        using var process = Start(folder, relay, life, people);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return JsonSerializer.Deserialize<Dictionary<string, List<string>>>(said)!;
    }

    private static Process Start(TempFolder folder, Relay relay, int life, int people = People) => Process.Start(new ProcessStartInfo("dotnet",
    [
        Path.Combine(AppContext.BaseDirectory, "Almanach.Adapters.Probe.dll"), "mail", Platform, folder.Path("data"), $"{relay.Port}", $"{people}", Minutes(life),
    ])
    { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static string Platform
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "Tests.slnf")))
                    return Path.Combine(folder.FullName, "platforms", "pfoss-ara");
            throw new InvalidOperationException("The repository's root was not found above the test assembly.");
        }
    }
}
