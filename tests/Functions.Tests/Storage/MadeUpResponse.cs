using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;

namespace Almanach.Functions.Tests.Storage;

/// <summary>What the service might have answered.</summary>
public sealed class MadeUpResponse(int status, string reason, string type, string body, Request request) : Response
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = type };

    public override int Status => status;

    public override string ReasonPhrase => reason;

    public override Stream? ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes(body));

    public override string ClientRequestId { get; set; } = request.ClientRequestId;

    public static MadeUpResponse Busy(Request request) =>
        new(503, "Server Busy", "application/json", Error("ServerBusy", "The server is busy."), request);

    public static MadeUpResponse NotThere(Request request) =>
        new(404, "Not Found", "application/json", Error("ResourceNotFound", "The specified resource does not exist."), request);

    /// <summary>The answer of a transaction whose first action asks for a version that is no longer.</summary>
    public static MadeUpResponse Conflict(Request request) => new(202, "Accepted", "multipart/mixed; boundary=batch",
        $"--batch\r\nContent-Type: multipart/mixed; boundary=changes\r\n\r\n"
        + "--changes\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        + "HTTP/1.1 412 Precondition Failed\r\nContent-Type: application/json\r\n\r\n"
        + Error("UpdateConditionNotSatisfied", "0:The update condition specified in the request was not satisfied.")
        + "\r\n--changes--\r\n--batch--\r\n", request);

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    private static string Error(string code, string message) =>
        $$$$"""{"odata.error":{"code":"{{{{code}}}}","message":{"lang":"en-US","value":"{{{{message}}}}"}}}""";
}
