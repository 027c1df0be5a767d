using System.Globalization;

namespace Almanach.Core.Mail;

/// <summary>Where mails that are written instead of sent stand, and what their names say: <c>mails/20260914-0630-…</c>.</summary>
public static class OutboxFiles
{
    public const string Folder = "mails/";

    private const string Format = "yyyyMMdd-HHmm";

    /// <summary>How a name begins: names in order are mails in order of their date.</summary>
    public static string Stamp(DateTimeOffset date) => date.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The date of the mail at a path, UTC; null where the name says none.</summary>
    public static DateTimeOffset? DateOf(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.Length >= Folder.Length + Format.Length
        && DateTimeOffset.TryParseExact(path.AsSpan(Folder.Length, Format.Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date : null;
}
