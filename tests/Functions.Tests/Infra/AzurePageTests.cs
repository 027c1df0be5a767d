using System.Text.RegularExpressions;

namespace Almanach.Functions.Tests.Infra;

/// <summary><c>docs/azure.md</c> says what is there: no part, setting or role of Bicep without its line.</summary>
public sealed class AzurePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(InfraFolder.Root, "docs", "azure.md"));

    [Fact]
    public void Ten_commands_lead_to_the_first_collection() =>
        Assert.Equal(Enumerable.Range(1, 10), Regex.Matches(Page, @"^# (\d+)\. ", RegexOptions.Multiline).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_module_has_its_line() =>
        Assert.All(InfraFolder.Modules.Keys, module => Assert.Contains($"| `{module}.bicep` |", Page, StringComparison.Ordinal));

    [Fact]
    public void Every_setting_and_every_secret_has_its_line()
    {
        var app = InfraFolder.Modules["app"].Code;
        Assert.All(Regex.Matches(app, @"^  (Almanach__\w+): ", RegexOptions.Multiline), match => Assert.Contains($"`{match.Groups[1].Value}`", Page, StringComparison.Ordinal));
        Assert.All(Regex.Matches(app, @"\$\{secrets\}/([\w-]+)\)"), match => Assert.Contains($"`{match.Groups[1].Value}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_role_and_every_alert_is_explained()
    {
        var roles = Regex.Matches(InfraFolder.Modules["roles"].Code, @"^var (\w+) = '[0-9a-f-]{36}'", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
        var spoken = Page.Replace(" ", "", StringComparison.Ordinal);
        Assert.All(roles, role => Assert.Contains($"|{role}|", spoken, StringComparison.OrdinalIgnoreCase));

        var alerts = Regex.Matches(InfraFolder.Modules["alerts"].Code, @"^    name: '(\w+)'", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(["poison", "failures", "silence"], alerts);
        Assert.All(alerts, alert => Assert.Contains($"- **{alert}**: ", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void It_names_every_tool_that_the_script_asks_for()
    {
        var tools = Regex.Match(InfraFolder.DeployScript, @"^for tool in (?<tools>[\w ]+); do$", RegexOptions.Multiline).Groups["tools"].Value.Split(' ');
        var needed = Regex.Match(Page, @"^Needed: .*$", RegexOptions.Multiline).Value.Replace("the Azure CLI", "`az`", StringComparison.Ordinal).Replace("the .NET SDK 10", "`dotnet`", StringComparison.Ordinal);

        Assert.Equal(5, tools.Length);
        Assert.All(tools, tool => Assert.Contains($"`{tool}`", needed, StringComparison.Ordinal));
    }

    /// <summary>How long the script asks again for what Azure needs time to make true.</summary>
    [Fact]
    public void It_says_how_long_the_script_waits()
    {
        var loops = Regex.Matches(InfraFolder.DeployScript, @"^ *for attempt in (?:\$\(seq 1 (?<times>\d+)\)|(?<list>[\d ]+)); do.*?^ *sleep (?<seconds>\d+)$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => (match.Groups["times"].Success ? Number(match, "times") : match.Groups["list"].Value.Split(' ').Length) * Number(match, "seconds") / 60);

        Assert.Equal([10, 5, 5, 5, 1], loops);
        Assert.Contains("the vault (ten minutes), the references (five), the package (five), the first start (five), the first page (one)", Page, StringComparison.Ordinal);

        static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void It_says_what_nothing_proves()
    {
        foreach (var part in (string[])["a real deployment", "managed identity", "Event Grid", "the Functions host itself"])
            Assert.Matches($@"\| \*\*{part}\*\*[^|]*\|[^|]*\| \*\*unproved\*\* \|", Page);
    }
}
