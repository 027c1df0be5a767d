using Almanach.Core.Mail;
using Almanach.Core.Ports;

namespace Almanach.Core.Retention;

/// <summary>Deletes old mails that were written to the outbox instead of sent; also after the platform began to send.</summary>
public sealed class OldOutbox(IFiles files)
{
    /// <returns>How many mails were deleted.</returns>
    public async Task<int> Erase(Func<DateTimeOffset, bool> past, CancellationToken stop = default)
    {
        List<string> old = [];
        await foreach (var path in files.List(OutboxFiles.Folder, stop))
            if (old.Count < RetentionRules.MostANight && OutboxFiles.DateOf(path) is { } date && past(date))
                old.Add(path);
        foreach (var path in old)
            await files.Delete(path, stop);
        return old.Count;
    }
}
