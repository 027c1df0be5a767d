using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Almanach.Core.Data.Checks.Mending;

/// <summary>
/// The values of one file that are read as others, with the depositor’s consent: exactly those, column by column. Its bytes are the
/// same for the same values, so that their hash names it.
/// </summary>
public sealed class MendList
{
    /// <summary>Values of one file: more than the municipalities whose codes begin with a zero.</summary>
    public const int Most = 10_000;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private MendList(IReadOnlyList<Mend> mends) => (Mends, Json) = (mends, JsonSerializer.SerializeToUtf8Bytes(mends, Web));

    public static MendList None { get; } = new([]);

    /// <summary>By column and value.</summary>
    public IReadOnlyList<Mend> Mends { get; }

    /// <summary>As it is kept: <c>[{"column":"code","value":"1004","proposed":"01004"}]</c>.</summary>
    public byte[] Json { get; }

    /// <summary>SHA-256, 64 lower-case hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Json));

    /// <summary>Of two for one value, the first.</summary>
    public static MendList Of(IEnumerable<Mend> mends) =>
        new([.. mends.DistinctBy(mend => (mend.Column, mend.Value)).OrderBy(mend => mend.Column, StringComparer.Ordinal).ThenBy(mend => mend.Value, StringComparer.Ordinal).Take(Most)]);

    public static MendList Read(ReadOnlySpan<byte> json) => Of(JsonSerializer.Deserialize<List<Mend>>(json, Web) ?? []);

    /// <summary>What was agreed to first stays.</summary>
    public MendList With(IEnumerable<Mend> more) => Of(Mends.Concat(more));

    /// <summary>Names the list that somebody is shown, for those bytes and upon what she agreed to before: 16 hexadecimal digits.</summary>
    public static string Stamp(string file, string before, IEnumerable<MendOffer> offers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{file}\n{before}\n"));
        hash.AppendData(Of(offers.Select(offer => offer.Mend)).Json);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
