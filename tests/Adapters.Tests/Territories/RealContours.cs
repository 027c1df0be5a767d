namespace Almanach.Adapters.Tests.Territories;

/// <summary>Real contours and tables, kept outside the repository.</summary>
internal static class RealContours
{
    /// <summary>A folder of real files; the test is skipped where it is absent.</summary>
    public static string Given()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Tests.slnf")))
            root = root.Parent;
        var folder = Path.GetFullPath(Path.Combine(root!.FullName, "..", "shared", "data", "geo"));
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "contours")), "The real contours of ../shared/data/geo are not on this machine.");
        return folder;
    }
}
