using System.Text;

namespace Almanach.Web.Tests.Fuzzing;

/// <summary>One request, as bytes would carry it.</summary>
/// <param name="Target">Path and query, percent-encoded or meant to be.</param>
internal sealed record Shot(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, string? Type, byte[]? Body)
{
    public static Shot Get(string target, IReadOnlyList<(string Name, string Value)> headers) => new("GET", target, headers, null, null);

    public bool Reads => Method is "GET" or "HEAD";

    /// <summary>Enough to send it again by hand; what is long is cut, its length told.</summary>
    public override string ToString()
    {
        var body = Body is null ? "" : $" {Type} [{Body.Length}] {Cut(Encoding.Latin1.GetString(Body), 600)}";
        return $"{Method} {Cut(Target, 400)} {string.Join("; ", Headers.Where(header => header.Name is not ("Cookie" or "Authorization")).Select(header => $"{header.Name}: {Cut(header.Value, 100)}"))}{body}";
    }

    private static string Cut(string text, int most) => string.Concat((text.Length > most ? $"{text[..most]}…({text.Length})" : text).Select(c => char.IsControl(c) ? $"\\x{(int)c:x2}" : $"{c}"));
}

/// <summary>What was answered.</summary>
/// <param name="Endpoint">Pattern of the endpoint that was reached; empty for none.</param>
internal sealed record Reply(int Status, string Endpoint, string Type, string Location, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public bool IsPage => Type.StartsWith("text/html", StringComparison.Ordinal);
}
