using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Almanach.Core;
using Almanach.Core.Network;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Library.Space;

/// <summary>
/// A member’s session: a signed cookie that says who, which generation of her links, since when and last seen when. Nothing
/// is stored; leaving the network, or a new generation, ends it. Another key purpose than the coordinator’s: neither passes
/// for the other.
/// </summary>
public sealed class SpaceSession(WebSettings settings, TimeProvider clock)
{
    public const string FormField = "jeton";

    private const string Cookie = "almanach-espace";

    /// <summary>Without a visit for so long, it is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(3);

    /// <summary>Over, however often she comes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>The cookie is written anew after so long, not at each page.</summary>
    private static readonly TimeSpan Renewed = TimeSpan.FromHours(1);

    public void Open(HttpContext context, Contact person)
    {
        var now = clock.GetUtcNow();
        Write(context, new Held(person.Id, person.Generation, now, now));
    }

    public static void Close(HttpContext context) => context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/" });

    /// <summary>Who is here, as the network knows her now; null for nobody.</summary>
    public async Task<Contact?> Person(Office office, HttpContext context)
    {
        if (Read(context) is not { } held)
            return null;
        var roster = await office.Network.Load(context.RequestAborted);
        if (roster.Contacts.GetValueOrDefault(held.Contact) is not { Active: true } person || person.Generation != held.Generation || roster.OrganisationOf(person.Id) is not { Active: true })
            return null;
        var now = clock.GetUtcNow();
        if (now - held.Seen > Renewed)
            Write(context, held with { Seen = now });
        return person;
    }

    /// <summary>What a form of her pages sends along.</summary>
    public string FormToken(HttpContext context) => Read(context) is { } held ? Mac("espace-formulaire", Body(held with { Seen = held.Opened })) : "";

    public bool Accepts(HttpContext context, string token) => FormToken(context) is { Length: > 0 } good
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(good));

    private void Write(HttpContext context, Held held)
    {
        var body = Body(held);
        context.Response.Cookies.Append(Cookie, $"{body}.{Mac("espace", body)}", new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            Expires = Earlier(held.Seen + Idle, held.Opened + Longest),
            IsEssential = true,
        });
    }

    private Held? Read(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: < 400 } cookie || cookie.Split('.') is not [var body, var mac]
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(mac), Encoding.UTF8.GetBytes(Mac("espace", body))))
            return null;
        // Signed by us: it reads as it was written.
        var now = clock.GetUtcNow();
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(body)).Split('|') is [var contact, var generation, var opened, var seen]
            && new Held(contact, int.Parse(generation, CultureInfo.InvariantCulture), Instant(opened), Instant(seen)) is var held
            && now < held.Seen + Idle && now < held.Opened + Longest ? held : null;
    }

    private static DateTimeOffset Instant(string seconds) => DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static string Body(Held held) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{held.Contact}|{held.Generation}|{held.Opened.ToUnixTimeSeconds()}|{held.Seen.ToUnixTimeSeconds()}")));

    private string Mac(string purpose, string body) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(settings.SessionKey, Encoding.UTF8.GetBytes($"{purpose}|{body}")))[..27];

    private sealed record Held(string Contact, int Generation, DateTimeOffset Opened, DateTimeOffset Seen);
}
