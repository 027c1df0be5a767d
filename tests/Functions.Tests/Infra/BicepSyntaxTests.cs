using System.ComponentModel;
using System.Diagnostics;

namespace Almanach.Functions.Tests.Infra;

/// <summary>The grammar of Bicep over our files: syntax only; see <see cref="BicepCompilerTests"/>.</summary>
public sealed class BicepSyntaxTests
{
    private static readonly string Lint = Path.Combine(InfraFolder.Root, "infra", "lint");

    [Fact]
    public async Task Every_file_is_understood()
    {
        var (code, said) = await Parse(InfraFolder.Bicep);

        Assert.True(code == 0, said);
        Assert.StartsWith($"{InfraFolder.All.Count} files parsed, 0 mistakes", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.bicep", "param name string\nvar tags = { name: name\n")] // a brace missing
    [InlineData("a.bicep", "resource x 'Microsoft.Web/sites@2024-04-01' {\n  name: 'x'\n}\n")] // the equals sign missing
    [InlineData("a.bicepparam", "using './main.bicep'\nparam name = 'x\n")] // a quote missing
    public async Task A_mistake_is_found_and_placed(string name, string text)
    {
        var folder = Directory.CreateTempSubdirectory("almanach-bicep-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text, TestContext.Current.CancellationToken);

            var (code, said) = await Parse(folder.FullName);

            Assert.Equal(1, code);
            Assert.Contains($"{name}:", said, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int Code, string Said)> Parse(string folder)
    {
        var modules = Environment.GetEnvironmentVariable("ALMANACH_NODE_MODULES") ?? Path.Combine(Lint, "node_modules");
        Assert.SkipUnless(Directory.Exists(Path.Combine(modules, "web-tree-sitter")) && Directory.Exists(Path.Combine(modules, "tree-sitter-bicep")),
            "The Bicep grammar is not installed: run infra/check.sh once, or say where it is in ALMANACH_NODE_MODULES.");
        var start = new ProcessStartInfo("node", [Path.Combine(Lint, "bicep.mjs"), folder, modules]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Start(start);
        var said = node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode, await said + await complained);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no node on this machine.");
            throw;
        }
    }
}
