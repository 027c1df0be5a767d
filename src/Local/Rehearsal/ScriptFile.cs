using System.Text.Json;
using Almanach.Core.Rehearsal;

namespace Almanach.Local.Rehearsal;

/// <summary>Finds and reads the script of a year.</summary>
public static class ScriptFile
{
    /// <summary>The platform's own answers of a year, or null when it has none.</summary>
    /// <exception cref="JsonException">The file cannot be understood; the message says where.</exception>
    public static Script? Read(string folder, int year) => Read(Path.Combine(folder, $"answers-{year}.json"));

    /// <exception cref="JsonException">The file cannot be understood; the message says where.</exception>
    public static Script? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize(stream, ScriptJson.Default.Script);
    }
}
