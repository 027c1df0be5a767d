namespace Almanach.Adapters.Tests.Secrecy;

/// <summary>Files as producers published them, kept outside the repository.</summary>
internal static class SharedTables
{
    public static string Given(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ARCHITECTURE.md")))
            folder = folder.Parent;
        var path = Path.GetFullPath(Path.Combine(folder!.FullName, "..", "shared", "data", "tables", name));
        Assert.SkipUnless(File.Exists(path), $"The real file ../shared/data/tables/{name} is not on this machine.");
        return path;
    }
}
