using System.Diagnostics;
using System.Text.Json;
using Almanach.Adapters.Smtp;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Ports;

namespace Almanach.Bench;

/// <summary>Sends all letters in a process of its own, and says how it went. Some are sent before it counts: the program is compiled by then.</summary>
internal static class Sender
{
    private const int Before = 10_000;
    private static readonly SmtpSettings Settings = new("127.0.0.1", 25, SmtpSecurity.None, "", "", TimeSpan.FromSeconds(30)) { PerMinute = 100_000 };

    /// <summary>Batch after batch, as they are delivered.</summary>
    public static async Task Mailer(int port, int letters)
    {
        using var mailer = new SmtpMailer(Settings with { Port = port });
        await Batches(mailer, [.. Post.People(Before, "before")]);
        Addressee[] people = [.. Post.People(letters)];
        await Measure(letters, () => Batches(mailer, people));
    }

    /// <summary>The same bytes over as many sockets.</summary>
    /// <param name="writes">The letters are written as it goes; otherwise they were beforehand.</param>
    public static async Task Bare(int port, int letters, bool writes)
    {
        await Together(BareLoop.Prepare([.. Post.People(Before, "before")], Settings.Connections, writes), port);
        var loops = BareLoop.Prepare([.. Post.People(letters)], Settings.Connections, writes);
        await Measure(letters, () => Together(loops, port));
    }

    private static async Task<int> Batches(SmtpMailer mailer, Addressee[] people)
    {
        var sent = 0;
        foreach (var batch in people.Chunk(mailer.BatchSize))
            sent += (await mailer.Send(Post.Letter, batch)).Count(outcome => outcome == MailOutcome.Sent);
        return sent;
    }

    private static async Task<int> Together(List<BareLoop> loops, int port) =>
        (await Task.WhenAll(loops.Select(loop => Task.Run(() => loop.Run(port))))).Sum();

    private static async Task Measure(int letters, Func<Task<int>> send)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var began = Stopwatch.StartNew();
        var sent = await send();
        var seconds = began.Elapsed.TotalSeconds;
        process.Refresh();
        Console.WriteLine(JsonSerializer.Serialize(
            new Measured(seconds, (process.TotalProcessorTime - before).TotalSeconds, process.PeakWorkingSet64 / (1 << 20), sent, letters)));
    }
}

/// <param name="Processor">CPU seconds while it counted.</param>
/// <param name="Peak">Memory in MiB.</param>
public sealed record Measured(double Seconds, double Processor, long Peak, int Sent, int Letters);
