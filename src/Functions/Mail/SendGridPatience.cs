using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using SendGrid;

namespace Almanach.Functions.Mail;

/// <summary>How often and how long SendGrid is asked again.</summary>
internal static class SendGridPatience
{
    /// <summary>When whoever asks gives up, whatever is left to try.</summary>
    public static readonly ResiliencePropertyKey<DateTimeOffset> Until = new("until");

    /// <summary>Five tries some seconds apart, or as far apart as SendGrid says; none at all for a while after many failures.</summary>
    /// <param name="waits">Told of each wait: the number of the try that failed, the wait, the status (0: no answer).</param>
    public static ResiliencePipeline<Response> Retries(TimeProvider clock, Action<int, TimeSpan, int> waits) =>
        new ResiliencePipelineBuilder<Response> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Response>
            {
                MaxRetryAttempts = 4,
                Delay = TimeSpan.FromSeconds(2),
                MaxDelay = TimeSpan.FromSeconds(30),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(
                    MayPass(args.Outcome) && clock.GetUtcNow() + (Asked(args.Outcome, clock) ?? TimeSpan.Zero) < args.Context.Properties.GetValue(Until, DateTimeOffset.MaxValue)),
                DelayGenerator = args => ValueTask.FromResult(Asked(args.Outcome, clock) + Jitter()),
                OnRetry = args =>
                {
                    waits(args.AttemptNumber + 1, args.RetryDelay, (int?)args.Outcome.Result?.StatusCode ?? 0);
                    return ValueTask.CompletedTask;
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Response>
            {
                FailureRatio = 0.8,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromMinutes(2),
                BreakDuration = TimeSpan.FromMinutes(1),
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result?.StatusCode >= HttpStatusCode.InternalServerError
                    || args.Outcome.Exception is UnsentException or OpenOutcomeException),
            })
            .Build();

    /// <summary>A gateway that gave up waiting says nothing of the mail behind it.</summary>
    public static bool LeavesOpen(HttpStatusCode status) => status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout;

    /// <summary>The request reached nobody, or so SendGrid's 500 and 503 are read, and the next may. What a gateway answers never comes here (<see cref="LeavesOpen"/>).</summary>
    private static bool MayPass(Outcome<Response> outcome) =>
        outcome.Exception is UnsentException
        || outcome.Result?.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    /// <summary>The wait SendGrid asks for: Retry-After (RFC 9110, 10.2.3), or until X-RateLimit-Reset (seconds since 1970).</summary>
    private static TimeSpan? Asked(Outcome<Response> outcome, TimeProvider clock)
    {
        if (outcome.Result is not { Headers: { } headers } response)
            return null;
        var now = clock.GetUtcNow();
        var wait = headers.RetryAfter is { } after ? after.Delta ?? after.Date - now
            : response.StatusCode == HttpStatusCode.TooManyRequests && headers.TryGetValues("X-RateLimit-Reset", out var reset) && long.TryParse(reset.First(), out var seconds)
                && seconds is > 0 and < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) - now
            : null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>So that hosts that were refused together don't come back together.</summary>
    private static TimeSpan Jitter() => TimeSpan.FromMilliseconds(Random.Shared.Next(100, 1000));
}
