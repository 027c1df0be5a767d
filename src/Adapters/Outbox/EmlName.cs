using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Mail;

namespace Almanach.Adapters.Outbox;

/// <summary>The file name of a mail: <c>20260914-0630-themes-2027-c17.eml</c> (instant in UTC, letter, addressee).</summary>
internal static class EmlName
{
    private const int LongestPart = 96;

    public static string Of(Letter letter, Addressee addressee) =>
        $"{OutboxFiles.Stamp(letter.Date)}-{Part(letter.Key)}-{Part(addressee.Id)}.eml";

    /// <summary>
    /// What a file path allows; whatever had to be changed or cut leaves a short hash behind, so that two keys never
    /// share a file.
    /// </summary>
    private static string Part(string key)
    {
        var allowed = string.Concat(key.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' ? c : '-'));
        if (allowed == key && key.Length is > 0 and <= LongestPart)
            return key;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..10];
        return $"{allowed[..Math.Min(allowed.Length, LongestPart - 11)]}-{hash}";
    }
}
