using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Almanach.Functions.Tests.Mail;

namespace Almanach.Bench;

/// <summary>Posts as many bytes in as many requests: what the way there takes by itself.</summary>
internal static class BareLoop
{
    /// <param name="together">How many requests at once.</param>
    public static async Task<double> Seconds(string address, Received received, int together)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", FakeSendGrid.Key);
        var body = Body((int)(received.Bytes / Math.Max(1, received.Requests)));
        var began = Stopwatch.StartNew();
        await Parallel.ForAsync(0, received.Requests, new ParallelOptions { MaxDegreeOfParallelism = together }, async (_, stop) =>
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            using var answer = await http.PostAsync("/v3/mail/send", content, stop);
            answer.EnsureSuccessStatusCode();
        });
        return began.Elapsed.TotalSeconds;
    }

    /// <summary>One mail, to be checked and sent to nobody, as long as wished.</summary>
    private static byte[] Body(int bytes) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        personalizations = new[] { new { to = new[] { new { email = "a@example.org" } } } },
        from = new { email = "b@example.org" },
        subject = "x",
        content = new[] { new { type = "text/plain", value = new string('x', bytes) } },
        mail_settings = new { sandbox_mode = new { enable = true } },
    }));
}
