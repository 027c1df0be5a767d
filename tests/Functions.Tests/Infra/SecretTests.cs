using System.Text.RegularExpressions;

namespace Almanach.Functions.Tests.Infra;

/// <summary>Secrets are in the vault and nowhere else.</summary>
public sealed partial class SecretTests
{
    private static readonly BicepFile Vault = InfraFolder.Modules["vault"];

    [Theory]
    [InlineData("enableRbacAuthorization", "true")]
    [InlineData("enablePurgeProtection", "true")]
    [InlineData("enableSoftDelete", "true")]
    [InlineData("enabledForTemplateDeployment", "false")]
    public void The_vault_opens_by_role_and_cannot_be_emptied_in_a_moment(string property, string value) =>
        Assert.Equal(value, Vault.The("Microsoft.KeyVault/vaults").Property(property));

    /// <summary>Earlier ones answer no more from 27 February 2027.</summary>
    [Fact]
    public void The_vault_is_spoken_to_in_a_version_that_lasts()
    {
        var versions = InfraFolder.All.SelectMany(file => Regex.Matches(file.Code, @"'Microsoft\.KeyVault/vaults@(?<date>[0-9-]{10})(?<preview>-preview)?'")).ToList();

        Assert.Equal(2, versions.Count);
        Assert.All(versions, version => Assert.True(string.CompareOrdinal(version.Groups["date"].Value, "2026-02-01") >= 0, version.Value));
        Assert.All(versions, version => Assert.False(version.Groups["preview"].Success, version.Value));
    }

    [Fact]
    public void Every_secret_setting_is_a_reference_to_a_secret_that_the_script_makes_or_asks_for()
    {
        var referred = Reference().Matches(InfraFolder.Modules["app"].Code).ToDictionary(match => match.Groups["setting"].Value, match => match.Groups["secret"].Value);

        Assert.Equal(["Almanach__Incoming__Key", "Almanach__Keys__Api", "Almanach__Keys__Links", "Almanach__Keys__Session", "Almanach__SendGrid__Key"], referred.Keys.Order());
        Assert.All(referred.Values, secret => Assert.Contains($"if has_secret {secret}; then", InfraFolder.DeployScript, StringComparison.Ordinal));
        Assert.All(referred.Values, secret => Assert.Contains($"  keep_secret {secret}\n", InfraFolder.DeployScript, StringComparison.Ordinal));
    }

    [Fact]
    public void No_secret_is_written_anywhere()
    {
        foreach (var file in InfraFolder.All)
            foreach (var literal in BicepFile.Literals(file.Code))
                Assert.False(LooksSecret().IsMatch(literal), $"{file.Name}: {literal}");
        Assert.DoesNotMatch(LooksSecret(), InfraFolder.DeployScript);
    }

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=x;AccountKey=YWJj")]
    [InlineData("SG.abcdefghijklmnopqrstuv.abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("3q2+7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("00112233445566778899aabbccddeeff0011223344556677")]
    public void What_looks_like_a_secret_would_be_seen(string text) => Assert.Matches(LooksSecret(), text);

    [Fact]
    public void The_one_key_that_is_read_is_the_one_Event_Grid_calls_with()
    {
        var readers = InfraFolder.All.Where(file => file.Code.Contains("listKeys(", StringComparison.OrdinalIgnoreCase)).ToList();

        Assert.Equal("events.bicep", Assert.Single(readers).Name);
        Assert.Contains(".systemKeys.blobs_extension", readers[0].Code, StringComparison.Ordinal);
        Assert.Empty(readers[0].Outputs);
    }

    [Fact]
    public void Data_stay_in_the_European_Union()
    {
        string[] union = ["austriaeast", "belgiumcentral", "denmarkeast", "francecentral", "francesouth", "germanynorth", "germanywestcentral",
            "italynorth", "northeurope", "polandcentral", "spaincentral", "swedencentral", "westeurope"];
        var location = InfraFolder.Main.Declared.Single(parameter => parameter.Name == "location");

        Assert.NotEmpty(location.Allowed);
        Assert.Empty(location.Allowed.Except(union));
        Assert.All(InfraFolder.Parameters, file => Assert.Contains(file.Assigned["location"], location.Allowed));
        Assert.All(InfraFolder.Main.Used.Where(module => InfraFolder.Modules[module.File].Declared.Any(parameter => parameter.Name == "location")),
            module => Assert.Contains("    location: location\n", module.Body, StringComparison.Ordinal));
        Assert.Equal("eu", InfraFolder.Parameters.Single(file => file.Name == "prod.bicepparam").Assigned["sendGridRegion"]);
    }

    [GeneratedRegex(@"(?<setting>Almanach__\w+): '@Microsoft\.KeyVault\(SecretUri=\$\{secrets\}/(?<secret>[\w-]+)\)'")]
    private static partial Regex Reference();

    // Connection strings, SendGrid's keys, 32 bytes in base 64, 20 bytes and more in hexadecimal.
    [GeneratedRegex(@"AccountKey=|SharedAccessSignature=|sig=|SG\.[\w-]{10,}|(?<![\w/+])[A-Za-z0-9+/]{43}=|(?<![0-9a-f])[0-9a-f]{40,}(?![0-9a-f])")]
    private static partial Regex LooksSecret();
}
