using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Almanach.Functions.Tests.Mail;

/// <summary>A server on this machine that behaves as api.sendgrid.com, and misbehaves as it is told to, one request after the other.</summary>
public sealed class FakeSendGrid : IAsyncDisposable
{
    public const string Key = "SG.essai.0123456789";
    private const int MostBytes = 30_000_000;

    private readonly WebApplication app;
    private readonly ConcurrentQueue<FakeAnswer> script = new();
    private readonly ConcurrentQueue<TakenMail> taken = new();
    private readonly ConcurrentDictionary<string, int> copies = new(StringComparer.Ordinal);
    private int requests, mails, messages;
    private long bytes;

    public FakeSendGrid()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        app = builder.Build();
        app.MapPost("/v3/mail/send", Answer);
    }

    /// <summary>False: copies are counted, and not kept.</summary>
    public bool Keeps { get; init; } = true;

    /// <summary>Addresses it does not take.</summary>
    public Func<string, bool> Exists { get; init; } = _ => true;

    /// <summary>How long each request takes.</summary>
    public TimeSpan Pace { get; init; }

    public string Address => app.Urls.Single();

    /// <summary>Requests received, whatever became of them.</summary>
    public int Requests => requests;

    /// <summary>Copies taken, those of requests that were cut after it too.</summary>
    public int Mails => mails;

    /// <summary>Bytes of the requests received, as they announce them.</summary>
    public long Bytes => bytes;

    /// <summary>Message and addressee of each copy taken, and how often it was.</summary>
    public IReadOnlyDictionary<string, int> Copies => copies;

    public IReadOnlyList<TakenMail> Taken => [.. taken];

    public async Task<FakeSendGrid> Start()
    {
        await app.StartAsync();
        return this;
    }

    /// <summary>The next request is answered so, the one after it by the answer given next; then all goes well again.</summary>
    public void Then(params FakeAnswer[] answers)
    {
        foreach (var answer in answers)
            script.Enqueue(answer);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        Interlocked.Increment(ref requests);
        Interlocked.Add(ref bytes, http.Request.ContentLength ?? 0);
        if (Pace > TimeSpan.Zero)
            await Task.Delay(Pace);
        if (script.TryDequeue(out var answer) && await answer.Before(http))
            return;
        if (http.Request.Headers.Authorization != $"Bearer {Key}")
        {
            await Refuse(http, 401, [("", "The provided authorization grant is invalid, expired, or revoked")]);
            return;
        }
        if (http.Request.ContentLength > MostBytes)
        {
            await Refuse(http, 413, [("", "The JSON payload you have included in your request is too large.")]);
            return;
        }
        using var json = await Read(http.Request);
        if (json is null)
        {
            await Refuse(http, 400, [("", "Bad Request")]);
            return;
        }
        var body = new SendGridBody(json.RootElement);
        if (body.Errors(Exists).ToList() is { Count: > 0 } errors)
        {
            await Refuse(http, 400, errors);
            return;
        }
        Take(http, body);
        if (answer is not null)
            await answer.After(http);
    }

    private void Take(HttpContext http, SendGridBody body)
    {
        http.Response.StatusCode = body.Sandbox ? 200 : 202;
        if (body.Sandbox)
            return;
        var id = $"message-{Interlocked.Increment(ref messages)}";
        http.Response.Headers["X-Message-Id"] = id;
        Interlocked.Add(ref mails, body.Count);
        foreach (var name in body.Names)
            copies.AddOrUpdate(name, 1, (_, times) => times + 1);
        if (!Keeps)
            return;
        foreach (var copy in body.Copies(id))
            taken.Enqueue(copy);
    }

    private static async Task<JsonDocument?> Read(HttpRequest request)
    {
        try
        {
            return await JsonDocument.ParseAsync(request.Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task Refuse(HttpContext http, int status, IEnumerable<(string Field, string Message)> errors)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { errors = errors.Select(error => new { message = error.Message, field = error.Field.Length > 0 ? error.Field : null, help = (string?)null }) });
    }
}
