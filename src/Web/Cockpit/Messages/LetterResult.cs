using Almanach.Core.Mail.Letters;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>The page of a letter, for a frame of ours and nothing else: its own styles, no script, no form.</summary>
internal sealed class LetterResult(LetterCopy letter, bool links) : IResult
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    public Task ExecuteAsync(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = links ? $"{Policy} allow-popups allow-popups-to-escape-sandbox" : Policy;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(letter.Html.Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal), context.RequestAborted);
    }
}
