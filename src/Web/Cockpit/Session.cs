using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit;

/// <summary>
/// The coordinator's session: a signed cookie that says until when, and a token in each form bound to it, so that no
/// other site can post in her name. Nothing is stored.
/// </summary>
public sealed class Session(WebSettings settings, TimeProvider clock)
{
    public const string FormField = "jeton";
    private const string Cookie = "almanach-coordination";

    /// <summary>A working day; the clock is the machine's own, even in a demonstration.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    public void Open(HttpContext context)
    {
        var expires = clock.GetUtcNow() + Lasts;
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));
        var body = $"{id}.{expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";
        context.Response.Cookies.Append(Cookie, $"{body}.{Mac("session", body)}", new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            Expires = expires,
            IsEssential = true,
        });
    }

    public static void Close(HttpContext context) => context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/" });

    public bool IsOpen(HttpContext context) => Body(context) is not null;

    /// <summary>What each form of the cockpit sends along.</summary>
    public string FormToken(HttpContext context) => Body(context) is { } body ? Mac("form", body) : "";

    /// <summary>Whether a posted form came from a page of this session.</summary>
    public bool Accepts(HttpContext context, string token) =>
        Body(context) is { } body && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Mac("form", body)));

    private string? Body(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: < 200 } cookie || cookie.Split('.') is not [var id, var expires, var mac])
            return null;
        var body = $"{id}.{expires}";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(mac), Encoding.UTF8.GetBytes(Mac("session", body)))
            && long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds > clock.GetUtcNow().ToUnixTimeSeconds()
                ? body : null;
    }

    private string Mac(string purpose, string body) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(settings.SessionKey, Encoding.UTF8.GetBytes($"{purpose}|{body}")))[..27];
}
