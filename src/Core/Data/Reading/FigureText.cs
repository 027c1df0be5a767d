using System.Globalization;

namespace Almanach.Core.Data.Reading;

/// <summary>How a number is written.</summary>
[Flags]
public enum NumberSigns
{
    None = 0,

    /// <summary>12,5.</summary>
    Comma = 1,

    /// <summary>12.5.</summary>
    Point = 2,

    /// <summary>12 500, with any space.</summary>
    Space = 4,

    /// <summary>1,250,000: two commas group.</summary>
    GroupingComma = 8,

    /// <summary>1.250.000.</summary>
    GroupingPoint = 16,

    /// <summary>1.25E+05: digits may be lost.</summary>
    Exponent = 32,

    /// <summary>One comma or point with just three digits behind it, and one to three before: 1,234 may be read two ways.</summary>
    Ambiguous = 64,
}

/// <summary>
/// Numbers as French and other files write them. One comma or one point parts the decimals; the same sign twice or more
/// groups thousands; spaces group. What cannot be held exactly in a <see cref="decimal"/> (28 digits) is no number.
/// </summary>
public static class FigureText
{
    private const int MostDigits = 18;

    /// <param name="cell">Trimmed.</param>
    public static bool TryParse(ReadOnlySpan<byte> cell, out decimal value, out NumberSigns signs)
    {
        (value, signs) = (0, NumberSigns.None);
        var (mantissa, digits, sign, i, negative) = (0L, 0, -1, 0, false);
        if (cell.Length > 0 && cell[0] is (byte)'-' or (byte)'+')
            (negative, i) = (cell[0] == '-', 1);
        else if (cell.Length > 3 && cell.StartsWith("\u2212"u8))
            (negative, i) = (true, 3);
        var start = i;
        for (; i < cell.Length; i++)
        {
            var digit = (uint)(cell[i] - '0');
            if (digit <= 9 && ++digits <= MostDigits)
                mantissa = (mantissa * 10) + digit;
            else if (sign < 0 && digits > 0 && cell[i] is (byte)',' or (byte)'.')
                sign = i;
            else
                return TryParseLong(cell, start, negative, out value, out signs);
        }
        if (digits == 0 || sign == cell.Length - 1)
            return false;
        if (sign < 0)
        {
            value = negative ? -mantissa : mantissa;
            return true;
        }
        var decimals = cell.Length - 1 - sign;
        signs = Signs(cell[sign], decimals, sign - start, cell[start]);
        value = new decimal((int)mantissa, (int)(mantissa >> 32), 0, negative, (byte)decimals);
        return true;
    }

    private static NumberSigns Signs(byte sign, int decimals, int whole, byte first) =>
        (sign == ',' ? NumberSigns.Comma : NumberSigns.Point)
            | (decimals == 3 && whole is >= 1 and <= 3 && !(whole == 1 && first == '0') ? NumberSigns.Ambiguous : NumberSigns.None);

    /// <summary>With signs between the digits, or many digits.</summary>
    private static bool TryParseLong(ReadOnlySpan<byte> cell, int start, bool negative, out decimal value, out NumberSigns signs)
    {
        (value, signs) = (0, NumberSigns.None);
        Span<byte> digits = stackalloc byte[64];
        var (count, whole, commas, points, sinceSign, sinceSpace) = (0, -1, 0, 0, 0, -1);
        var first = 0;
        for (var i = start; i < cell.Length; i++)
        {
            var one = cell[i];
            if (one is >= (byte)'0' and <= (byte)'9')
            {
                if (count == digits.Length)
                    return false;
                digits[count++] = one;
                sinceSign++;
                sinceSpace += sinceSpace >= 0 ? 1 : 0;
                continue;
            }
            if (one is (byte)',' or (byte)'.')
            {
                if (sinceSpace is not (-1 or 3))
                    return false;
                if (commas + points > 0 && (sinceSign != 3 || (commas > 0) != (one == ',')))
                    return Mixed(cell, i, one, commas, points, sinceSign) && TryParseMixed(cell, start, negative, out value, out signs);
                if (commas + points == 0)
                    (whole, first) = (count, sinceSign);
                commas += one == ',' ? 1 : 0;
                points += one == '.' ? 1 : 0;
                (sinceSign, sinceSpace) = (0, -1);
                continue;
            }
            if (one is (byte)'e' or (byte)'E')
                return TryParseExponent(cell[start..], negative, out value, out signs);
            var space = SpaceAt(cell[i..]);
            if (space == 0 || count == 0 || commas + points > 0 || sinceSpace is not (-1 or 3) || i + space == cell.Length)
                return false;
            i += space - 1;
            (sinceSpace, sinceSign) = (0, 0);
            signs |= NumberSigns.Space;
        }
        if (count == 0 || sinceSpace is not (-1 or 3))
            return false;
        var decimals = 0;
        if (commas + points == 1)
        {
            decimals = count - whole;
            if (decimals == 0)
                return false;
            signs |= commas == 1 ? NumberSigns.Comma : NumberSigns.Point;
        }
        else if (commas + points > 1)
        {
            if (sinceSign != 3 || first is < 1 or > 3 || (signs & NumberSigns.Space) != 0)
                return false;
            signs |= commas > 1 ? NumberSigns.GroupingComma : NumberSigns.GroupingPoint;
        }
        return Exact(digits[..count], decimals, negative, out value);
    }

    /// <summary>1,234.5 and 1.234,5: the last sign, another than those before it, parts the decimals.</summary>
    private static bool Mixed(ReadOnlySpan<byte> cell, int at, byte sign, int commas, int points, int sinceSign) =>
        sinceSign == 3 && (commas == 0 || points == 0) && (commas > 0) != (sign == ',') && cell[(at + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private static bool TryParseMixed(ReadOnlySpan<byte> cell, int start, bool negative, out decimal value, out NumberSigns signs)
    {
        Span<byte> digits = stackalloc byte[64];
        var last = cell.LastIndexOfAny((byte)',', (byte)'.');
        var (count, decimals, run) = (0, cell.Length - last - 1, 0);
        (value, signs) = (0, cell[last] == ',' ? NumberSigns.Comma | NumberSigns.GroupingPoint : NumberSigns.Point | NumberSigns.GroupingComma);
        for (var i = start; i < cell.Length; i++)
            if (cell[i] is >= (byte)'0' and <= (byte)'9')
            {
                if (count == digits.Length)
                    return false;
                digits[count++] = cell[i];
                run++;
            }
            else if (i < last && (run > 3 || run == 0))
                return false;
            else
                run = 0;
        return Exact(digits[..count], decimals, negative, out value);
    }

    private static bool TryParseExponent(ReadOnlySpan<byte> cell, bool negative, out decimal value, out NumberSigns signs)
    {
        signs = NumberSigns.Exponent;
        value = 0;
        if (cell.Length > 40)
            return false;
        Span<byte> text = stackalloc byte[cell.Length];
        cell.CopyTo(text);
        text.Replace((byte)',', (byte)'.');
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value))
            return false;
        value = negative ? -value : value;
        return true;
    }

    private static bool Exact(ReadOnlySpan<byte> digits, int decimals, bool negative, out decimal value)
    {
        value = 0;
        if (decimals > 28)
            return false;
        if (digits.Length <= MostDigits)
        {
            var mantissa = 0L;
            foreach (var digit in digits)
                mantissa = (mantissa * 10) + (digit - '0');
            value = new decimal((int)mantissa, (int)(mantissa >> 32), 0, negative, (byte)decimals);
            return true;
        }
        if (digits.TrimStart((byte)'0').Length > 28 || !decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
            return false;
        var bits = decimal.GetBits(whole);
        value = new decimal(bits[0], bits[1], bits[2], negative, (byte)decimals);
        return true;
    }

    private static int SpaceAt(ReadOnlySpan<byte> rest) =>
        rest[0] == ' ' ? 1 : rest.StartsWith("\u00A0"u8) ? 2 : rest.StartsWith("\u202F"u8) || rest.StartsWith("\u2009"u8) ? 3 : 0;
}
