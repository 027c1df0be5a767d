using System.Text;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Local.Hosting;
using Almanach.Local.Tests.Hosting;
using Microsoft.Playwright;

namespace Almanach.Local.Tests.Browser;

/// <summary>The built program serving its demonstration, and Chromium to look at it.</summary>
public sealed class DemonstrationSite : IAsyncLifetime
{
    /// <summary>The one that has no window starts no window's pages either; the whole one does as well.</summary>
    private static readonly string[] Chromiums = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private static readonly string? Chromium = Chromiums.FirstOrDefault(File.Exists);

    private readonly TempFolder temp = new();
    private AlmanachProcess? almanach;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Root { get; } = $"http://localhost:{FreePort.Find()}";

    /// <summary>The address with the code, as the terminal shows it.</summary>
    public string CockpitDoor => almanach!.Said.Split('\n').Single(line => line.Contains("/cockpit/entrer?code=", StringComparison.Ordinal)).Trim().Split(' ')[^1];

    /// <summary>Where it keeps its data.</summary>
    public string Data => temp.Path("data");

    /// <summary>The coordinator by other means than a browser.</summary>
    public Visit Coordinator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
            return;
        almanach = new AlmanachProcess(null, "serve", "--data", temp.Path("data"), "--urls", Root);
        await almanach.Says("Ctrl+C");
        Coordinator = new Visit(Root);
        await Coordinator.SignIn(CockpitDoor.Split("code=")[1]);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--renderer-process-limit=1"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        almanach?.Dispose();
        temp.Dispose();
    }

    /// <summary>A page of its own, without cookies. Skips the test where there is no Chromium.</summary>
    public async Task<IPage> Open(bool phone)
    {
        Assert.SkipUnless(Chromium is not null, $"There is no {Chromiums[^1]} on this machine.");
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
            IsMobile = phone,
            HasTouch = phone,
            Locale = "fr-FR",
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    public bool HasMail(string kind) =>
        Directory.Exists(temp.Path("data/files/mails")) && Directory.EnumerateFiles(temp.Path("data/files/mails"), $"*{kind}*.eml").Any();

    /// <summary>The newest mail of the outbox whose name holds both words; waits for it.</summary>
    public async Task<(string Name, string Text)> Mail(string kind, string contact = "")
    {
        var outbox = temp.Path("data/files/mails");
        for (var patience = 600; patience > 0; patience--)
        {
            if (Directory.Exists(outbox)
                && Directory.EnumerateFiles(outbox, $"*{kind}*{contact}.eml").Order(StringComparer.Ordinal).LastOrDefault() is { } path)
                return (Path.GetFileNameWithoutExtension(path), Decoded(await File.ReadAllTextAsync(path)));
            await Task.Delay(100);
        }
        throw new InvalidOperationException($"No mail {kind} for {contact}.");
    }

    /// <summary>One mail of each subject that was sent, as HTML, by its subject.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Letters()
    {
        Dictionary<string, string> letters = new(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(temp.Path("data/files/mails"), "*.eml").Order(StringComparer.Ordinal))
        {
            var raw = await File.ReadAllTextAsync(path);
            var subject = raw.Split("\r\n").First(line => line.StartsWith("Subject:", StringComparison.Ordinal));
            if (letters.ContainsKey(subject))
                continue;
            var mail = Decoded(raw);
            var start = mail.IndexOf("<!doctype html", StringComparison.OrdinalIgnoreCase);
            letters.Add(subject, mail[start..(mail.IndexOf("</html>", start, StringComparison.OrdinalIgnoreCase) + "</html>".Length)]);
        }
        return letters;
    }

    /// <summary>To the next step, the answers of the year before it given.</summary>
    public Task Advance() => Coordinator.Post("/cockpit/demonstration", ("avancer", "etape"), ("reponses", "oui"), ("vers", "/cockpit"));

    /// <summary>The personal link of a mail's button.</summary>
    public string Link(string mail, string room = "r")
    {
        var start = mail.IndexOf($"{Root}/{room}/", StringComparison.Ordinal);
        var end = mail.AsSpan(start).IndexOfAny(" \r\n\"<>)");
        return mail.Substring(start, end);
    }

    /// <summary>The link at the foot of a newsletter, for whoever a link of ours is for.</summary>
    public string Unsubscription(string link, string list)
    {
        var signer = new LinkSigner(KeyFile.Of(new DataFolder(temp.Path("data"))).LinkKeys);
        return $"{Root}/desabonnement/{signer.Sign(signer.Open(link.Split('/')[^1])! with { Purpose = LinkPurpose.Unsubscription, Subject = list })}";
    }

    /// <summary>Quoted-printable undone (RFC 2045, 6.7).</summary>
    private static string Decoded(string mail)
    {
        var bytes = new List<byte>();
        var text = mail.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '=' && i + 2 < text.Length && Uri.IsHexDigit(text[i + 1]) && Uri.IsHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
