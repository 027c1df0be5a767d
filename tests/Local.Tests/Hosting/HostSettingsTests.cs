using Almanach.Adapters.Smtp;
using Almanach.Local.Hosting;

namespace Almanach.Local.Tests.Hosting;

public sealed class HostSettingsTests
{
    [Fact]
    public void Without_any_setting_it_is_a_demonstration_that_mails_nobody()
    {
        var settings = Sound(null);

        Assert.True(settings.IsDemonstration);
        Assert.Null(settings.Smtp);
        Assert.Equal("http://localhost:5080", settings.PublicRoot);
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("http://*:80", "http://localhost")] // everywhere: the machine itself can open it
    [InlineData("http://0.0.0.0:8080;http://localhost:5080", "http://localhost:8080")]
    [InlineData("http://[::]:8080", "http://localhost:8080")]
    [InlineData("http://127.0.0.1:5081/", "http://127.0.0.1:5081")]
    public void Links_follow_the_address_listened_on_until_a_public_one_is_set(string urls, string root) =>
        Assert.Equal(root, Sound($$"""{ "urls": "{{urls}}" }""").PublicRoot);

    [Fact]
    public void The_environment_has_the_last_word_on_the_file_and_the_command_line_on_both()
    {
        var (settings, _) = HostSettingsReader.Read("""{ "year": 2026, "urls": "http://localhost:1" }""",
            name => name switch { "ALMANACH_YEAR" => "2027", "ALMANACH_URLS" => "http://localhost:2", _ => null }, "http://localhost:3");

        Assert.Equal(2027, settings!.Year);
        Assert.Equal("http://localhost:3", settings.Urls);
    }

    [Fact]
    public void A_sound_production_is_taken_whole()
    {
        var settings = Sound("""
            { "environment": "production", "root": "https://pfoss.example.org/", "urls": "http://127.0.0.1:5080", "year": 2027,
              "mail": { "send": "smtp", "host": "smtp.example.org", "user": "almanach", "password": "secret" } }
            """);

        Assert.False(settings.IsDemonstration);
        Assert.Equal("https://pfoss.example.org", settings.PublicRoot);
        Assert.Equal(("smtp.example.org", 587, SmtpSecurity.StartTls), (settings.Smtp!.Host, settings.Smtp.Port, settings.Smtp.Security));
    }

    [Theory]
    [InlineData("""{ "port": 465 }""", SmtpSecurity.Implicit)]
    [InlineData("""{ "port": 465, "startTls": true }""", SmtpSecurity.Implicit)]
    [InlineData("""{ "port": 1465, "security": "implicit" }""", SmtpSecurity.Implicit)]
    [InlineData("""{ "port": 25, "security": "starttls" }""", SmtpSecurity.StartTls)]
    [InlineData("""{ "startTls": true }""", SmtpSecurity.StartTls)]
    [InlineData("""{ "port": 25, "startTls": false }""", SmtpSecurity.None)]
    [InlineData("""{ "port": 25, "security": "none" }""", SmtpSecurity.None)]
    public void How_mail_is_encrypted_is_said_or_follows_from_the_port(string mail, SmtpSecurity security)
    {
        var settings = Sound($$"""{ "mail": { "send": "smtp", "host": "localhost", {{mail[1..]}} }""");

        Assert.Equal(security, settings.Smtp!.Security);
    }

    [Fact]
    public void How_fast_mail_leaves_can_be_set()
    {
        var settings = Sound("""{ "mail": { "send": "smtp", "host": "smtp.example.org", "connections": 2, "perMinute": 30, "seconds": 90 } }""");

        Assert.Equal((2, 30, TimeSpan.FromSeconds(90)), (settings.Smtp!.Connections, settings.Smtp.PerMinute, settings.Smtp.Patience));
    }

    [Theory]
    // a word of ours, wrongly typed
    [InlineData("""{ "environment": "prod" }""", "« prod »")]
    // a setting that does not exist is more often a slip than a wish
    [InlineData("""{ "enviroment": "production" }""", "ligne 1")]
    [InlineData("{ \"year\": 2027,\n\"root\" }", "ligne 2")]
    // what production cannot do without
    [InlineData("""{ "environment": "production", "root": "https://x.example.org" }""", "year")]
    [InlineData("""{ "environment": "production", "year": 2027 }""", "root")]
    // personal links in the clear
    [InlineData("""{ "environment": "production", "year": 2027, "root": "http://x.example.org" }""", "https")]
    [InlineData("""{ "root": "pfoss" }""", "« pfoss »")]
    [InlineData("""{ "urls": "https://localhost:5080" }""", "écoute")]
    [InlineData("""{ "urls": "localhost:5080" }""", "écoute")]
    [InlineData("""{ "mail": { "send": "pigeon" } }""", "« pigeon »")]
    [InlineData("""{ "mail": { "send": "smtp" } }""", "serveur d’envoi")]
    [InlineData("""{ "mail": { "send": "smtp", "host": "x", "port": 465, "security": "starttls" } }""", "465")]
    [InlineData("""{ "mail": { "send": "smtp", "host": "x", "security": "tls" } }""", "« tls »")]
    [InlineData("""{ "mail": { "send": "smtp", "host": "x", "startTls": false } }""", "clair")]
    [InlineData("""{ "mail": { "send": "smtp", "host": "x", "connections": 100 } }""", "connexions")]
    [InlineData("""{ "incoming": { "eventsKey": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE" } }""", "eventsKey")] // cut as it was copied
    public void What_cannot_work_is_said_before_anything_starts(string json, string says)
    {
        var (settings, problems) = HostSettingsReader.Read(json, _ => null);

        Assert.Null(settings);
        Assert.Contains(says, string.Join('\n', problems).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_in_no_message()
    {
        var (_, problems) = HostSettingsReader.Read("""{ "mail": { "send": "smtp", "port": 465, "user": "u", "password": "sesame", "startTls": false } }""", _ => null);

        Assert.NotEmpty(problems);
        Assert.DoesNotContain("sesame", string.Join('\n', problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_of_delivery_events_is_taken_from_the_file_and_the_environment_has_the_last_word()
    {
        using var ecdsa = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var key = Convert.ToBase64String(ecdsa.ExportSubjectPublicKeyInfo());

        var written = Sound($$"""{ "incoming": { "eventsKey": "{{key}}" } }""");
        var (said, _) = HostSettingsReader.Read("""{ "incoming": { "eventsKey": "?" } }""", name => name == "ALMANACH_EVENTS_KEY" ? key : null);

        Assert.Equal((key, key, ""), (written.EventsKey, said!.EventsKey, Sound(null).EventsKey));
    }

    private static HostSettings Sound(string? json)
    {
        var (settings, problems) = HostSettingsReader.Read(json, _ => null);
        Assert.Empty(problems);
        return settings!;
    }
}
