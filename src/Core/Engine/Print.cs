using System.Security.Cryptography;

namespace Almanach.Core.Engine;

/// <summary>What a page showed of a record, in sixteen characters: whoever saves it says which, and nothing newer is overwritten.</summary>
public static class Print
{
    public static string Of<T>(T record)
        where T : class => Convert.ToHexStringLower(SHA256.HashData(Stored.Bytes(record)))[..16];
}
