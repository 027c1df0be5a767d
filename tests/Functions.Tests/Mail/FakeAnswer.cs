using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Almanach.Functions.Tests.Mail;

/// <summary>What the server does instead of answering well.</summary>
/// <param name="Before">Before it reads the mail; true when that was the answer.</param>
/// <param name="After">After it took the mail.</param>
public sealed record FakeAnswer(Func<HttpContext, Task<bool>> Before, Func<HttpContext, Task> After)
{
    /// <summary>Nothing special.</summary>
    public static readonly FakeAnswer Well = new(_ => Task.FromResult(false), _ => Task.CompletedTask);

    /// <summary>The connection is cut with the mail taken and nothing said.</summary>
    public static readonly FakeAnswer Cut = Well with
    {
        After = http =>
        {
            http.Abort();
            return Task.CompletedTask;
        },
    };

    /// <summary>The mail is taken, and the answer comes late.</summary>
    public static FakeAnswer Slow(TimeSpan delay, Action? begun = null) => Well with
    {
        After = async http =>
        {
            begun?.Invoke();
            await Task.Delay(delay, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        },
    };

    /// <summary>Status, errors (field and message), headers.</summary>
    public static FakeAnswer Refused(int status, string body = "", params (string Name, string Value)[] headers) => Well with
    {
        Before = async http =>
        {
            http.Response.StatusCode = status;
            foreach (var (name, value) in headers)
                http.Response.Headers[name] = value;
            await http.Response.WriteAsync(body);
            return true;
        },
    };

    public static FakeAnswer Limited(DateTimeOffset reset) => Refused(429, """{"errors":[{"field":null,"message":"too many requests"}]}""",
        ("X-RateLimit-Limit", "600"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    public static FakeAnswer Blaming(string field, string message = "bad") => Refused(400, $$"""{"errors":[{"field":"{{field}}","message":"{{message}}","help":null}]}""");
}
