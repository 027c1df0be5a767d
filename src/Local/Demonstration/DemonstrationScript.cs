using Almanach.Core.Engine;
using Almanach.Core.Rehearsal;
using Almanach.Local.Rehearsal;

namespace Almanach.Local.Demonstration;

/// <summary>What people do in the demonstration's year: the platform's own answers, or nothing.</summary>
public static class DemonstrationScript
{
    /// <summary>Without answers, the clock starts on 1 September of the year before.</summary>
    public static Script Of(Setting setting, string folder, int? year)
    {
        var first = year ?? setting.Platform.FirstYear;
        return ScriptFile.Read(folder, first) ?? new Script(first, new DateOnly(first - 1, 9, 1), new DateOnly(first, 12, 31), []);
    }
}
