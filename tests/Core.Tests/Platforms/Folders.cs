using System.Text;
using Almanach.Core.Platforms;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Tests.Platforms;

/// <summary>The platforms of the repository as a host would read them from disk.</summary>
internal static class Folders
{
    public static string Root { get; } = FindRoot();

    public static Dictionary<string, byte[]> Pfoss() => Read("platforms/pfoss-ara");

    public static Dictionary<string, byte[]> Exemple() => Read("tests/platforms/solidarites-exemple");

    public static Dictionary<string, byte[]> Read(string folder)
    {
        var root = Path.Combine(Root, folder);
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
    }

    public static string Text(this Dictionary<string, byte[]> files, string file) => Encoding.UTF8.GetString(files[file]);

    public static void Write(this Dictionary<string, byte[]> files, string file, string text) => files[file] = Encoding.UTF8.GetBytes(text);

    /// <summary>The report, for the message of a failing test.</summary>
    public static string Shown(this PlatformReading reading) => PlatformReport.Text(reading.Problems);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Tests.slnf")))
                return folder.FullName;
        throw new InvalidOperationException("The repository's root was not found above the test assembly.");
    }
}
