using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Almanach.Functions.Tests.Infra;

/// <summary>
/// The Bicep compiler over our files, and what each parameter file would make by its reckoning: names, types and versions
/// as Azure publishes them. Whether Azure then takes them is another matter.
/// </summary>
public sealed class BicepCompilerTests : IDisposable
{
    private const string Storage = "Microsoft.Storage/storageAccounts";

    private readonly DirectoryInfo ground = Directory.CreateTempSubdirectory("almanach-compile-");

    public BicepCompilerTests()
    {
        Directory.CreateDirectory(Path.Combine(ground.FullName, "modules"));
        foreach (var file in Directory.GetFiles(InfraFolder.Bicep, "*.bicep*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(ground.FullName, Path.GetRelativePath(InfraFolder.Bicep, file)));
    }

    public void Dispose() => ground.Delete(recursive: true);

    [Theory]
    [InlineData("build-params", "dev.bicepparam")]
    [InlineData("build-params", "prod.bicepparam")]
    public async Task It_compiles_without_a_warning(string command, string file)
    {
        var (code, complained) = await Bicep(command, file, "--stdout");

        Assert.Equal("", complained);
        Assert.Equal(0, code);
    }

    [Theory] // what the grammar lets through
    [InlineData("build", "modules/storage.bicep", "allowSharedKeyAccess:", "allowSharedKeysAccess:", "BCP089")] // no such property
    [InlineData("build", "modules/vault.bicep", "enablePurgeProtection: true", "enablePurgeProtection: 'yes'", "BCP036")] // not that type
    [InlineData("build", "modules/app.bicep", "serverfarms@2024-04-01", "serverfarms@2024-04-31", "BCP081")] // no such version
    [InlineData("build", "main.bicep", "storage.outputs.blobEndpoint", "storage.outputs.blobEnd", "BCP053")]
    [InlineData("build-params", "dev.bicepparam", "'outbox'", "'post'", "BCP033")]
    public async Task A_mistake_that_follows_the_grammar_is_found(string command, string file, string right, string wrong, string diagnostic)
    {
        var path = Path.Combine(ground.FullName, file);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(right, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(right, wrong, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (_, complained) = await Bicep(command, command == "build" ? "main.bicep" : file, "--stdout");

        Assert.Contains(diagnostic, complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_makes_all_of_its_parts_in_its_region()
    {
        var made = await Made("prod");

        var account = Assert.Single(made, one => one.Type == Storage);
        Assert.Equal("Standard_ZRS", account.At("sku", "name"));
        Assert.Equal("False", account.At("properties", "allowSharedKeyAccess"));
        Assert.Equal(["deployments", "depot", "files", "uploads"], Last(made, $"{Storage}/blobServices/containers"));
        Assert.Equal(["almanach"], Last(made, $"{Storage}/tableServices/tables"));
        Assert.Equal(["mail", "mail-poison", "work", "work-poison"], Last(made, $"{Storage}/queueServices/queues"));
        Assert.Single(made, one => one.Type == $"{Storage}/managementPolicies");
        Assert.Single(made, one => one.Type == "Microsoft.Authorization/locks");
        Assert.Equal(5, made.Count(one => one.Type == "Microsoft.Authorization/roleAssignments")); // nobody is said to deploy
        Assert.Equal("FC1", Assert.Single(made, one => one.Type == "Microsoft.Web/serverfarms").At("sku", "name"));
        Assert.Equal(["failures", "poison", "silence"], made.Where(one => one.Type == "Microsoft.Insights/scheduledQueryRules").Select(one => one.Name.Split('-')[^1]).Order());
        Assert.DoesNotContain(made, one => one.Type.StartsWith("Microsoft.EventGrid/", StringComparison.Ordinal));
        Assert.All(made, one => Assert.Contains(one.At("location"), (string[])["", "francecentral", "global"]));
        Assert.Equal(["Microsoft.Insights/actionGroups"], made.Where(one => one.At("location") == "global").Select(one => one.Type));
        Assert.Contains("\"Almanach__SendGrid__Key\"", App(made), StringComparison.Ordinal);
        Assert.Contains("\"Almanach__Mail\",\"value\":\"sendgrid\"", App(made), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Development_can_be_deleted_in_a_minute_and_knows_no_SendGrid_key()
    {
        var made = await Made("dev");

        Assert.Equal("Standard_LRS", Assert.Single(made, one => one.Type == Storage).At("sku", "name"));
        Assert.DoesNotContain(made, one => one.Type == "Microsoft.Authorization/locks");
        Assert.DoesNotContain("Almanach__SendGrid__Key", App(made), StringComparison.Ordinal);
        Assert.Contains("\"Almanach__Mail\",\"value\":\"outbox\"", App(made), StringComparison.Ordinal);
        Assert.Contains("\"Almanach__Root\",\"value\":\"https://almanach-dev-", App(made), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", "", true, false)]
    [InlineData("false", "TakeUpload", false, false)]
    [InlineData("true", "TakeUpload", true, true)]
    public async Task Silence_alerts_once_the_code_is_there_and_Event_Grid_also_waits_for_a_function(string published, string function, bool silence, bool events)
    {
        var made = await Made("dev", $"param published = {published}\nparam uploadFunction = '{function}'\nparam deployer = '11111111-1111-1111-1111-111111111111'\n");

        Assert.Equal(silence.ToString(), Assert.Single(made, one => one.Name.EndsWith("-silence", StringComparison.Ordinal)).At("properties", "enabled"));
        Assert.Equal(6, made.Count(one => one.Type == "Microsoft.Authorization/roleAssignments"));
        Assert.Equal(events, made.Any(one => one.Type == "Microsoft.EventGrid/systemTopics"));
        var subscriptions = made.Where(one => one.Type == "Microsoft.EventGrid/systemTopics/eventSubscriptions").ToList();
        Assert.Equal(events ? 1 : 0, subscriptions.Count);
        Assert.All(subscriptions, one => Assert.Contains("functionName=Host.Functions.", one.Json.GetRawText(), StringComparison.Ordinal));
        Assert.All(subscriptions, one => Assert.Contains(function, one.Json.GetRawText(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("Abcdefghij")]
    public async Task Names_are_such_as_Azure_takes(string name)
    {
        File.WriteAllText(Path.Combine(ground.FullName, "dev.bicepparam"), File.ReadAllText(Path.Combine(ground.FullName, "dev.bicepparam")).Replace("param name = 'dev'", $"param name = '{name}'", StringComparison.Ordinal));

        var made = await Made("dev");

        Assert.Matches("^[a-z0-9]{3,24}$", Assert.Single(made, one => one.Type == Storage).Name);
        Assert.Matches("^[a-zA-Z](?!.*--)[a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$", Assert.Single(made, one => one.Type == "Microsoft.KeyVault/vaults").Name);
        Assert.Matches("^[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$", Assert.Single(made, one => one.Type == "Microsoft.Web/sites").Name);
    }

    private static string App(IReadOnlyList<Part> made) =>
        Regex.Replace(Assert.Single(made, one => one.Type == "Microsoft.Web/sites").Json.GetRawText(), @"\s+", "");

    private static IEnumerable<string> Last(IReadOnlyList<Part> made, string type) =>
        made.Where(one => one.Type == type).Select(one => one.Name.Split('/')[^1]).Order(StringComparer.Ordinal);

    private async Task<IReadOnlyList<Part>> Made(string which, string more = "")
    {
        await File.AppendAllTextAsync(Path.Combine(ground.FullName, $"{which}.bicepparam"), more, TestContext.Current.CancellationToken);
        var (code, complained) = await Bicep("snapshot", $"{which}.bicepparam", "--resource-group", "rg", "--location", "francecentral",
            "--subscription-id", "00000000-0000-0000-0000-000000000000", "--tenant-id", "00000000-0000-0000-0000-000000000000");
        Assert.True(code == 0, complained);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(ground.FullName, $"{which}.snapshot.json"), TestContext.Current.CancellationToken));
        Assert.Equal(0, json.RootElement.GetProperty("diagnostics").GetArrayLength());
        return [.. json.RootElement.GetProperty("predictedResources").EnumerateArray().Select(one => new Part(one.Clone()))];
    }

    private async Task<(int Code, string Complained)> Bicep(params string[] arguments)
    {
        var compiler = Environment.GetEnvironmentVariable("ALMANACH_BICEP");
        Assert.SkipUnless(File.Exists(compiler), "The Bicep compiler is not installed: restore infra/lint/compiler.csproj and say where it is in ALMANACH_BICEP.");
        var start = new ProcessStartInfo(compiler, arguments)
        {
            WorkingDirectory = ground.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
        };
        using var bicep = Process.Start(start)!;
        var said = bicep.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = bicep.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bicep.WaitForExitAsync(TestContext.Current.CancellationToken);
        await said;
        return (bicep.ExitCode, await complained);
    }

    /// <summary>One resource as the compiler reckons it.</summary>
    private sealed record Part(JsonElement Json)
    {
        public string Type => At("type");

        public string Name => At("name");

        /// <summary>The value at a path, as text; empty where there is none.</summary>
        public string At(params string[] path)
        {
            var at = Json;
            foreach (var name in path)
                if (!at.TryGetProperty(name, out at))
                    return "";
            return at.ToString();
        }
    }
}
