using Almanach.Adapters.Smtp;
using Almanach.Core.Ports;
using static Almanach.Adapters.Tests.Mails.SmtpMailerTests;

namespace Almanach.Adapters.Tests.Mails;

/// <summary>Nothing is said before the connection is encrypted and the relay has proved its name.</summary>
public sealed class SmtpSecurityTests
{
    private static readonly string[] Open = ["STARTTLS", "PIPELINING"];

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Implicit)] // as on port 465
    public async Task A_mail_leaves_encrypted_in_either_way(SmtpSecurity security)
    {
        using var certificate = Certificates.Of("127.0.0.1");
        using var relay = new Relay { Offers = Open, Certificate = certificate, IsImplicit = security == SmtpSecurity.Implicit };
        using var mailer = Believing(relay, security);

        var outcomes = await mailer.Send(Letters.Invitation, [To("zoe"), To("ali")]);
        await mailer.Send(Letters.Invitation, [To("eva")]);

        Assert.Equal([MailOutcome.Sent, MailOutcome.Sent], outcomes);
        Assert.Equal(["zoe", "ali", "eva"], relay.Taken);
        Assert.Equal(1, relay.Connections);
        Assert.Equal(security == SmtpSecurity.StartTls ? 2 : 1, relay.Steps.Count(step => step == "EHLO"));
    }

    [Theory]
    [InlineData("AUTH PLAIN LOGIN", "PLAIN")]
    [InlineData("AUTH LOGIN", "LOGIN")]
    [InlineData("AUTH=LOGIN CRAM-MD5", "LOGIN")] // as old servers write it
    [InlineData("auth plain", "PLAIN")]
    public async Task It_signs_in_by_what_is_offered(string offer, string way)
    {
        using var certificate = Certificates.Of("127.0.0.1");
        using var relay = new Relay { Offers = [.. Open, offer], Certificate = certificate, SignIn = "almanach sésame" };
        using var mailer = Believing(relay, SmtpSecurity.StartTls, "almanach", "sésame");

        Assert.Equal([MailOutcome.Sent], await mailer.Send(Letters.Invitation, [To("zoe")]));

        Assert.Contains(relay.Said, said => said is { Step: "AUTH" } && said.Line == way);
    }

    [Theory]
    [InlineData("AUTH PLAIN", null, "535 5.7.8")]
    [InlineData("AUTH LOGIN", null, "535 5.7.8")]
    [InlineData("AUTH PLAIN", "454 4.7.0 later", "454 4.7.0")]
    [InlineData("AUTH CRAM-MD5", null, "AUTH PLAIN ou LOGIN")]
    [InlineData("SIZE 1000", null, "AUTH PLAIN ou LOGIN")]
    public async Task A_sign_in_that_fails_throws_once_and_blames_nobody(string offer, string? reply, string says)
    {
        using var certificate = Certificates.Of("127.0.0.1");
        using var relay = new Relay
        {
            Offers = [.. Open, offer],
            Certificate = certificate,
            SignIn = "almanach other",
            Script = said => said.Step == "AUTH" ? reply : null,
        };
        using var mailer = Believing(relay, SmtpSecurity.StartTls, "almanach", "sesame");

        var refusal = await Assert.ThrowsAsync<RelayException>(() => mailer.Send(Letters.Invitation, [.. Enumerable.Range(0, 50).Select(i => To($"p{i}"))]));

        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", refusal.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, relay.Connections);
    }

    [Fact]
    public async Task A_relay_without_starttls_is_given_nothing()
    {
        using var relay = new Relay { Offers = ["AUTH PLAIN"], SignIn = "almanach sesame" };
        using var mailer = Believing(relay, SmtpSecurity.StartTls, "almanach", "sesame");

        await Assert.ThrowsAsync<RelayException>(() => mailer.Send(Letters.Invitation, [To("zoe")]));

        Assert.Equal(["GREETING", "EHLO"], relay.Steps);
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Implicit)]
    public async Task A_certificate_nobody_vouches_for_is_not_believed(SmtpSecurity security)
    {
        using var certificate = Certificates.Of("127.0.0.1");
        using var relay = new Relay { Offers = Open, Certificate = certificate, IsImplicit = security == SmtpSecurity.Implicit };
        using var mailer = new SmtpMailer(Settings(relay, security));

        await Assert.ThrowsAsync<RelayException>(() => mailer.Send(Letters.Invitation, [To("zoe")]));

        Assert.DoesNotContain("MAIL", relay.Steps);
    }

    [Fact]
    public async Task A_certificate_of_another_name_is_not_believed_whoever_vouches_for_it()
    {
        using var certificate = Certificates.Of("other.example");
        using var relay = new Relay { Offers = Open, Certificate = certificate };
        using var mailer = new SmtpMailer(Settings(relay, SmtpSecurity.StartTls), TimeProvider.System, Vouched);

        var refusal = await Assert.ThrowsAsync<RelayException>(() => mailer.Send(Letters.Invitation, [To("zoe")]));

        Assert.Contains("certificat", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MAIL", relay.Steps);
    }

    [Fact]
    public async Task What_is_said_before_encryption_is_not_taken_for_said_after()
    {
        using var certificate = Certificates.Of("127.0.0.1");
        using var relay = new Relay { Offers = Open, Certificate = certificate, Injected = "\r\n250 injected" };
        using var mailer = Believing(relay, SmtpSecurity.StartTls);

        await Assert.ThrowsAsync<RelayException>(() => mailer.Send(Letters.Invitation, [To("zoe")]));
    }

    [Fact]
    public async Task A_relay_that_speaks_in_the_clear_where_it_should_not_is_given_up()
    {
        using var relay = new Relay();
        using var mailer = Believing(relay, SmtpSecurity.Implicit);

        await Assert.ThrowsAsync<RelayException>(() => mailer.Send(Letters.Invitation, [To("zoe")]));
    }

    /// <summary>Believes in whoever signed, and looks at the name.</summary>
    private static bool Vouched(object sender, object? certificate, object? chain, System.Net.Security.SslPolicyErrors errors) =>
        (errors & ~System.Net.Security.SslPolicyErrors.RemoteCertificateChainErrors) == 0;

    private static SmtpMailer Believing(Relay relay, SmtpSecurity security, string user = "", string password = "") =>
        new(Settings(relay, security) with { User = user, Password = password }, TimeProvider.System, Vouched);

    private static SmtpSettings Settings(Relay relay, SmtpSecurity security) =>
        SettingsOf(relay) with { Security = security };
}
