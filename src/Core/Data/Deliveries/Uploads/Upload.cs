using System.Globalization;
using System.Text.Json.Serialization;

namespace Almanach.Core.Data.Deliveries.Uploads;

/// <summary>A file that comes in pieces. Its pieces are files, all of one size but the last; how far it is, they say.</summary>
/// <param name="Id">32 lower-case hexadecimal digits (<see cref="UploadRules.IdOf"/>).</param>
/// <param name="By">The contact who sends it; she has attested that the file may be used.</param>
/// <param name="Name">As she called it, cleaned.</param>
/// <param name="Size">Of the whole, in bytes.</param>
/// <param name="At">When it was begun, or begun again.</param>
/// <param name="Whole">When its last piece came; null before.</param>
/// <param name="Given">It was taken as a delivery, and its pieces are gone.</param>
public sealed record Upload(
    string Id, string Consultation, string Delivery, string Organisation, string By, DeliveryWay Way, string Name, long Size, DateTimeOffset At,
    DateTimeOffset? Whole = null, bool Given = false)
{
    public const string Partition = "uploads";

    public const string Prefix = "upload|";

    /// <summary>Folder of the pieces.</summary>
    public const string Folder = "envois";

    [JsonIgnore]
    public string Key => KeyOf(Id);

    /// <summary>How many pieces make it.</summary>
    [JsonIgnore]
    public int Pieces => (int)((Size + UploadRules.Piece - 1) / UploadRules.Piece);

    public static string KeyOf(string id) => Prefix + id;

    /// <summary>Nothing that anybody types is in the path.</summary>
    public string PathOf(int piece) => string.Create(CultureInfo.InvariantCulture, $"{Folder}/{Id}/{piece:D4}");

    /// <param name="piece">From 0.</param>
    /// <returns>Bytes: those of any but the last are <see cref="UploadRules.Piece"/>.</returns>
    public int LengthOf(int piece) => (int)Math.Min(UploadRules.Piece, Size - ((long)piece * UploadRules.Piece));
}

/// <summary>An upload with how many of its bytes need not be sent again.</summary>
/// <param name="Offset">While it was not taken, at most where its last piece begins: whoever sends that again has it taken.</param>
public sealed record UploadProgress(Upload Upload, long Offset);
