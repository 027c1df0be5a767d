using Almanach.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Almanach.Functions.Tests.Hosting;

public sealed class AzureSettingsTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    public static Dictionary<string, string?> Whole() => new()
    {
        ["Almanach:Environment"] = "development",
        ["Almanach:Root"] = "https://pfoss.example.org/",
        ["Almanach:Platform"] = "pfoss-ara",
        ["Almanach:Year"] = "2027",
        ["Almanach:Mail"] = "outbox",
        ["Almanach:Keys:Links"] = $"2:{Key};1:{Key}",
        ["Almanach:Keys:Session"] = Key,
        ["Almanach:Keys:Api"] = new string('k', 32),
    };

    [Fact]
    public void Whole_settings_are_read()
    {
        var (settings, problems) = Read(Whole());

        Assert.Empty(problems);
        Assert.Equal(("https://pfoss.example.org", "pfoss-ara", 2027, false), (settings!.Root, settings.Platform, settings.Year, settings.Production));
        Assert.Equal(["2", "1"], settings.Keys.Links.Keys.Select(key => key.Key));
    }

    [Fact]
    public void Without_any_setting_each_that_is_needed_is_asked_for_by_its_name()
    {
        var (settings, problems) = Read([]);

        Assert.Null(settings);
        Assert.Equal(
            ["Almanach__Root", "Almanach__Platform", "Almanach__Year", "Almanach__Keys__Links", "Almanach__Keys__Session", "Almanach__Keys__Api"],
            problems.Select(problem => problem.Split('\u00A0')[0]));
    }

    [Theory]
    [InlineData("Almanach:Environment", "test")]
    [InlineData("Almanach:Root", "pfoss.example.org")]
    [InlineData("Almanach:Root", "http://pfoss.example.org")] // links in clear
    [InlineData("Almanach:Root", "https://pfoss.example.org/?x=1")]
    [InlineData("Almanach:Platform", "../secret")]
    [InlineData("Almanach:Year", "vingt-sept")]
    [InlineData("Almanach:Year", "1999")]
    [InlineData("Almanach:Keys:Links", "1:short")]
    [InlineData("Almanach:Keys:Links", "2:short;1:YWxtYW5hY2gtc2FtcGxlLWtleS0wMDAxLW5vdC1zZWNyZXQ=")] // the new key is the one that is wrong
    [InlineData("Almanach:Keys:Links", "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/links)")] // a reference that was not followed
    [InlineData("Almanach:Keys:Session", "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/session)")]
    [InlineData("Almanach:SendGrid:EventsKey", "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE")] // cut short
    [InlineData("Almanach:SendGrid:EventsKey", "SG.key")] // the wrong key
    [InlineData("Almanach:Keys:Api", "short")]
    [InlineData("Almanach:Keys:Api", "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/api)")]
    public void What_cannot_work_is_said_by_the_setting_s_name(string name, string value)
    {
        var given = Whole();
        given[name] = value;

        var (settings, problems) = Read(given);

        Assert.Null(settings);
        Assert.StartsWith(name.Replace(":", "__", StringComparison.Ordinal), Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(" ", "")]
    [InlineData("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==\n", // as SendGrid shows one
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==")]
    public void The_key_of_events_may_be_left_out(string? given, string read)
    {
        var whole = Whole();
        whole["Almanach:SendGrid:EventsKey"] = given;

        Assert.Equal(read, Read(whole).Settings!.EventsKey);
    }

    [Fact]
    public void Two_keys_of_one_name_would_make_links_that_only_one_of_them_opens()
    {
        var given = Whole();
        given["Almanach:Keys:Links"] = $"1:{Key};1:{Key}";

        Assert.Null(Read(given).Settings);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("production", true)]
    [InlineData(" production\n", true)]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/environment)", true)]
    [InlineData(" development ", false)]
    public void What_is_production_for_the_host_is_production_for_the_mail(string? environment, bool production)
    {
        var given = Whole();
        given["Almanach:Environment"] = environment;
        given["Almanach:Mail"] = "sendgrid";
        given["Almanach:SendGrid:Key"] = "SG.key";
        given["Almanach:SendGrid:Sandbox"] = "true";
        var settings = new ConfigurationBuilder().AddInMemoryCollection(given).Build();

        var problems = MailSettings.Read(settings).Problems;

        Assert.Equal(production, AzureSettingsReader.Read(settings).Settings!.Production);
        Assert.Equal(production ? ["Almanach__SendGrid__Sandbox"] : [], problems.Select(problem => problem.Split('\u00A0')[0]));
    }

    private static (AzureSettings? Settings, IReadOnlyList<string> Problems) Read(Dictionary<string, string?> given) =>
        AzureSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(given).Build());
}
