using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Almanach.Web.Tests.Fuzzing;

/// <summary>What no answer may be, whatever was asked.</summary>
internal static partial class Verdict
{
    /// <summary>Only what hangs takes so long, on the slowest machine.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Bytes that may be claimed for one request of at most a few megabytes.</summary>
    private const long MostClaimed = 1_500_000_000;

    private const int MostAnswered = 64 * 1024 * 1024;

    private static readonly string[] Guards = ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cache-Control"];

    /// <summary>What is wrong with the answer; nothing as it should be.</summary>
    public static async Task<(Reply? Reply, string? Fault)> Of(FuzzWorld world, Shot shot)
    {
        var moment = world.Moment;
        var began = Stopwatch.GetTimestamp();
        var claimed = GC.GetTotalAllocatedBytes();
        Reply reply;
        try
        {
            reply = await world.Send(shot).WaitAsync(Longest);
        }
        catch (TimeoutException)
        {
            return (null, "no answer");
        }
        catch (Exception problem) when (problem is not Xunit.Sdk.XunitException)
        {
            return (null, $"threw {problem.GetType().Name} {problem.Message} {problem.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Almanach", StringComparison.Ordinal))}");
        }
        var changed = world.Store.ChangedSince(moment.Rows);
        return (reply, reply.Status >= 500 ? $"{reply.Status} {world.Log.Words}"
            : GC.GetTotalAllocatedBytes() - claimed > MostClaimed ? $"{(GC.GetTotalAllocatedBytes() - claimed) / 1_000_000} MB claimed"
            : reply.Body.Length > MostAnswered ? $"{reply.Body.Length} bytes answered"
            : Guards.FirstOrDefault(guard => reply.Headers.GetValueOrDefault(guard) is not { Length: > 0 }) is { } lost ? $"{reply.Status} without {lost}"
            : (reply.Type.StartsWith("text/html", StringComparison.Ordinal) || reply.Type.Contains("json", StringComparison.Ordinal)) && Trace().Match(reply.Text) is { Success: true } trace ? $"{reply.Status} tells {trace.Value}"
            : reply.Text.Contains("<script>alert", StringComparison.Ordinal) && reply.IsPage ? "markup of others"
            : shot.Reads && (changed.Count > 0 || world.Files.Now != moment.Files) ? $"{shot.Method} changed {string.Join(", ", changed.Take(4))}"
            : reply.Status is >= 400 && changed.Count > 0 && !MayNote(changed) && !IsReport(shot, reply) ? $"{reply.Status}, yet it changed {string.Join(", ", changed.Take(4))}"
            : Stopwatch.GetElapsedTime(began) > Longest ? "too slow" : null);
    }

    /// <summary>What a refusal may write: the codes that were tried, and a picture that waits for its form to be sent again.</summary>
    private static bool MayNote(IReadOnlyList<string> changed) =>
        changed.All(key => key.StartsWith("sign-in/", StringComparison.Ordinal) || key.StartsWith("pictures/waits|", StringComparison.Ordinal));

    /// <summary>A data file with errors was taken, and its report is answered as one.</summary>
    private static bool IsReport(Shot shot, Reply reply) => shot.Method == "PUT" && reply.Endpoint == "/r/{token}/depots/{delivery}" && reply.Status == 422 && reply.Text.Contains("\"valid\"", StringComparison.Ordinal);

    [GeneratedRegex(@"   at (System|Microsoft|Almanach)\.[^\r\n]{0,80}|(System|Microsoft)\.[A-Za-z.]+Exception|Almanach\.(Core|Web|Adapters)\.[A-Z][A-Za-z.]*|\.cs:line \d+")]
    private static partial Regex Trace();
}
