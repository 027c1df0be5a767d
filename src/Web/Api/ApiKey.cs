using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Api;

/// <summary>The key of the API: <c>Authorization: Bearer …</c> or <c>X-Api-Key: …</c>. Compared in constant time, whatever its length.</summary>
internal static class ApiKey
{
    public const string Header = "X-Api-Key";

    private const string Bearer = "Bearer ";

    public static bool IsGiven(HttpRequest request, string key) => key.Length > 0 && Given(request) is { Length: > 0 } given
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Given(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..].Trim()
            : request.Headers[Header].ToString();
    }
}
