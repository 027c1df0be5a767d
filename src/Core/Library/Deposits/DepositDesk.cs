using System.Security.Cryptography;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Meetings;
using Almanach.Core.Pictures;
using Almanach.Core.Ports;

namespace Almanach.Core.Library.Deposits;

/// <summary>Takes in the documents that the coordinator deposits, and keeps every version of their files.</summary>
public sealed class DepositDesk(Ledger ledger, Setting setting, IFiles files, MeetingDesk meetings, GroupDesk groups)
{
    /// <summary>All of them, withdrawn ones included, latest day first.</summary>
    public async Task<IReadOnlyList<Deposit>> All(CancellationToken stop = default)
    {
        List<Deposit> all = [];
        await foreach (var held in ledger.List<Deposit>(Deposit.Partition, Deposit.Prefix, stop))
            all.Add(held.Value);
        return [.. all.OrderByDescending(deposit => deposit.Sheet.Day).ThenBy(deposit => deposit.Id, StringComparer.Ordinal)];
    }

    public async Task<Deposit?> Find(string id, CancellationToken stop = default) => (await Held(id, stop))?.Value;

    public async Task<byte[]> Read(Deposit deposit, DepositVersion version, CancellationToken stop = default) =>
        await files.Read(deposit.PathOf(version), stop) ?? throw new InvalidDataException($"The file of {deposit.Id} is missing.");

    /// <summary>The file is kept before its document is entered; sent twice, it is entered once.</summary>
    /// <param name="name">As the file is called where it comes from.</param>
    public async Task<(string Id, Refusal? Refusal)> Enter(
        DepositSheet sheet, string name, byte[] bytes, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        var (version, kept, problem) = Recognised(name, bytes, now);
        var (placed, unplaced) = await Placed(sheet, stop);
        List<FieldError> errors = [.. Some(problem), .. DepositRules.Check(placed, DepositRules.Day(now)), .. Some(unplaced)];
        if (errors.Count > 0 || version is null)
            return ("", Refusal.Invalid(errors));
        var id = DepositRules.IdOf(placed, version);
        await files.WriteNew(new Deposit(id, placed, [version], now).PathOf(version), kept, stop);
        return (id, await Change(id, "déposé", held => DepositRules.Enter(held, placed, version, now), actor, now, stop));
    }

    /// <summary>What is wrong with a sheet, what it belongs to included. Writes nothing.</summary>
    public async Task<IReadOnlyList<FieldError>> Check(DepositSheet sheet, DateTimeOffset now, CancellationToken stop = default)
    {
        var (placed, unplaced) = await Placed(sheet, stop);
        return [.. DepositRules.Check(placed, DepositRules.Day(now)), .. Some(unplaced)];
    }

    public async Task<Refusal?> Replace(string id, string name, byte[] bytes, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Find(id, stop) is not { } known)
            return Unknown;
        var (version, kept, problem) = Recognised(name, bytes, now);
        if (version is null)
            return Refusal.Invalid([.. Some(problem)]);
        await files.WriteNew(known.PathOf(version), kept, stop);
        return await Change(id, "remplacé", held => held is null ? Unknown : DepositRules.Replace(held, version), actor, now, stop);
    }

    /// <param name="seen">What the page showed (<see cref="Engine.Print"/>): another change in between is not overwritten. Null when it does not matter.</param>
    public async Task<Refusal?> Edit(string id, DepositSheet sheet, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        var (placed, problem) = await Placed(sheet, stop);
        if (problem is not null)
            return Refusal.Invalid([.. DepositRules.Check(placed, DepositRules.Day(now)), problem]);
        return await Change(id, "fiche", held => held is null ? Unknown : seen is not null && seen != Print.Of(held) && !held.Sheet.Says(placed)
            ? Refusal.Because(Why.Changed, "Ce document a changé pendant que vous écriviez, peut-être dans un autre onglet. Vos mots sont dans le formulaire\u00A0; relisez, puis enregistrez de nouveau.")
            : DepositRules.Edit(held, placed, now), actor, now, stop);
    }

    /// <summary>Takes it off, or puts it back.</summary>
    public Task<Refusal?> Turn(string id, bool withdrawn, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(id, withdrawn ? "retiré" : "remis", held => held is null ? Unknown : DepositRules.Turn(held, withdrawn, now), actor, now, stop);

    /// <summary>What is kept of a file: of a picture, nothing of what its camera wrote beside it (ADR 33).</summary>
    private static (DepositVersion? Version, ReadOnlyMemory<byte> Kept, FieldError? Problem) Recognised(string name, byte[] bytes, DateTimeOffset now)
    {
        var (format, problem) = FileRecognition.Of(name, bytes);
        if (format is not { } known)
            return (null, default, problem);
        ReadOnlyMemory<byte> kept = bytes;
        if (known is FileFormat.Png or FileFormat.Jpeg)
            switch (PictureReader.Read(bytes, FileRecognition.MostBytes))
            {
                case PictureReading.Refused refused:
                    return (null, default, new FieldError(FileRecognition.Field, refused.Because));
                case PictureReading.Clean clean:
                    kept = clean.Bytes;
                    break;
            }
        return (new DepositVersion(1, known, kept.Length, Convert.ToHexStringLower(SHA256.HashData(kept.Span)), now), kept, null);
    }

    /// <summary>What it belongs to must be there; a meeting brings its body along.</summary>
    private async Task<(DepositSheet Sheet, FieldError? Problem)> Placed(DepositSheet sheet, CancellationToken stop)
    {
        if (sheet.Meeting is { } id)
            return StoreLimits.IsName(id) && id.Length < 200 && await meetings.Find(id, stop) is { } meeting
                ? (sheet with { Body = meeting.Body, Group = null }, null)
                : (sheet, new FieldError("place", "Cette rencontre n’existe plus. Choisissez-en une autre."));
        if (sheet.Group is { } group)
            return await groups.Find(group, stop) is not null
                ? (sheet with { Body = null }, null) : (sheet, new FieldError("place", "Ce groupe n’existe plus. Choisissez-en un autre."));
        return sheet.Body is null || setting.Platform.BodyOf(sheet.Body) is not null
            ? (sheet, null) : (sheet, new FieldError("place", "Cette instance n’existe pas. Choisissez-en une autre."));
    }

    /// <param name="what">For the journal, in one word.</param>
    private Task<Refusal?> Change(string id, string what, Func<Deposit?, Decision<Deposit>> decide, string actor, DateTimeOffset now, CancellationToken stop) => ledger.Carry(async () =>
    {
        var held = await Held(id, stop);
        var key = Deposit.Prefix + id;
        return decide(held?.Value) switch
        {
            Decision<Deposit>.Refused refused => new Draft.Refuse(refused.Refusal),
            Decision<Deposit>.AlreadyDone => new Draft.Nothing(),
            Decision<Deposit>.Accepted accepted => new Draft.Write(Deposit.Partition,
                [held is null ? new Change.Insert(key, Stored.Write(accepted.State)) : new Change.Replace(key, Stored.Write(accepted.State), held.Version)],
                [.. accepted.Effects, new Effect.Note(actor, $"document {id} {what}", $"note-deposit-{id}-{Todo.Stamp(now)}", now, "")]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }, stop);

    private async Task<Held<Deposit>?> Held(string id, CancellationToken stop) =>
        id.Length is > 0 and <= 200 && StoreLimits.IsName(id) ? await ledger.Find<Deposit>(Deposit.Partition, Deposit.Prefix + id, stop) : null;

    private static IEnumerable<FieldError> Some(FieldError? error) => error is null ? [] : [error];

    private static Refusal Unknown => Refusal.Because(Why.Unknown, "Ce document n’existe pas. Revenez à la liste des documents.");
}
