using System.Text.Json;
using Almanach.Core.Rehearsal;

namespace Almanach.Local.Rehearsal;

/// <summary>Finds and reads the script of a year.</summary>
public static class ScriptFile
{
    /// <summary>The script, an empty one for a year without answers of its own given explicitly, or null when the file is missing.</summary>
    /// <exception cref="JsonException">The file cannot be understood; the message says where.</exception>
    public static Script? Read(RehearsalRequest request)
    {
        var path = request.Answers ?? Path.Combine(request.Platform, $"answers-{request.Year}.json");
        if (!File.Exists(path))
            return null;
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize(stream, ScriptJson.Default.Script);
    }
}
