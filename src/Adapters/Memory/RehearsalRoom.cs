using Almanach.Adapters.Outbox;
using Almanach.Core;
using Almanach.Core.Rehearsal;

namespace Almanach.Adapters.Memory;

/// <summary>Where the cockpit rehearses a year: in memory, beside the platform, with links that open nothing.</summary>
public static class RehearsalRoom
{
    /// <param name="around">Of the real office: what draws is shared, what stores is not.</param>
    public static RehearsalPorts Beside(Surroundings around) => clock =>
    {
        var files = new MemoryFiles();
        return new Surroundings(
            new MemoryStore(), files, new MemoryQueue(clock), new OutboxMailer(files), around.Render, around.Word, around.Html, clock, RehearsalLinks.Keys, around.Root)
        { DataFiles = around.DataFiles };
    };
}
