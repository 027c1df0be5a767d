namespace Almanach.Local.Tests;

/// <summary>Where the repository stands on this machine.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Tests.slnf")))
                return folder.FullName;
        throw new InvalidOperationException("The repository's root was not found above the test assembly.");
    }
}
