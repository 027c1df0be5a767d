namespace Almanach.Local.Tests;

/// <summary>A folder of its own, gone with the test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("almanach-").FullName;

    /// <summary>Names and bytes of everything below, but for the working folder of a store of files.</summary>
    public IReadOnlyDictionary<string, byte[]> Files() => Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .ToDictionary(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
