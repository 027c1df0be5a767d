using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Sending;

namespace Almanach.Adapters.Outbox;

/// <summary>The file name of a mail: <c>20260914-0630-themes-2027-c17.eml</c> (instant in UTC, letter, addressee).</summary>
internal static class EmlName
{
    public static string Of(Letter letter, Addressee addressee) =>
        $"{OutboxFiles.Stamp(letter.Date)}-{OutboxFiles.Part(letter.Key)}-{OutboxFiles.Part(addressee.Id)}.eml";
}
