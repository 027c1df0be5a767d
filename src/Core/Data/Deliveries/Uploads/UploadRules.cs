using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Engine;

namespace Almanach.Core.Data.Deliveries.Uploads;

/// <summary>When a file may come in pieces, and how far it is. Pure.</summary>
public static class UploadRules
{
    /// <summary>Bytes of a piece; the last may be shorter.</summary>
    public const int Piece = 4_000_000;

    /// <summary>Days after which what was not finished is deleted.</summary>
    public const int Days = 3;

    /// <summary>Uploads of one organisation that may stand unfinished.</summary>
    public const int MostOpen = 5;

    public static Refusal TooMany { get; } = Refusal.Because(Why.NotNow,
        $"{MostOpen} envois de votre organisme sont commencés et n’ont pas abouti. Attendez qu’ils se terminent, ou reprenez-les\u00A0; ce qui n’est pas repris est effacé au bout de {Days} jours.");

    /// <summary>A piece that came alone and is too short to be kept.</summary>
    public static Refusal TooShort { get; } = Refusal.Because(Why.Invalid, $"Envoyez le fichier par morceaux d’au moins {DeliveryWords.Size(Piece)}\u00A0; seul le dernier peut être plus petit.");

    /// <summary>
    /// The same file of the same person for the same delivery is the same upload: chosen again, it goes on where it was. A file is the
    /// same by its name, its size and the instant it was last changed at.
    /// </summary>
    /// <param name="changed">When the file was last changed, as the sender’s machine says it; empty where nobody says it, and then nothing tells a file from a later one.</param>
    public static string IdOf(string consultation, string delivery, string by, string name, long size, string changed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', consultation, delivery, by, size, changed, name))))[..32];

    public static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Nothing was sent for days.</summary>
    public static bool IsPast(Upload upload, DateTimeOffset now) => Expires(upload) <= now;

    public static DateTimeOffset Expires(Upload upload) => upload.At.AddDays(Days);

    /// <summary>What stands in the way of beginning.</summary>
    public static Refusal? Check(Upload asked, bool attests)
    {
        List<FieldError> errors = [.. ReceivingRules.CheckSize(asked.Size)];
        if (!attests)
            errors.Add(ReceivingRules.Unattested);
        return errors.Count > 0 ? Refusal.Invalid(errors) : null;
    }

    /// <summary>
    /// Begins an upload, or goes on with it. Where an organisation has too many, the oldest of the person herself gives way; those of
    /// colleagues do not.
    /// </summary>
    /// <param name="all">Every upload that is kept.</param>
    public static Decision<UploadBegun> Begin(IReadOnlyList<Upload> all, Upload asked)
    {
        if (all.FirstOrDefault(upload => upload.Id == asked.Id) is { Given: false } known)
            return Decision.Accept(new UploadBegun(known with { At = asked.At }, null));
        var open = all.Where(upload => upload.Organisation == asked.Organisation && !upload.Given && upload.Id != asked.Id && !IsPast(upload, asked.At)).ToList();
        if (open.Count < MostOpen)
            return Decision.Accept(new UploadBegun(asked, null));
        return open.Where(upload => upload.By == asked.By && upload.Whole is null).MinBy(upload => upload.At) is { } oldest
            ? Decision.Accept(new UploadBegun(asked, oldest)) : TooMany;
    }

    /// <param name="pieces">How many stand from the first on, without a gap.</param>
    public static long Offset(Upload upload, int pieces) =>
        upload.Given ? upload.Size : (long)Math.Min(pieces, upload.Pieces - 1) * Piece;
}

/// <param name="Dropped">The one that gives way; null for none.</param>
public sealed record UploadBegun(Upload Upload, Upload? Dropped);
