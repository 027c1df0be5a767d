using Almanach.Core;
using Almanach.Core.Mail.Events;
using Almanach.Web.Cockpit;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Almanach.Web.Incoming;

/// <summary>
/// Where SendGrid posts what becomes of mails (its Event Webhook): answers 200 once all is kept, and is told again for a day
/// otherwise. What is not signed with the key, or was signed too long ago, gets the same 404 as where there is no key at all: a
/// stranger learns nothing, and whoever runs the host reads in the log why.
/// </summary>
internal static partial class EventEndpoints
{
    /// <summary>A word, where the door for mail has its key: <see cref="Core.Mail.Inbox.IncomingSettings"/> takes no key as short.</summary>
    public const string Path = $"{IncomingEndpoints.Path}evenements";

    public const string Signature = "X-Twilio-Email-Event-Webhook-Signature";

    public const string Timestamp = "X-Twilio-Email-Event-Webhook-Timestamp";

    public static void MapEvents(this IEndpointRouteBuilder endpoints) => endpoints.MapForm(Path, Take);

    private static async Task<IResult> Take(Office office, WebSettings settings, MachineClock clock, ILoggerFactory logs, HttpContext context, CancellationToken stop)
    {
        using var seal = settings.EventsKey.Length == 0 ? null : EventSeal.Of(settings.EventsKey);
        if (seal is null)
            return Results.NotFound();
        var (signature, timestamp) = (context.Request.Headers[Signature].ToString(), context.Request.Headers[Timestamp].ToString());
        byte[] bytes = [];
        // What bears no signature is not read: anybody may post it.
        var verdict = SealVerdict.Foreign;
        if (EventSeal.MayBe(signature, timestamp))
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, stop);
            bytes = body.ToArray();
            verdict = seal.Judge(signature, timestamp, bytes, clock.Now);
        }
        if (verdict != SealVerdict.Good)
        {
            Log.NotTaken(logs.CreateLogger(typeof(EventEndpoints)), verdict);
            return Results.NotFound();
        }
        if (PostedEvents.Read(bytes, office.Now) is not { } heard)
            return Results.Text("Ce corps n’est pas un tableau JSON d’événements.", statusCode: StatusCodes.Status400BadRequest);
        return await office.Events.Take(heard, office.Now, stop) is { } refusal
            ? Results.Text(refusal.Message, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Ok();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Events of a mail provider were not taken: {Verdict}.")]
        public static partial void NotTaken(ILogger log, SealVerdict verdict);
    }
}
