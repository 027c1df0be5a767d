using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Almanach.Core.Ports;
using Almanach.Functions.Mail;

namespace Almanach.Functions.Tests.Mail;

/// <summary>What leaves is held against SendGrid's own description of its API, by Prism (npm <c>@stoplight/prism-cli</c>).</summary>
public sealed class PrismTests
{
    [Fact]
    public async Task What_leaves_is_what_the_description_of_the_api_takes()
    {
        using var prism = await Prism.Start();
        using var mailer = new SendGridMailer(new(FakeSendGrid.Key) { Address = prism.Address }, TimeProvider.System, new ListLogger<SendGridMailer>());
        var much = Letters.To("zoe", [.. Enumerable.Range(0, 300).Select(i => $"Une demande de plus, la {i}ᵉ")]);

        var outcomes = await mailer.Send(Letters.Invitation with { Attachments = [new("a.csv", "text/csv", [1])], Calendar = Letters.Meeting("REQUEST") }, [much, .. Letters.Many(200)]);

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Sent, outcome));
    }

    [Fact]
    public async Task Prism_does_look()
    {
        using var prism = await Prism.Start();
        using var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", "Bearer x" } } };

        using var answer = await http.PostAsJsonAsync($"{prism.Address}/v3/mail/send", new { from = new { email = "a@x.example" } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("personalizations", string.Join(' ', answer.Headers.GetValues("sl-violations")), StringComparison.Ordinal);
    }

    private sealed class Prism : IDisposable
    {
        private readonly Process process;

        private Prism(string program, int port)
        {
            Address = $"http://127.0.0.1:{port}";
            process = Process.Start(new ProcessStartInfo(program, ["mock", "-h", "127.0.0.1", "-p", $"{port}", Path.Combine(AppContext.BaseDirectory, "Mail", "tsg_mail_v3.json")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        public string Address { get; }

        public static async Task<Prism> Start()
        {
            var program = Environment.GetEnvironmentVariable("ALMANACH_PRISM") is { Length: > 0 } named ? named
                : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "prism")).FirstOrDefault(File.Exists);
            Assert.SkipUnless(File.Exists(program), "There is no prism on PATH, nor in ALMANACH_PRISM (npm install @stoplight/prism-cli).");
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var port = ((IPEndPoint)free.LocalEndpoint).Port;
            free.Stop();
            var prism = new Prism(program!, port);
            try
            {
                await prism.Ready();
                return prism;
            }
            catch
            {
                prism.Dispose();
                throw;
            }
        }

        public void Dispose()
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            process.Dispose();
        }

        private async Task Ready()
        {
            using var http = new HttpClient();
            for (var patience = Stopwatch.StartNew(); ; await Task.Delay(200))
                try
                {
                    using var _ = await http.GetAsync(Address);
                    return;
                }
                catch (HttpRequestException) when (!process.HasExited && patience.Elapsed < TimeSpan.FromSeconds(60))
                {
                }
        }
    }
}
