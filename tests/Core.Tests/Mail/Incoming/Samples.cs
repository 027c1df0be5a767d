using System.Text.Json;
using System.Text.RegularExpressions;
using Almanach.Adapters.Html;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Tests.Platforms;

namespace Almanach.Core.Tests.Mail.Incoming;

/// <summary>The sample mails of <c>tests/mails</c> with their labels, and the real ones kept outside the repository.</summary>
internal static partial class Samples
{
    public static IncomingReader Reader { get; } = new(new HtmlText());

    public static string Folder => Path.Combine(Folders.Root, "tests", "mails");

    /// <summary>A folder of real messages; the test is skipped where it is absent.</summary>
    public static string Given(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(Folders.Root, "..", "shared", "data", name));
        Assert.SkipUnless(Directory.Exists(folder), $"The real messages of ../shared/data/{name} are not on this machine.");
        return folder;
    }

    public static IReadOnlyList<string> All { get; } =
        [.. Directory.GetFiles(Folder, "*.eml", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)[..^4].Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IncomingMail Read(string name) => Reader.Read(File.ReadAllBytes(Path.Combine(Folder, name + ".eml")));

    public static SampleLabel Label(string name) =>
        JsonSerializer.Deserialize<SampleLabel>(File.ReadAllText(Path.Combine(Folder, name + ".json")), JsonSerializerOptions.Web)!;

    /// <summary>« auto-reply » for <see cref="IncomingKind.AutoReply"/>.</summary>
    public static string Name(IncomingKind kind) => kind == IncomingKind.AutoReply ? "auto-reply" : kind.ToString().ToLowerInvariant();

    /// <summary>As labels are written: ordinary spaces, one blank line at most.</summary>
    public static string Even(string text) =>
        Gaps().Replace(string.Join('\n', text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Split('\n').Select(line => line.TrimEnd())), "\n\n").Trim();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Gaps();
}

/// <summary>What a sample is, and what is accepted beside it.</summary>
public sealed record SampleLabel(string Kind, string? Text, IReadOnlyList<string>? AnyText, SampleBounce? Bounce, IReadOnlyList<string>? AnyStatus, IReadOnlyList<string>? AnyRecipient, IReadOnlyList<string>? Alternatives);

public sealed record SampleBounce(string Recipient, string Status, bool Hard);
