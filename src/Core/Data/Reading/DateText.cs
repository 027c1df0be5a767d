namespace Almanach.Core.Data.Reading;

/// <summary>Days as people and programs write them: 2016-12-31, 2016/12/31, 31/12/2016, 1/4/2016, 31-12-2016, 31.12.2016.</summary>
public static class DateText
{
    public static bool IsDate(ReadOnlySpan<byte> text) => TryParse(text, out _);

    public static bool TryParse(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (text.Length is < 8 or > 10 || text[0] is < (byte)'0' or > (byte)'9')
            return false;
        var first = text.IndexOfAny((byte)'/', (byte)'-', (byte)'.');
        if (first is not (1 or 2 or 4))
            return false;
        var second = text[(first + 1)..].IndexOf(text[first]) + first + 1;
        if (second == first || !Number(text[..first], out var one) || !Number(text[(first + 1)..second], out var two) || !Number(text[(second + 1)..], out var three))
            return false;
        return first == 4
            ? text.Length == 10 && text[first] != '.' && Make(one, two, three, out day)
            : text.Length - second == 5 && Make(three, two, one, out day);
    }

    private static bool Make(int year, int month, int date, out DateOnly day)
    {
        day = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, date);
        return true;
    }

    private static bool Number(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            number = (number * 10) + digit - '0';
        }
        return digits.Length is > 0 and <= 4;
    }
}
