namespace Almanach.Local.Tests;

/// <summary>A folder of the real disk, gone with the test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("almanach-").FullName;

    public string Path(string name) => System.IO.Path.Combine(Root, name);

    /// <summary>Names and bytes of everything below.</summary>
    public IReadOnlyDictionary<string, byte[]> Files() => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .ToDictionary(file => System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
