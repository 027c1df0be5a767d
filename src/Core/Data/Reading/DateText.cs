using System.Globalization;
using System.Text;

namespace Almanach.Core.Data.Reading;

/// <summary>Days as people and programs write them: 2016-12-31, 31/12/2016, 31-12-2016, 31.12.2016.</summary>
public static class DateText
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "dd.MM.yyyy", "yyyy/MM/dd"];

    public static bool IsDate(ReadOnlySpan<byte> text) => TryParse(text, out _);

    public static bool TryParse(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (text.Length is < 8 or > 10 || text[0] is < (byte)'0' or > (byte)'9')
            return false;
        Span<char> chars = stackalloc char[10];
        var length = Encoding.Latin1.GetChars(text, chars);
        return DateOnly.TryParseExact(chars[..length], Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
