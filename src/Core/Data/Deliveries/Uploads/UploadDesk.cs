using System.Buffers;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Core.Retention;

namespace Almanach.Core.Data.Deliveries.Uploads;

/// <summary>
/// Takes large files piece by piece, and goes on after a break. A piece is kept whole or not at all, and once; the last one brings all
/// together as the raw file of a delivery, at once and, should that die, by its effect.
/// </summary>
public sealed class UploadDesk(Ledger ledger, IFiles files, ConsultationDesk consultations, DeliveryDesk deliveries)
{
    /// <summary>Begins an upload, or finds the one that was begun for the same file.</summary>
    public async Task<(UploadProgress? Progress, Refusal? Refusal)> Begin(Upload asked, bool attests, CancellationToken stop = default)
    {
        if (UploadRules.Check(asked, attests) is { } wrong)
            return (null, wrong);
        UploadBegun? begun = null;
        var refusal = await ledger.Carry(async () =>
        {
            var held = await All(stop);
            switch (UploadRules.Begin([.. held.Select(one => one.Value)], asked))
            {
                case Decision<UploadBegun>.Accepted { State: var accepted }:
                    begun = accepted;
                    return new Draft.Write(Upload.Partition,
                        [
                            held.FirstOrDefault(one => one.Value.Id == asked.Id) is { } known
                                ? new Change.Replace(known.Key, Stored.Write(accepted.Upload), known.Version) : new Change.Insert(asked.Key, Stored.Write(accepted.Upload)),
                            .. accepted.Dropped is { } dropped ? [new Change.Delete(dropped.Key)] : Array.Empty<Change>(),
                        ], []);
                case Decision<UploadBegun>.Refused refused:
                    return new Draft.Refuse(refused.Refusal);
                default:
                    return new Draft.Nothing();
            }
        }, stop);
        if (refusal is not null || begun is null)
            return (null, refusal);
        if (begun.Dropped is { } gone)
            await DeletePieces(gone.Id, stop);
        return (await Progress(begun.Upload, stop), null);
    }

    /// <summary>How far an upload is; null for none.</summary>
    public async Task<UploadProgress?> Find(string id, CancellationToken stop = default) =>
        UploadRules.IsId(id) && await Held(id, stop) is { Value: var upload } ? await Progress(upload, stop) : null;

    /// <summary>What a person began for a delivery and has not finished, the latest first.</summary>
    public async Task<IReadOnlyList<UploadProgress>> Unfinished(string consultation, string delivery, string by, DateTimeOffset now, CancellationToken stop = default)
    {
        List<UploadProgress> unfinished = [];
        foreach (var upload in (await All(stop)).Select(held => held.Value).OrderByDescending(upload => upload.At))
            if (!upload.Given && upload.Consultation == consultation && upload.Delivery == delivery && upload.By == by && !UploadRules.IsPast(upload, now))
                unfinished.Add(await Progress(upload, stop));
        return unfinished;
    }

    /// <summary>
    /// Keeps what comes, in whole pieces; what is left over is not kept, and is to be sent again. A piece that is there already stays.
    /// The last one has the file taken.
    /// </summary>
    /// <param name="progress">The upload, from where <paramref name="content"/> begins.</param>
    /// <returns>How far it is now, and why the file was not taken where it was not.</returns>
    public async Task<(UploadProgress Progress, Refusal? Refusal)> Append(UploadProgress progress, Stream content, DateTimeOffset now, CancellationToken stop = default)
    {
        var (upload, offset) = progress;
        var buffer = ArrayPool<byte>.Shared.Rent(UploadRules.Piece);
        try
        {
            for (; offset < upload.Size; offset += UploadRules.Piece)
            {
                var piece = (int)(offset / UploadRules.Piece);
                var bytes = buffer.AsMemory(0, upload.LengthOf(piece));
                if (await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop) < bytes.Length)
                    return (new UploadProgress(upload, offset), offset == progress.Offset ? UploadRules.TooShort : null);
                await files.WriteNew(upload.PathOf(piece), bytes, stop);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return await Finish(upload, now, stop);
    }

    /// <summary>The row says first that the file is whole, with the effect that takes it should this die here.</summary>
    private async Task<(UploadProgress, Refusal?)> Finish(Upload upload, DateTimeOffset now, CancellationToken stop)
    {
        var whole = upload;
        await ledger.Carry(async () =>
        {
            if (await Held(upload.Id, stop) is not { Value: { Given: false, Whole: null } } held)
                return new Draft.Nothing();
            whole = held.Value with { Whole = now };
            return new Draft.Write(Upload.Partition, [new Change.Replace(held.Key, Stored.Write(whole), held.Version)], [new Effect.JoinUpload(upload.Id, $"upload-{upload.Id}-{Todo.Stamp(now)}", now)]);
        }, stop);
        if (await Held(upload.Id, stop) is not { Value: var standing })
            return (new UploadProgress(upload, 0), UploadGone);
        if (standing.Given)
            return (new UploadProgress(standing, standing.Size), null);
        var refusal = await Join(standing, stop);
        return refusal is null ? (new UploadProgress(standing with { Given = true }, standing.Size), null) : (await Progress(standing, stop), refusal);
    }

    private static Refusal UploadGone { get; } = Refusal.Because(Why.Unknown, "Cet envoi n’est plus là. Choisissez le fichier de nouveau.");

    /// <summary>Takes a file whose last piece came while something died. Another that the organisation gave since stays.</summary>
    public async Task Perform(Effect.JoinUpload effect, CancellationToken stop = default)
    {
        if (await Held(effect.Id, stop) is not { Value: { Given: false, Whole: { } whole } upload })
            return;
        var stands = ReceivingRules.Before(await consultations.AnswerOf(upload.Consultation, upload.Organisation, stop)).ByDelivery.GetValueOrDefault(upload.Delivery);
        if (stands is null || stands.At <= whole)
            await Join(upload, stop);
    }

    /// <summary>Done again, it changes nothing: the same bytes are the same deposit.</summary>
    private async Task<Refusal?> Join(Upload upload, CancellationToken stop)
    {
        try
        {
            await using var content = new PieceStream(files, upload);
            if (await deliveries.Give(new FileSent(upload.Consultation, upload.Delivery, upload.Organisation, upload.By, upload.Way, upload.Name, content, true, upload.Whole!.Value), stop) is { } refusal)
                return refusal;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Another tab was quicker, and its pieces went while they were read here.
            if (await Held(upload.Id, stop) is { Value.Given: true })
                return null;
            throw;
        }
        await ledger.Carry(async () => await Held(upload.Id, stop) is { Value.Given: false } held
            ? new Draft.Write(Upload.Partition, [new Change.Replace(held.Key, Stored.Write(held.Value with { Given = true }), held.Version)], []) : new Draft.Nothing(), stop);
        await DeletePieces(upload.Id, stop);
        return null;
    }

    /// <summary>Forgets an upload that nobody wants any more. One that was taken is a delivery, and stays.</summary>
    public async Task Forget(Upload upload, CancellationToken stop = default)
    {
        await ledger.Write(new Draft.Write(Upload.Partition, [new Change.Delete(upload.Key)], []), stop);
        await DeletePieces(upload.Id, stop);
    }

    /// <summary>
    /// Deletes, each night, what was not finished in time, and pieces without an upload. Pieces are looked for before rows: an upload
    /// that begins meanwhile has its row first.
    /// </summary>
    /// <returns>How many uploads were deleted unfinished.</returns>
    public async Task<int> Retain(DateTimeOffset now, CancellationToken stop = default)
    {
        var past = (await All(stop)).Where(held => UploadRules.IsPast(held.Value, now)).Take(RetentionRules.MostANight).ToList();
        foreach (var held in past)
            await ledger.Carry(async () => await Held(held.Value.Id, stop) is { } still && UploadRules.IsPast(still.Value, now)
                ? new Draft.Write(Upload.Partition, [new Change.Delete(still.Key, still.Version)], []) : new Draft.Nothing(), stop);
        List<string> pieces = [];
        await foreach (var path in files.List($"{Upload.Folder}/", stop))
            pieces.Add(path);
        var known = (await All(stop)).Where(held => !held.Value.Given).Select(held => held.Value.Id).ToHashSet();
        foreach (var path in pieces.Where(path => !known.Contains(path.Split('/')[1])))
            await files.Delete(path, stop);
        return past.Count(held => !held.Value.Given);
    }

    private async Task<UploadProgress> Progress(Upload upload, CancellationToken stop)
    {
        var pieces = 0;
        if (!upload.Given)
            await foreach (var path in files.List($"{Upload.Folder}/{upload.Id}/", stop))
                if (path == upload.PathOf(pieces))
                    pieces++;
                else
                    break;
        return new UploadProgress(upload, UploadRules.Offset(upload, pieces));
    }

    private async Task DeletePieces(string id, CancellationToken stop)
    {
        List<string> pieces = [];
        await foreach (var path in files.List($"{Upload.Folder}/{id}/", stop))
            pieces.Add(path);
        // The last first: what is left of a death says how far it was.
        foreach (var path in Enumerable.Reverse(pieces))
            await files.Delete(path, stop);
    }

    private Task<Held<Upload>?> Held(string id, CancellationToken stop) => ledger.Find<Upload>(Upload.Partition, Upload.KeyOf(id), stop);

    private async Task<IReadOnlyList<Held<Upload>>> All(CancellationToken stop)
    {
        List<Held<Upload>> all = [];
        await foreach (var held in ledger.List<Upload>(Upload.Partition, Upload.Prefix, stop))
            all.Add(held);
        return all;
    }
}
