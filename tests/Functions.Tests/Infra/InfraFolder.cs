namespace Almanach.Functions.Tests.Infra;

/// <summary>What stands in <c>infra/</c>, read once.</summary>
internal static class InfraFolder
{
    public static string Root { get; } = Find();

    public static string Bicep { get; } = Path.Combine(Root, "infra", "bicep");

    public static BicepFile Main { get; } = BicepFile.Read(Path.Combine(Bicep, "main.bicep"));

    /// <summary>By name without ending: <c>storage</c>, <c>app</c>.</summary>
    public static IReadOnlyDictionary<string, BicepFile> Modules { get; } =
        Directory.GetFiles(Path.Combine(Bicep, "modules"), "*.bicep").ToDictionary(file => Path.GetFileNameWithoutExtension(file), BicepFile.Read);

    public static IReadOnlyList<BicepFile> Parameters { get; } =
        [.. Directory.GetFiles(Bicep, "*.bicepparam").Order(StringComparer.Ordinal).Select(BicepFile.Read)];

    public static IReadOnlyList<BicepFile> All { get; } = [Main, .. Modules.Values, .. Parameters];

    public static string DeployScript { get; } = File.ReadAllText(Path.Combine(Root, "infra", "deploy.sh"));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Tests.slnf")))
                return folder.FullName;
        throw new InvalidOperationException("The repository's root was not found above the test assembly.");
    }
}
