using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;

namespace Almanach.Web.Mail;

/// <summary>Addresses that links of a mail point to.</summary>
internal static class MailAddress
{
    /// <summary>A whole address, or one that starts with a slot (checked when it is filled).</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static string Checked(string address) => MailLinks.IsSafe(address) || address.StartsWith(Slots.Open)
        ? address
        : throw new ArgumentException("The address of a link must start with https://, http://, mailto: or tel:.");

    /// <summary>What a telephone dials: « 04 65 71 00 53 » is <c>tel:+33465710053</c> (French numbering plan).</summary>
    public static string Telephone(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return phone.StartsWith('+') ? $"tel:+{digits}"
            : digits is ['0', .. var rest] ? $"tel:+33{rest}"
            : $"tel:{digits}";
    }
}
