using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Links;

namespace Almanach.Core.Consultations.Secret;

/// <summary>Marks a code as drawn by us for one vote, so that nobody gives a ballot a code of her choosing. Names no voter.</summary>
public sealed class CodeSeal(LinkKeys keys)
{
    private const int Bytes = 16;

    public string Of(string consultation, string code) => Of(keys.Keys[0].Value, consultation, code);

    public bool Holds(string consultation, string code, string seal) => keys.Keys.Any(pair =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(pair.Value, consultation, code)), Encoding.UTF8.GetBytes(seal)));

    private static string Of(byte[] key, string consultation, string code) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"ballot|{consultation}|{code}")).AsSpan(0, Bytes));
}
