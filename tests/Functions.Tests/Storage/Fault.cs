using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;

namespace Almanach.Functions.Tests.Storage;

/// <summary>What becomes of one call.</summary>
public enum Fault
{
    None,

    /// <summary>The connection is refused: the service never heard of it.</summary>
    NotSent,

    /// <summary>The service does the work, then the connection breaks.</summary>
    AnswerLost,

    /// <summary>The service does the work, but later than one waits.</summary>
    TooLate,

    /// <summary>The service is busy and does nothing.</summary>
    Busy,

    /// <summary>The service does the work and says that it failed.</summary>
    DoneButBusy,

    /// <summary>As if somebody had written the row in between: only where a call asks for a version.</summary>
    Conflict,

    /// <summary>As if nothing were there yet: a read that comes before a write which is still on its way.</summary>
    NotThere,
}

/// <summary>Says what becomes of each call.</summary>
public static partial class Fates
{
    /// <summary>How often one thing is let fail in a row: a network that is down for good is another matter.</summary>
    private const int InARow = 3;

    /// <summary>This share of the calls fails, by the numbers of a seed.</summary>
    public static Func<Request, Fault> Of(int seed, double share, params Fault[] faults)
    {
        var random = new Random(seed);
        var failed = new Dictionary<string, int>();
        return request =>
        {
            var name = Name(request);
            lock (random)
            {
                var before = failed.GetValueOrDefault(name);
                if (random.NextDouble() >= share || before == InARow)
                    return Fault.None;
                failed[name] = before + 1;
                return faults[random.Next(faults.Length)];
            }
        };
    }

    /// <summary>The n-th transaction meets the n-th fault, and the n-th read of a row likewise; later ones none.</summary>
    public static Func<Request, Fault> Of(Fault[] transactions, Fault[]? reads = null)
    {
        var waiting = new Queue<Fault>(transactions);
        var reading = new Queue<Fault>(reads ?? []);
        return request => (IsTransaction(request) ? waiting : reading).TryDequeue(out var fault) ? fault : Fault.None;
    }

    public static bool IsTransaction(Request request) => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);

    public static string Body(Request request)
    {
        using var body = new MemoryStream();
        request.Content!.WriteTo(body, CancellationToken.None);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    /// <summary>The same for all tries of one thing: the client names its calls, a commit marks its rows.</summary>
    private static string Name(Request request) =>
        IsTransaction(request) && Mark().Match(Body(request)) is { Success: true } mark ? mark.Value : request.ClientRequestId;

    [GeneratedRegex("\"C\":\"[0-9a-f]{18}")]
    private static partial Regex Mark();
}
