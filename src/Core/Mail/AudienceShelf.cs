using System.Security.Cryptography;
using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail;

/// <summary>Freezes audiences and finds them again. The file read last is kept: the batches of one message follow each other, and a file never changes.</summary>
public sealed class AudienceShelf(IFiles files)
{
    /// <summary>Up to this many people stand in the record itself.</summary>
    public const int Few = 20;

    private readonly Lock gate = new();
    private Shelved? last;

    /// <param name="Reading">One for all who ask meanwhile.</param>
    private sealed record Shelved(string File, Task<IReadOnlyList<AudienceMember>> Reading);

    public async Task<Audience> Freeze(IReadOnlyList<AudienceMember> members, CancellationToken stop = default)
    {
        var bytes = Stored.Bytes(new AudienceList(members));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (members.Count <= Few)
            return new Audience(members, "", hash, members.Count);
        var path = $"audiences/{hash}.json";
        await files.WriteNew(path, bytes, stop);
        return new Audience([], path, hash, members.Count);
    }

    /// <summary>The same audience before anything is written: for those who look before they send.</summary>
    public static Audience Sketch(IReadOnlyList<AudienceMember> members) =>
        new(members, "", HashOf(members), members.Count);

    /// <summary>Other people would be written to than were shown.</summary>
    public static Refusal Changed => Refusal.Because(Why.Changed, "Les destinataires ont changé depuis que cette page est ouverte. Relisez la liste, puis confirmez de nouveau.");

    /// <summary>The hash people would be frozen under: nothing is written, so that a preview changes nothing.</summary>
    public static string HashOf(IReadOnlyList<AudienceMember> members) =>
        Convert.ToHexStringLower(SHA256.HashData(Stored.Bytes(new AudienceList(members))));

    public async Task<IReadOnlyList<AudienceMember>> Read(Audience audience, CancellationToken stop = default)
    {
        if (audience.File.Length == 0)
            return audience.Few;
        Task<IReadOnlyList<AudienceMember>> reading;
        lock (gate)
        {
            if (last is not { Reading: { IsFaulted: false, IsCanceled: false } } kept || kept.File != audience.File)
                last = kept = new Shelved(audience.File, Fetch(audience));
            reading = kept.Reading;
        }
        return await reading.WaitAsync(stop);
    }

    private async Task<IReadOnlyList<AudienceMember>> Fetch(Audience audience)
    {
        var bytes = await files.Read(audience.File)
            ?? throw new InvalidDataException($"Le fichier de destinataires {audience.File} manque.");
        return Stored.Read<AudienceList>(bytes).Members;
    }
}
