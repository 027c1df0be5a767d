namespace Almanach.Local.Tests.Rehearsal;

/// <summary>Names and bytes of everything in a folder.</summary>
internal static class Contents
{
    public static IReadOnlyDictionary<string, byte[]> Of(TempFolder folder) => Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder.Root, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
}
