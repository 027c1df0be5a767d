using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Almanach.Local.Tests.Hosting;

/// <summary>The built program on a socket, and what is no HTTP, or nearly. Paths and headers reach the endpoints here as the server reads them.</summary>
[Takes(15)]
public sealed class RawHttpTests : IDisposable
{
    /// <summary>Only what hangs takes so long. A body that never comes is cut off by the server after some seconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const long MostHeld = 1_000_000_000;

    private readonly TempFolder temp = new();
    private readonly int port = FreePort.Find();

    public void Dispose() => temp.Dispose();

    /// <summary>Bytes as Latin-1.</summary>
    private static IEnumerable<string> Requests()
    {
        const string Ends = "Host: localhost\r\nConnection: close\r\n\r\n";
        foreach (var line in (string[])
        [
            "GET / HTTP/1.1", "GET  /  HTTP/1.1", "GET / HTTP/9.9", "GET / HTTP/1.0", "GET /", "GET", "", "\0\0\0\0", "GET \0 HTTP/1.1", "GET /%00 HTTP/1.1", "GET /r/%00%0d%0a HTTP/1.1", "GET /%zz HTTP/1.1", "GET /% HTTP/1.1",
            "GET /%ff%fe HTTP/1.1", "GET /%c0%af HTTP/1.1", "GET /%ed%a0%80 HTTP/1.1", "GET /documents/%2e%2e/%2e%2e/etc/passwd HTTP/1.1", "GET /../../etc/passwd HTTP/1.1", "GET //exemple.fr/ HTTP/1.1", "GET /p/..%2f..%2f HTTP/1.1",
            "GET /documents/..%5c HTTP/1.1", "GET http://exemple.fr/ HTTP/1.1", "GET * HTTP/1.1", "OPTIONS * HTTP/1.1", "CONNECT exemple.fr:443 HTTP/1.1", "TRACE / HTTP/1.1", "PRI * HTTP/2.0", "HEAD /catalogue.csv HTTP/1.1", "get / HTTP/1.1",
            "GET /catalogue?mots=%00%ff%ed%a0%80&&=&%=%zz HTTP/1.1", $"GET /catalogue?mots={new string('a', 3_000)} HTTP/1.1", $"GET /{new string('a', 100_000)} HTTP/1.1", $"GET /r/{new string('a', 3_000)} HTTP/1.1", $"{new string('G', 9_000)} / HTTP/1.1", "GET /é HTTP/1.1",
        ])
            yield return $"{line}\r\n{Ends}";
        foreach (var header in (string[])
        [
            "Host: ", "Host: a b", "Host: exemple.fr\r\nHost: autre.fr", ": vide", "Sans deux points", "A : b", "A:\0", "A: \u0001", "A: é", "\tA: b", $"A: {new string('a', 40_000)}", string.Join("\r\n", Enumerable.Range(0, 200).Select(i => $"A{i}: b")), "Content-Length: -1", "Content-Length: 1e3",
            "Content-Length: 99999999999999999999", "Content-Length: 5\r\nContent-Length: 6", "Transfer-Encoding: gzip", "Transfer-Encoding: chunked\r\nContent-Length: 5", "Range: bytes=9-1", "If-None-Match: \"", "Cookie: =;;=\u00ff", "Expect: autre", "Upgrade: h2c\r\nConnection: Upgrade", "Accept: ;;;q=",
        ])
            yield return $"GET / HTTP/1.1\r\n{header}\r\n{Ends}";
        const string Form = "POST /proposer HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        foreach (var body in (string[])
        [
            "Content-Length: 10\r\n\r\ntitre=abcd", "Content-Length: 5\r\n\r\ntitre=abcd", "Content-Length: 0\r\n\r\n", "Content-Length: 3000000\r\n\r\n", "\r\n", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nzz\r\ntitre\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\ntitre", "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n", $"Transfer-Encoding: chunked\r\n\r\n{string.Concat(Enumerable.Repeat($"10000\r\n{new string('x', 0x10000)}\r\n", 48))}0\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n5\r\ntitre\r\n0\r\nA: b\r\n\r\n",
            "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\n\r\n--x", "Content-Length: 8\r\n\r\n%ff%fe=%",
        ])
            yield return Form + body;
        yield return "POST /api/cycles/2022/open HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json; charset=utf-7\r\nContent-Length: 2\r\n\r\n{}";
        yield return "\u0016\u0003\u0001\u0002\u0000\u0001\u0000"; // another protocol
    }

    [Fact]
    public async Task Whatever_comes_down_the_line_it_is_answered_or_hung_up_on_and_the_next_one_is_served()
    {
        using var almanach = new AlmanachProcess(null, "serve", "--data", temp.Path("data"), "--urls", $"http://127.0.0.1:{port}");
        await almanach.Says("Ctrl+C");
        var real = Requests().ToList();
        var random = new Random(7);

        List<string> all = [.. real, .. Enumerable.Range(0, 150).Select(_ => Broken(real[random.Next(real.Count)], random))];

        ConcurrentBag<string> faults = [];
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (request, _) =>
        {
            var answer = await Answer(request);
            if (Status(answer) is >= 500 and not 501 and not 505 || answer.Contains("   at Almanach", StringComparison.Ordinal) || answer == "nothing")
                faults.Add($"{answer[..Math.Min(200, answer.Length)]} to {request[..Math.Min(200, request.Length)]}");
        });
        using var http = new HttpClient();
        using var last = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/catalogue"), TestContext.Current.CancellationToken);

        Assert.True(faults.IsEmpty, string.Join('\n', faults));
        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        Assert.InRange(almanach.Held, 1, MostHeld);
        Assert.DoesNotContain("failed.", almanach.Said, StringComparison.Ordinal);
    }

    private static string Broken(string request, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0 && request.Length > 2; changes--)
        {
            var at = random.Next(Math.Min(request.Length, 300));
            request = random.Next(3) switch
            {
                0 => request.Remove(at, Math.Min(random.Next(1, 20), request.Length - at)),
                1 => request.Insert(at, $"{(char)random.Next(256)}"),
                _ => $"{request[..at]}{(char)random.Next(256)}{request[(at + 1)..]}",
            };
        }
        return request;
    }

    private static int Status(string answer) => answer.StartsWith("HTTP/1.", StringComparison.Ordinal) && int.TryParse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture, out var status) ? status : 0;

    /// <summary>All that is answered until the server hangs up; « nothing » when it neither answers nor hangs up.</summary>
    private async Task<string> Answer(string request)
    {
        using var patience = new CancellationTokenSource(Longest);
        using var client = new TcpClient();
        using var heard = new MemoryStream();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, patience.Token);
            var stream = client.GetStream();
            try
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
            }
            catch (Exception problem) when (problem is IOException or SocketException)
            {
                // It hung up before it heard the end; what it said first can still be read.
            }
            var answered = stream.CopyToAsync(heard, patience.Token);
            // What waits for more is told that none comes; it would be hung up on some seconds later anyway.
            if (await Task.WhenAny(answered, Task.Delay(Patience, patience.Token)) != answered)
                client.Client.Shutdown(SocketShutdown.Send);
            await answered;
        }
        catch (OperationCanceledException)
        {
            return "nothing";
        }
        catch (Exception problem) when (problem is IOException or SocketException)
        {
            // Hung up on.
        }
        return Encoding.Latin1.GetString(heard.ToArray());
    }
}
