using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Almanach.Functions.Mail;

/// <summary>Posts requests, again where that harms nobody, and says what became of each.</summary>
internal sealed partial class SendGridPost : IDisposable
{
    private readonly HttpClient http;
    private readonly SendGridClientOptions options;
    private readonly ResiliencePipeline<Response> retries;
    private readonly ResiliencePipeline patience;
    private int expected = 64 * 1024;

    public SendGridPost(SendGridSettings settings, TimeProvider clock, ILogger log)
    {
        http = new(new BegunHandler(new SocketsHttpHandler
        {
            // A connection kept open may be closed from afar just when a request begins: its outcome would be open.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        }))
        { Timeout = Timeout.InfiniteTimeSpan };
        options = new() { ApiKey = settings.Key, Host = settings.Host };
        retries = SendGridPatience.Retries(clock, (attempt, wait, status) => Log.Waits(log, attempt, status, wait.TotalSeconds));
        patience = new ResiliencePipelineBuilder().AddTimeout(settings.Patience).Build();
    }

    /// <param name="until">When to give up asking again.</param>
    /// <param name="stop">Ends the waits between tries. A request once begun is not interrupted: its outcome would be open.</param>
    public async Task<SendGridAnswer> Send(SendGridMessage message, DateTimeOffset until, CancellationToken stop)
    {
        var json = SendGridJson.Write(message, expected);
        expected = Math.Max(expected, json.Length);
        var context = ResilienceContextPool.Shared.Get(stop);
        context.Properties.Set(SendGridPatience.Until, until);
        try
        {
            var response = await retries.ExecuteAsync(async _ => await Once(json), context);
            return await Meaning(response, message.Personalizations.Count, stop);
        }
        catch (OpenOutcomeException)
        {
            return new SendGridAnswer.Open();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new SendGridAnswer.Stopped();
        }
        catch (Exception unreached) when (unreached is UnsentException or BrokenCircuitException)
        {
            return stop.IsCancellationRequested ? new SendGridAnswer.Stopped() : new SendGridAnswer.Trouble(unreached, OfThisOne: false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose() => http.Dispose();

    private async ValueTask<Response> Once(ReadOnlyMemory<byte> json)
    {
        var response = await patience.ExecuteAsync(
            async patience => await new Client(http, options, json).RequestAsync(BaseClient.Method.POST, urlPath: "mail/send", cancellationToken: patience), CancellationToken.None);
        return SendGridPatience.LeavesOpen(response.StatusCode) ? throw new OpenOutcomeException(new HttpRequestException($"{(int)response.StatusCode}")) : response;
    }

    private static async Task<SendGridAnswer> Meaning(Response response, int count, CancellationToken stop)
    {
        if (response.IsSuccessStatusCode)
            return new SendGridAnswer.Taken(response.Headers.TryGetValues("X-Message-Id", out var ids) ? ids.First() : "");
        var refusal = new SendGridRefusal(await response.Body.ReadAsStringAsync(CancellationToken.None));
        return response.StatusCode switch
        {
            HttpStatusCode.BadRequest when refusal.Culprits(count) is { Count: > 0 } culprits => new SendGridAnswer.Blamed(culprits),
            HttpStatusCode.BadRequest when refusal.IsOfCalendar => new SendGridAnswer.NoCalendar(refusal.For(response.StatusCode)),
            HttpStatusCode.BadRequest => new SendGridAnswer.Trouble(refusal.For(response.StatusCode), OfThisOne: true),
            HttpStatusCode.RequestEntityTooLarge => new SendGridAnswer.TooLarge(refusal.For(response.StatusCode)),
            HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError when stop.IsCancellationRequested => new SendGridAnswer.Stopped(),
            _ => new SendGridAnswer.Trouble(refusal.For(response.StatusCode), OfThisOne: false),
        };
    }

    /// <summary>The package's own, which asks for the body as text, given it in UTF-8.</summary>
    private sealed class Client(HttpClient http, SendGridClientOptions options, ReadOnlyMemory<byte> json) : SendGridClient(http, options)
    {
        public override Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
        {
            request.Content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = new("application/json") } };
            return base.MakeRequest(request, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Try {Attempt} was answered {Status}; asking again in {Seconds} s")]
        public static partial void Waits(ILogger log, int attempt, int status, double seconds);
    }
}
