using System.Text.Json;
using System.Text.RegularExpressions;

namespace Almanach.Functions.Tests.Infra;

/// <summary>The Functions app on Flex Consumption: what it runs, and with which settings.</summary>
public sealed partial class AppTests
{
    private static readonly BicepFile App = InfraFolder.Modules["app"];

    private static readonly IReadOnlyList<string> Settings =
        [.. SettingLine().Matches(App.Code).Select(match => match.Groups["name"].Value)];

    [Fact]
    public void Settings_are_these_and_no_others() =>
        Assert.Equal(
            [
                "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "Almanach__Environment", "Almanach__Incoming__Box", "Almanach__Incoming__Key",
                "Almanach__Keys__Api", "Almanach__Keys__Links", "Almanach__Keys__Session", "Almanach__Mail", "Almanach__Platform", "Almanach__Root",
                "Almanach__SendGrid__EventsKey", "Almanach__SendGrid__Key", "Almanach__SendGrid__Region", "Almanach__Year", "AzureWebJobsDisableHomepage",
                "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential",
            ],
            Settings.Order(StringComparer.Ordinal));

    // Refused, ignored or harmful on Flex Consumption; a whole connection string would hold a key.
    [Theory]
    [InlineData("FUNCTIONS_WORKER_RUNTIME")]
    [InlineData("FUNCTIONS_EXTENSION_VERSION")]
    [InlineData("WEBSITE_RUN_FROM_PACKAGE")]
    [InlineData("WEBSITE_TIME_ZONE")]
    [InlineData("WEBSITE_CONTENTAZUREFILECONNECTIONSTRING")]
    [InlineData("SCM_DO_BUILD_DURING_DEPLOYMENT")]
    [InlineData("APPINSIGHTS_INSTRUMENTATIONKEY")]
    [InlineData("linuxFxVersion")]
    [InlineData("netFrameworkVersion")]
    [InlineData("AzureWebJobsStorage:")]
    public void What_Flex_Consumption_refuses_is_nowhere(string word) =>
        Assert.All(InfraFolder.All, file => Assert.DoesNotContain(word, file.Code, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("httpsOnly", "true")]
    [InlineData("ftpsState", "Disabled")]
    [InlineData("minTlsVersion", "1.2")]
    [InlineData("scmMinTlsVersion", "1.2")]
    [InlineData("kind", "functionapp,linux")]
    public void Only_https_and_no_ftp(string property, string value) =>
        Assert.Equal(value, Regex.Match(App.The("Microsoft.Web/sites").Body, $@"(?<!\w){property}: '?(?<value>[^'\n]+)").Groups["value"].Value);

    // Counted for each group of functions; some regions have taken less than 40 since 2026.
    [Fact]
    public void Fewer_instances_may_be_asked_for()
    {
        Assert.All([App, InfraFolder.Main], file => Assert.Contains("@minValue(1)\n@maxValue(1000)\nparam maximumInstanceCount int", file.Code, StringComparison.Ordinal));
        Assert.Contains("param maximumInstanceCount int = 40\n", InfraFolder.Main.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_publishes_with_a_password()
    {
        var policies = App.Resources.Where(resource => resource.Type == "basicPublishingCredentialsPolicies").ToList();

        Assert.Equal(["ftp", "scm"], policies.Select(policy => policy.Property("name")).Order());
        Assert.All(policies, policy => Assert.Contains("properties: { allow: false }", policy.Body, StringComparison.Ordinal));
    }

    [Fact]
    public void It_runs_dotnet_10_isolated_on_one_flexible_plan()
    {
        Assert.Contains("sku: { name: 'FC1', tier: 'FlexConsumption' }", App.The("Microsoft.Web/serverfarms").Body, StringComparison.Ordinal);
        Assert.Contains("{ reserved: true }", App.The("Microsoft.Web/serverfarms").Body, StringComparison.Ordinal);
        Assert.Contains("runtime: { name: 'dotnet-isolated', version: '10.0' }", App.Code, StringComparison.Ordinal);
        Assert.Contains("authentication: { type: 'SystemAssignedIdentity' }", App.Code, StringComparison.Ordinal);
        Assert.Contains("<TargetFramework>net10.0</TargetFramework>", File.ReadAllText(Path.Combine(InfraFolder.Root, "Directory.Build.props")), StringComparison.Ordinal);
    }

    [Fact]
    public void Telemetry_and_storage_go_by_identity()
    {
        Assert.Contains("AzureWebJobsStorage__credential: 'managedidentity'", App.Code, StringComparison.Ordinal);
        Assert.Contains("APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD'", App.Code, StringComparison.Ordinal);
        Assert.Equal("true", InfraFolder.Modules["monitor"].The("Microsoft.Insights/components").Property("DisableLocalAuth"));
        Assert.Contains("features: { disableLocalAuth: true }", InfraFolder.Modules["monitor"].Code, StringComparison.Ordinal);
    }

    /// <summary>With <c>SettingsSampleTests</c>, which holds the sample to what the host reads: a setting that Bicep forgets is seen here.</summary>
    [Fact]
    public void Bicep_and_the_sample_differ_by_these_settings_and_no_others()
    {
        using var json = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(InfraFolder.Root, "local.settings.sample.json")),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var sample = json.RootElement.GetProperty("Values").EnumerateObject().Select(value => value.Name.Replace(":", "__", StringComparison.Ordinal)).ToList();

        // Of a workstation: the worker, Azurite, and trials of the mail.
        Assert.Equal(
            ["Almanach__SendGrid__Address", "Almanach__SendGrid__Sandbox", "AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME"],
            sample.Except(Settings).Order(StringComparer.Ordinal));
        // Of Azure: identity instead of keys, and no page of the host's own.
        Assert.Equal(
            ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "AzureWebJobsDisableHomepage", "AzureWebJobsStorage__credential"],
            Settings.Except(sample).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Uploads_call_a_function_that_exists_and_nothing_while_there_is_none()
    {
        var sources = Directory.GetFiles(Path.Combine(InfraFolder.Root, "src", "Functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        var called = Regex.Match(InfraFolder.Main.Code, @"^param uploadFunction string = '(?<name>\w*)'", RegexOptions.Multiline).Groups["name"].Value;

        if (called.Length == 0)
            Assert.DoesNotContain(sources, source => source.Contains("[BlobTrigger(", StringComparison.Ordinal));
        else
            Assert.Contains(sources, source => source.Contains("[BlobTrigger(", StringComparison.Ordinal) && Regex.IsMatch(source, $@"\[Function\((""{called}""|nameof\({called}\))\)\]"));
    }

    [GeneratedRegex(@"^  (?<name>(Almanach|AzureWebJobs|APPLICATIONINSIGHTS|[A-Z]+_)\w*): ", RegexOptions.Multiline)]
    private static partial Regex SettingLine();
}
