using System.Diagnostics;
using System.Text.RegularExpressions;
using Almanach.Functions.Hosting;
using Almanach.Functions.Tests.Hosting;
using Microsoft.Extensions.Configuration;

namespace Almanach.Functions.Tests.Infra;

/// <summary>What <c>docs/azure.md</c> gives to type for a new key of links, typed with a file for a vault.</summary>
public sealed partial class KeyChangeTests : IDisposable
{
    private readonly DirectoryInfo ground = Directory.CreateTempSubdirectory("almanach-keys-");

    public KeyChangeTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are of bash.");

    public void Dispose() => ground.Delete(recursive: true);

    private string Vault => Path.Combine(ground.FullName, "vault");

    [Fact]
    public async Task Each_time_a_key_of_another_id_comes_first_and_the_host_accepts_them_all()
    {
        await File.WriteAllTextAsync(Vault, $"1:{Convert.ToBase64String(new byte[32])}\n", TestContext.Current.CancellationToken);

        var said = await Typed() + await Typed();

        var given = AzureSettingsTests.Whole();
        given["Almanach:Keys:Links"] = await File.ReadAllTextAsync(Vault, TestContext.Current.CancellationToken);
        var (settings, problems) = AzureSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(given).Build());
        Assert.Empty(problems);
        Assert.Equal(["3", "2", "1"], settings!.Keys.Links.Keys.Select(key => key.Key));
        Assert.Equal("0022\n0022\n", said); // nothing shown; what the shell makes afterwards is as readable as before
        Assert.Equal(["az", "vault"], ground.GetFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_vault_that_does_not_open_loses_no_key()
    {
        Assert.Equal("0022\n", await Typed());

        Assert.False(File.Exists(Vault));
    }

    private async Task<string> Typed()
    {
        var az = Path.Combine(ground.FullName, "az");
        await File.WriteAllTextAsync(az, $$"""
            #!/usr/bin/env bash
            case "$*" in
              "keyvault secret show"*) cat '{{Vault}}' 2>/dev/null ;;
              "keyvault secret set"*) while [ $# -gt 0 ]; do if [ "$1" = --file ]; then cp "$2" '{{Vault}}'; fi; shift; done ;;
            esac
            """, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var page = await File.ReadAllTextAsync(Path.Combine(InfraFolder.Root, "docs", "azure.md"), TestContext.Current.CancellationToken);
        var commands = Commands().Match(page).Groups["commands"].Value;
        Assert.Contains("almanach-keys-links", commands, StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", $"umask 0022; V=kv\n{commands}\numask"])
        {
            RedirectStandardOutput = true,
            Environment = { ["PATH"] = $"{ground.FullName}:{Environment.GetEnvironmentVariable("PATH")}", ["TMPDIR"] = ground.FullName },
        };
        using var bash = Process.Start(start)!;
        var said = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said;
    }

    [GeneratedRegex(@"^## Changing keys\n[\s\S]*?```\n(?<commands>[\s\S]*?)\n```", RegexOptions.Multiline)]
    private static partial Regex Commands();
}
