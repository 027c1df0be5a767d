using System.Diagnostics;
using Almanach.Adapters.Html;
using Almanach.Adapters.Platforms;
using Almanach.Adapters.Tests.Mails;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Mail.Incoming.Mime;
using Almanach.Core.Network;
using Almanach.Local.Tests.Hosting;

namespace Almanach.Local.Tests.Mail;

/// <summary>
/// A real chain on one machine: the built program mails through a real Postfix into real mailboxes, somebody answers with a
/// real mail program (s-nail), Postfix delivers the answer where the program looks, and what was understood comes back.
/// </summary>
[Takes(25)]
public sealed class MailChainTests
{
    private const string Client = "/usr/bin/s-nail";
    private const string Box = "reponses@pfoss.example.org";

    [Fact]
    public async Task A_partner_answers_from_her_mail_program_and_reads_what_was_understood()
    {
        Assert.SkipUnless(File.Exists(Client), "There is no mail program here: apt-get install s-nail.");
        var contacts = Contacts();
        var person = contacts.First(contact => contact.Is(RoleKind.Referent));
        await using var postfix = await Postfix.Start([.. contacts.Select(contact => contact.Address).Append(Box).Distinct()], []);
        using var temp = new Almanach.Local.Tests.TempFolder();
        var root = $"http://localhost:{FreePort.Find()}";
        using var almanach = Serve(postfix, temp, root);
        var coordinator = await Collecting(almanach, root);

        var invitation = await Arrives(postfix, [person.Address], mail => mail.To.Contains(person.Address) && mail.Subject.Contains("Thèmes", StringComparison.Ordinal));
        await Answer(postfix, person.Address, "- Le logement des saisonniers\n- Le non-recours aux droits\n\nCordialement,\nAnne\n");
        var receipt = await Arrives(postfix, [person.Address], mail => mail.Subject.StartsWith("Votre courriel est noté", StringComparison.Ordinal));

        Assert.Equal($"<{Box}>", invitation.ReturnPath);
        Assert.Matches("<reponses\\+[a-z2-7]{39}@pfoss.example.org>$", invitation.ReplyTo);
        Assert.Contains("Le logement des saisonniers", receipt.Mail.Whole, StringComparison.Ordinal);
        Assert.Contains("Le non-recours aux droits", receipt.Mail.Whole, StringComparison.Ordinal);
        Assert.DoesNotContain("Anne\n", receipt.Mail.Whole, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(postfix.Maildir(Box), "new")));
        Assert.Contains("Enregistré comme réponse", await coordinator.Get("/cockpit/courrier"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_turns_out_unknown_comes_back_as_a_bounce_and_a_colleague_is_asked_who_comes_next()
    {
        var contacts = Contacts();
        var person = contacts.First(contact => contact.Is(RoleKind.Referent) && contacts.Any(other => other.Organisation == contact.Organisation && other.Id != contact.Id));
        await using var postfix = await Postfix.Start([.. contacts.Select(contact => contact.Address).Append(Box).Distinct()], [person.Address]);
        using var temp = new Almanach.Local.Tests.TempFolder();
        var root = $"http://localhost:{FreePort.Find()}";
        using var almanach = Serve(postfix, temp, root);
        var coordinator = await Collecting(almanach, root);

        var colleagues = contacts.Where(other => other.Organisation == person.Organisation && other.Id != person.Id).Select(other => other.Address).ToList();
        await Arrives(postfix, colleagues, mail => mail.Whole.Contains("ne reçoit plus nos messages", StringComparison.Ordinal));

        Assert.Contains("L’adresse n’existe plus", await coordinator.Get("/cockpit/courrier"), StringComparison.Ordinal);
    }

    /// <summary>Signs in, and moves the clock to the collection of themes.</summary>
    private static async Task<Visit> Collecting(AlmanachProcess almanach, string root)
    {
        await almanach.Says("Ctrl+C");
        var coordinator = new Visit(root);
        await coordinator.SignIn(almanach.Said.Split("code=")[1].Split(' ', '\r', '\n')[0]);
        await coordinator.Post("/cockpit/demonstration", ("avancer", "etape"), ("vers", "/cockpit"));
        return coordinator;
    }

    private static IReadOnlyList<Contact> Contacts() => PlatformOnDisk.Setting(Path.Combine(Repository.Root, "platforms", "pfoss-ara")).Setting!.Folder.Contacts;

    /// <summary>The demonstration, with mail that leaves and arrives.</summary>
    private static AlmanachProcess Serve(Postfix postfix, Almanach.Local.Tests.TempFolder temp, string root) => new(new Dictionary<string, string>
    {
        ["ALMANACH_MAIL"] = "smtp",
        ["ALMANACH_SMTP_HOST"] = "127.0.0.1",
        ["ALMANACH_SMTP_PORT"] = $"{postfix.Port}",
        ["ALMANACH_SMTP_SECURITY"] = "none",
        ["ALMANACH_REPLIES"] = Box,
        ["ALMANACH_INCOMING_FOLDER"] = postfix.Maildir(Box),
    }, "serve", "--data", temp.Path("data"), "--urls", root);

    /// <summary>Answers the newest mail as a person would: quoting it, below the quotation.</summary>
    private static async Task Answer(Postfix postfix, string address, string words)
    {
        var start = new ProcessStartInfo(Client,
        [
            "-n", "-~", "-#", "-S", "v15-compat", "-S", $"mta=smtp://127.0.0.1:{postfix.Port}", "-S", "smtp-auth=none", "-S", "smtp-config=-ehlo", "-S", $"from={address}", "-S", "reply-to-honour",
            "-S", "quote", "-S", "indentprefix=> ", "-f", postfix.Maildir(address),
        ])
        { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var client = Process.Start(start)!;
        await client.StandardInput.WriteAsync($"reply $\n{words}~.\nxit\n");
        client.StandardInput.Close();
        var (output, errors) = (client.StandardOutput.ReadToEndAsync(), client.StandardError.ReadToEndAsync());
        await client.WaitForExitAsync();
        Assert.True(client.ExitCode == 0, $"{await output}{await errors}");
    }

    private static async Task<(IncomingMail Mail, string ReplyTo, string ReturnPath)> Arrives(Postfix postfix, IReadOnlyList<string> addresses, Func<IncomingMail, bool> wanted)
    {
        var reader = new IncomingReader(new HtmlText());
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(100))
            foreach (var bytes in addresses.SelectMany(address => Mails(postfix, address)))
                if (reader.Read(bytes) is var mail && wanted(mail))
                    return (mail, MimeReader.Read(bytes).Headers.First("Reply-To"), MimeReader.Read(bytes).Headers.First("Return-Path"));
        throw new InvalidOperationException($"No such mail for {string.Join(", ", addresses)}. {postfix.Log}");
    }

    /// <summary>Read or not: a mail program moves what it has shown.</summary>
    private static IEnumerable<byte[]> Mails(Postfix postfix, string address) =>
        ((string[])["new", "cur"]).Select(name => Path.Combine(postfix.Maildir(address), name)).Where(Directory.Exists).SelectMany(Directory.GetFiles).Select(File.ReadAllBytes);
}
