using System.Net.Security;
using System.Text;
using Almanach.Adapters.Smtp;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Mails;

/// <summary>A relay that is not ours: Postfix, encrypted, into real mailboxes.</summary>
public sealed class PostfixTests
{
    private const string Zoe = "zoe@courrier.example";
    private const string Ali = "ali@autre.example";

    [Fact]
    public async Task Two_hundred_letters_lie_in_their_mailboxes_once_each_and_as_they_were_written()
    {
        await using var postfix = await Postfix.Start(Zoe, Ali);
        using var mailer = Mailer(postfix);
        var people = Enumerable.Range(0, 200).Select(i => Letters.To($"c{i}", i % 2 == 0 ? Zoe : Ali)).ToList();

        List<MailOutcome> outcomes = [];
        foreach (var batch in people.Chunk(mailer.BatchSize))
            outcomes.AddRange(await mailer.Send(Letters.Invitation, batch));
        await postfix.Delivered();

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Sent, outcome));
        foreach (var address in (string[])[Zoe, Ali])
            Assert.Equal(people.Where(one => one.Mailbox.Address == address).Select(Written).Order(), postfix.Mailbox(address).Select(Received).Order());
        Assert.All(postfix.Mailbox(Zoe), mail => Assert.Contains("(using TLSv1", mail, StringComparison.Ordinal));
        // On a busy machine the first may have carried its hundred letters before the others are open; it gives way to another.
        Assert.True(Sessions(postfix) <= 4 + Full(postfix), $"{Sessions(postfix)} connections for 200 letters, {Full(postfix)} of them full: {postfix.Log}");
    }

    [Fact]
    public async Task A_connection_that_has_carried_a_hundred_letters_gives_way_to_another()
    {
        await using var postfix = await Postfix.Start(Zoe);
        using (var mailer = Mailer(postfix, connections: 1))
            foreach (var batch in Enumerable.Range(0, 200).Select(i => Letters.To($"c{i}", Zoe)).Chunk(mailer.BatchSize))
                Assert.All(await mailer.Send(Letters.Invitation, batch), outcome => Assert.Equal(MailOutcome.Sent, outcome));
        await postfix.Delivered();

        Assert.Equal((2, 2), (Sessions(postfix), Full(postfix)));
    }

    [Fact]
    public async Task An_unknown_addressee_is_refused_by_address_and_a_foreign_one_is_a_matter_of_the_relay()
    {
        await using var postfix = await Postfix.Start(Zoe);
        using var mailer = Mailer(postfix);

        var outcomes = await mailer.Send(Letters.Invitation,
            [Letters.To("1", "nobody@courrier.example"), Letters.To("2", Zoe), Letters.To("3", "nobody2@courrier.example"), Letters.To("4", "zoe+abc@courrier.example")]);

        Assert.Equal([MailOutcome.NoSuchAddress, MailOutcome.Sent, MailOutcome.NoSuchAddress, MailOutcome.Sent], outcomes);
        await Assert.ThrowsAsync<RelayException>(() => mailer.Send(Letters.Invitation, [Letters.To("5", "eva@elsewhere.example")]));
        await postfix.Delivered();
        Assert.Equal(2, postfix.Mailbox(Zoe).Count);
    }

    [Fact]
    public async Task A_large_letter_arrives_whole()
    {
        var large = Letters.Invitation with { Attachments = [new("photo.jpg", "image/jpeg", [.. Enumerable.Range(0, 3_000_000).Select(i => (byte)(i * 31))])] };
        await using var postfix = await Postfix.Start(Zoe);
        using var mailer = Mailer(postfix);

        var outcomes = await mailer.Send(large, [Letters.To("1", Zoe)]);
        await postfix.Delivered();

        Assert.Equal([MailOutcome.Sent], outcomes);
        Assert.True(Encoding.Latin1.GetString(MimeWriter.Write(large, Letters.To("1", Zoe))) == Received(Assert.Single(postfix.Mailbox(Zoe))));
    }

    [Fact]
    public async Task Its_certificate_is_not_believed_unless_somebody_vouches_for_it()
    {
        await using var postfix = await Postfix.Start(Zoe);
        using var mailer = new SmtpMailer(Settings(postfix));

        await Assert.ThrowsAsync<RelayException>(() => mailer.Send(Letters.Invitation, [Letters.To("1", Zoe)]));
    }

    private static int Sessions(Postfix postfix) => postfix.Log.Split('\n').Count(line => line.Contains("smtpd[", StringComparison.Ordinal) && line.Contains("]: connect from", StringComparison.Ordinal));

    /// <summary>Connections that carried as many letters as one may.</summary>
    private static int Full(Postfix postfix) => postfix.Log.Split('\n').Count(line => line.Contains("]: disconnect from", StringComparison.Ordinal) && line.Contains(" mail=100 ", StringComparison.Ordinal));

    private static string Written(Addressee addressee) => Encoding.Latin1.GetString(MimeWriter.Write(Letters.Invitation, addressee));

    /// <summary>Without the lines that Postfix puts before a mail, and as it travelled.</summary>
    private static string Received(string mail) => mail[(mail.IndexOf("\nDate: ", StringComparison.Ordinal) + 1)..].Replace("\n", "\r\n", StringComparison.Ordinal);

    private static SmtpSettings Settings(Postfix postfix) =>
        new("127.0.0.1", postfix.Port, SmtpSecurity.StartTls, "", "", TimeSpan.FromSeconds(30)) { PerMinute = 1000 };

    private static SmtpMailer Mailer(Postfix postfix, int connections = 4) => new(Settings(postfix) with { Connections = connections }, TimeProvider.System,
        (_, certificate, _, errors) => certificate!.GetCertHashString() == postfix.Certificate.GetCertHashString() && (errors & SslPolicyErrors.RemoteCertificateNameMismatch) == 0);
}
