using Almanach.Core.Calendar;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Adapters.Platforms;

/// <summary>Reads a platform's folder from the disk and makes the setting of it.</summary>
public static class PlatformOnDisk
{
    /// <summary>Files that a folder may hold; larger or other ones are not read.</summary>
    private const long MaxBytes = 20_000_000;

    public static PlatformReading Read(string folder)
    {
        if (!Directory.Exists(folder))
            return new PlatformReading(null, [new Problem(folder, "", "Ce dossier n’existe pas.", "Vérifier le chemin donné.", Severity.Error)]);
        return PlatformFolder.Read(Files(folder));
    }

    /// <summary>What a folder holds, by path inside it with slashes.</summary>
    public static Dictionary<string, byte[]> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetExtension(path) is ".json" or ".csv" or ".md" && new FileInfo(path).Length <= MaxBytes)
        .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes);

    /// <summary>The setting of a folder, or null with its problems.</summary>
    public static (Setting? Setting, IReadOnlyList<Problem> Problems) Setting(string folder)
    {
        var reading = Read(folder);
        return reading.Loaded is { } loaded
            ? (new Setting(loaded, new PlatformZone(loaded.Platform.TimeZone), SchoolHolidays.Parse(Shared("vacances-scolaires.csv"))), reading.Problems)
            : (null, reading.Problems);
    }

    /// <summary>The folder shipped beside the program, for the demonstration.</summary>
    public static string Demonstration => Path.Combine(AppContext.BaseDirectory, "platforms", "pfoss-ara");

    private static string Shared(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "platforms", file));
}
