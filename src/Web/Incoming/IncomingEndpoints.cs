using System.Security.Cryptography;
using System.Text;
using Almanach.Core;
using Almanach.Core.Mail.Incoming;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Incoming;

/// <summary>
/// Where a mail server or provider posts what arrives: <c>POST /courrier/KEY</c>, the message as it is
/// (<c>message/rfc822</c>) or as SendGrid's inbound parse sends it, raw or in fields. Answers 200 once it is kept: what is
/// read of it comes after. Another key is answered like a page that does not exist.
/// </summary>
internal static class IncomingEndpoints
{
    public const string Path = "/courrier/";

    public static void MapIncoming(this IEndpointRouteBuilder endpoints) => endpoints.MapForm(Path + "{key}", Take);

    private static async Task<IResult> Take(Office office, WebSettings settings, HttpContext context, string key, CancellationToken stop)
    {
        if (settings.IncomingKey.Length == 0 || !Same(key, settings.IncomingKey))
            return Results.NotFound();
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, stop);
        if (PostedMail.Read(context.Request.ContentType ?? "", body.ToArray()) is not { } message)
            return Results.Text("Ce formulaire ne contient pas de message (champ « email », ou « headers » et « text »).", statusCode: StatusCodes.Status400BadRequest);
        return await office.Inbox.Receive(message, office.Now, stop) is { } refusal
            ? Results.Text(refusal.Message, statusCode: StatusCodes.Status400BadRequest)
            : Results.Ok();
    }

    private static bool Same(string given, string key) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
