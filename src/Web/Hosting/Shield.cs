using Almanach.Core.Data.Reading;
using Almanach.Core.Library.Deposits;
using Almanach.Core.Mail.Incoming;
using Almanach.Web.Incoming;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Almanach.Web.Hosting;

/// <summary>
/// Before every endpoint: security headers, a limit on bodies, and a page in French for what has none. An exception is
/// logged without its request's address (which may hold a token) and answered with a page, never with a trace.
/// </summary>
public sealed partial class Shield(RequestDelegate next, ILogger<Shield> log)
{
    /// <summary>Any body, a table to import included; a message that arrives may be larger, and so may a document that is deposited.</summary>
    private const long MaxBody = 2 * 1024 * 1024;

    /// <summary>Well above what a document may measure, so that a file somewhat too large is refused by its form, which keeps what was typed.</summary>
    internal const long MaxDeposit = 3L * FileRecognition.MostBytes;

    /// <summary>A data file somewhat too large is refused by its page, which says what to do.</summary>
    internal const long MaxDelivery = DataLimits.Bytes + (10 * 1024 * 1024);

    /// <summary>A form that may bear a picture: one too heavy to be kept is told so beside its field, what was typed kept.</summary>
    private const long MostWithPicture = 16 * 1024 * 1024;

    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task InvokeAsync(HttpContext context)
    {
        Protect(context.Response.Headers);
        var most = Most(context.Request.Path);
        if (context.Request.ContentLength > most)
        {
            await Blank.Write(context, StatusCodes.Status413PayloadTooLarge);
            return;
        }
        // A body sent in pieces says no length beforehand.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = most;
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
                await Blank.Write(context, context.Response.StatusCode);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await Blank.Write(context, bad.StatusCode);
        }
        catch (Exception problem) when (problem is not OperationCanceledException && !context.Response.HasStarted)
        {
            Log.Failed(log, context.GetEndpoint()?.DisplayName ?? "", problem);
            context.Response.Clear();
            Protect(context.Response.Headers);
            await Blank.Write(context, StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>
    /// What is taken as a prefix may only be too strict where somebody writes it otherwise. Events are an exception of a prefix: routing
    /// finds them in any case and with a slash behind, and so does this.
    /// </summary>
    private static long Most(PathString path) =>
        path.StartsWithSegments("/courrier", StringComparison.Ordinal) && !path.StartsWithSegments(EventEndpoints.Path, StringComparison.OrdinalIgnoreCase) ? IncomingReader.MostBytes
        : path.StartsWithSegments("/cockpit/documents", StringComparison.Ordinal) || path.StartsWithSegments("/api/library/documents", StringComparison.Ordinal) ? MaxDeposit
        : IsDelivery(path) ? MaxDelivery
        : path.StartsWithSegments("/r", StringComparison.Ordinal) || path.StartsWithSegments("/cockpit/consultations", StringComparison.Ordinal) ? MostWithPicture
        : MaxBody;

    /// <summary><c>/r/TOKEN/depots/LIVRAISON</c>, an upload in pieces, and where the coordinator or a program records a file.</summary>
    private static bool IsDelivery(PathString path) => path.StartsWithSegments("/cockpit/livraisons", StringComparison.Ordinal) || path.StartsWithSegments("/cockpit/series", StringComparison.Ordinal) || path.StartsWithSegments("/api/series", StringComparison.Ordinal)
        || path.StartsWithSegments("/api/deliveries", StringComparison.Ordinal)
        || path.Value is { } text && text.Split('/') is ["", "r", _, "depots", _] or ["", "r", _, "depots", _, "envois", _];

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Endpoint} failed.")]
        public static partial void Failed(ILogger log, string endpoint, Exception problem);
    }
}
