using System.Net;
using System.Net.Sockets;
using Almanach.Core;
using Almanach.Functions.Hosting;
using Almanach.Functions.Tests.Triggers;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Almanach.Functions.Tests.Hosting;

/// <summary>What happens between the settings and the first call.</summary>
public sealed class StartTests
{
    [Fact]
    public void With_the_sample_each_trigger_can_be_made()
    {
        using var host = Built(SettingsSampleTests.Settings());

        foreach (var trigger in FunctionTable.Functions.Select(function => function.Method.DeclaringType!).Distinct())
            Assert.NotNull(ActivatorUtilities.CreateInstance(host.Services, trigger));
    }

    /// <summary>Storage that is slow or away must not keep an instance from starting.</summary>
    [Fact]
    public async Task Nothing_is_asked_of_storage_before_the_first_call()
    {
        using var storage = new TcpListener(IPAddress.Loopback, 0);
        storage.Start();
        var address = $"http://{storage.LocalEndpoint}/account";
        var given = SettingsSampleTests.Settings();
        given["AzureWebJobsStorage"] = $"AccountName=account;AccountKey=c2VjcmV0;BlobEndpoint={address};QueueEndpoint={address};TableEndpoint={address}";
        using var host = Built(given);

        foreach (var trigger in FunctionTable.Functions.Select(function => function.Method.DeclaringType!).Distinct())
            ActivatorUtilities.CreateInstance(host.Services, trigger);
        Assert.False(storage.Pending());

        // The same ear hears the first call, so that silence before it means something.
        var called = host.Services.GetRequiredService<Office>().Around.Store.Get("platform", "opened", TestContext.Current.CancellationToken);
        using var heard = await storage.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        heard.Close();
        storage.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => called);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_each_by_the_name_of_its_setting()
    {
        var given = SettingsSampleTests.Settings();
        string[] broken =
        [
            "Almanach:Environment", "Almanach:Root", "Almanach:Platform", "Almanach:Year", "Almanach:Keys:Links", "Almanach:Keys:Session",
            "Almanach:Keys:Api", "AzureWebJobsStorage", "Almanach:SendGrid:Key", "Almanach:SendGrid:Region", "Almanach:SendGrid:Address",
        ];
        foreach (var name in broken)
            given[name] = name is "AzureWebJobsStorage" or "Almanach:SendGrid:Key" ? "" : "../é";
        given["Almanach:Mail"] = "sendgrid";

        var refused = Assert.Throws<StartRefusedException>(() => Built(given));

        Assert.Equal(
            broken.Select(name => name.Replace(":", "__", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            refused.Message.Split('\n').Select(line => line.Split('\u00A0')[0].Replace("__accountName", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(refused.Message.Split('\n'), line => Assert.Matches(@"^\S+\u00A0: [^A-Z].*\.$", line));
    }

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV")] // the key was cut short
    [InlineData("DefaultEndpointsProtocol=https;AccountKey=c2VjcmV0")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0;EndpointSuffix=core windows.net")]
    [InlineData("BlobEndpoint=https://a.example.org/;QueueEndpoint=https://a.example.org/;SharedAccessSignature=sv=2024&sig=c2VjcmV0")] // no table
    [InlineData("https://c2VjcmV0.example.org")]
    [InlineData("c2VjcmV0")]
    [InlineData(";;=")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/c2VjcmV0)")] // a reference that was not followed
    public void A_connection_string_that_no_client_understands_is_refused_without_being_told(string connection)
    {
        var given = SettingsSampleTests.Settings();
        given["AzureWebJobsStorage"] = connection;

        var refused = Assert.Throws<StartRefusedException>(() => Built(given));

        Assert.Matches("^AzureWebJobsStorage\u00A0: la chaîne de connexion n’est pas comprise\\. Copiez-la entière.*AzureWebJobsStorage__accountName\\.$", refused.Message);
        Assert.DoesNotContain("c2VjcmV", $"{refused}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_way_to_mail_that_does_not_exist_is_refused()
    {
        var given = SettingsSampleTests.Settings();
        given["Almanach:Mail"] = "pigeon";

        Assert.StartsWith("Almanach__Mail\u00A0: ", Assert.Throws<StartRefusedException>(() => Built(given)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_platform_that_is_not_in_the_package_is_refused_in_plain_words()
    {
        var given = SettingsSampleTests.Settings();
        given["Almanach:Platform"] = "ailleurs";

        var refused = Assert.Throws<StartRefusedException>(() => Built(given));

        Assert.StartsWith("Almanach__Platform\u00A0: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ailleurs", refused.Message, StringComparison.Ordinal);
        Assert.Contains("pfoss-ara", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(AppContext.BaseDirectory, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>As Program makes it.</summary>
    private static IHost Built(Dictionary<string, string?> given)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddAlmanach(new ConfigurationBuilder().AddInMemoryCollection(given).Build());
        return builder.Build();
    }
}
