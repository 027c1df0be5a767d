using System.Text.Json;
using System.Text.RegularExpressions;
using Almanach.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Almanach.Functions.Tests.Hosting;

/// <summary>local.settings.sample.json names every setting, says what each is for, and works as it stands.</summary>
public sealed partial class SettingsSampleTests
{
    private static readonly string Root = Repository();
    private static readonly string Text = File.ReadAllText(Path.Combine(Root, "local.settings.sample.json"));

    /// <summary>As the host reads them.</summary>
    public static Dictionary<string, string?> Settings() => Values().ToDictionary(value => value.Key.Replace("__", ":", StringComparison.Ordinal), value => value.Value);

    private static Dictionary<string, string?> Values()
    {
        using var sample = JsonDocument.Parse(Text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return sample.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString());
    }

    /// <summary>Settings are read by name in the sources of the host, so the sources say which there are.</summary>
    [Fact]
    public void Every_setting_that_the_host_reads_is_in_the_sample_and_no_other()
    {
        var read = Directory.EnumerateFiles(Path.Combine(Root, "src/Functions/Hosting"), "*.cs").Select(File.ReadAllText)
            .SelectMany(source => Name().Matches(source).Select(match => match.Groups[1].Value.Replace(":", "__", StringComparison.Ordinal)).Concat(Parts(source)))
            .Where(name => name != "Almanach__SendGrid").Append("AzureWebJobsStorage__accountName").Append("FUNCTIONS_WORKER_RUNTIME");

        Assert.Equal(read.Distinct().Order(StringComparer.Ordinal), Values().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_setting_is_explained_above_it()
    {
        var lines = Text.Split('\n');
        var explained = lines.Index().Where(line => Setting().IsMatch(line.Item)).All(line =>
            lines[line.Index - 1].Trim().StartsWith("//", StringComparison.Ordinal) || line.Item.Contains("__accountName", StringComparison.Ordinal));

        Assert.True(explained);
    }

    [Fact]
    public void The_sample_as_it_stands_is_accepted()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Settings()).Build();

        Assert.Empty(AzureSettingsReader.Read(settings).Problems);
        Assert.Null(StorageSettings.Read(settings).Problem);
        Assert.Empty(MailSettings.Read(settings).Problems);
    }

    /// <summary>What is read from a section of its own.</summary>
    private static IEnumerable<string> Parts(string source) =>
        source.Contains("GetSection(\"Almanach:SendGrid\")", StringComparison.Ordinal)
            ? Part().Matches(source).Select(match => $"Almanach__SendGrid__{match.Groups[1].Value}") : [];

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tests.slnf")))
            folder = folder.Parent;
        return folder!.FullName;
    }

    [GeneratedRegex("\"((?:Almanach:[A-Za-z:]+)|APPLICATIONINSIGHTS_CONNECTION_STRING|AzureWebJobsStorage)\"")]
    private static partial Regex Name();

    [GeneratedRegex(@"section\[""(\w+)""\]")]
    private static partial Regex Part();

    [GeneratedRegex("^    \"[A-Za-z_]+\": \"")]
    private static partial Regex Setting();
}
