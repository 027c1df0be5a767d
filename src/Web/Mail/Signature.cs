using Almanach.Core.Platforms;

namespace Almanach.Web.Mail;

/// <summary>How to reach the platform, at the end of each mail.</summary>
internal static class Signature
{
    /// <summary>The number, never broken over two lines.</summary>
    public static string Phone(Brand brand) => brand.Phone.Replace(' ', '\u00A0');

    /// <summary>« , du lundi au jeudi », or nothing.</summary>
    public static string Hours(Brand brand) => brand.PhoneHours.Length > 0 ? $", {brand.PhoneHours}" : "";
}
