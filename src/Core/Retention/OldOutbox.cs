using System.Text;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
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

    /// <summary>Copies that went to one person, whatever she was to the platform, and all copies of messages that lose their words.</summary>
    /// <param name="letters">Keys of those messages.</param>
    public async Task<IReadOnlyList<string>> Of(Contact contact, IReadOnlyList<string> letters, CancellationToken stop = default)
    {
        var marks = letters.Select(letter => $"-{OutboxFiles.Part(letter)}-").Append($"-{OutboxFiles.Part(contact.Id)}.eml").ToList();
        var address = Encoding.UTF8.GetBytes(contact.Address);
        List<string> hers = [];
        await foreach (var path in files.List(OutboxFiles.Folder, stop))
            if (marks.Any(mark => path.Contains(mark, StringComparison.Ordinal)) || address.Length > 0 && await files.Read(path, stop) is { } mail && mail.AsSpan().IndexOf(address) >= 0)
                hers.Add(path);
        return hers;
    }
}
