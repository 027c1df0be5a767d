using Almanach.Adapters.Smtp;

namespace Almanach.Adapters.Tests.Mails;

public sealed class SmtpSettingsTests
{
    private static readonly SmtpSettings Sound = new("smtp.example.org", 587, SmtpSecurity.StartTls, "almanach", "sesame", TimeSpan.FromSeconds(60));

    /// <summary>Settings that cannot work, with a word of what is said.</summary>
    public static TheoryData<SmtpSettings, string> Wrong() => new()
    {
        { Sound with { Host = " " }, "n’a pas de nom" },
        { Sound with { Port = 0 }, "Le port 0" },
        { Sound with { Port = 65536 }, "Le port 65536" },
        { Sound with { Port = 465 }, "«\u00a0implicit\u00a0»" },
        { Sound with { Host = "localhost", Security = SmtpSecurity.None }, "mot de passe" },
        { Sound with { Security = SmtpSecurity.None, User = "" }, "même machine" },
        { Sound with { Security = SmtpSecurity.None, User = "", Host = "10.0.0.1" }, "même machine" },
        { Sound with { Password = "a\0b" }, "nul" },
        { Sound with { Patience = TimeSpan.Zero }, "délai" },
        { Sound with { Connections = 0 }, "connexions" },
        { Sound with { Connections = 21 }, "connexions" },
        { Sound with { PerMinute = 0 }, "par minute" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Settings_that_cannot_work_are_refused_at_start(SmtpSettings settings, string says)
    {
        Assert.Contains(says, Assert.Single(settings.Problems()), StringComparison.Ordinal);

        Assert.Throws<ArgumentException>(() => new SmtpMailer(settings));
    }

    [Fact]
    public void Sound_ones_are_taken()
    {
        Assert.Empty(Sound.Problems());
        Assert.Empty((Sound with { Port = 465, Security = SmtpSecurity.Implicit }).Problems());
        foreach (var host in (string[])["localhost", "127.0.0.1", "::1"])
            Assert.Empty((Sound with { Host = host, Port = 25, Security = SmtpSecurity.None, User = "" }).Problems());
    }

    [Theory]
    [InlineData(465, SmtpSecurity.Implicit)]
    [InlineData(587, SmtpSecurity.StartTls)]
    [InlineData(25, SmtpSecurity.StartTls)]
    public void A_port_has_its_usual_way(int port, SmtpSecurity usual) => Assert.Equal(usual, SmtpSettings.Usual(port));
}
