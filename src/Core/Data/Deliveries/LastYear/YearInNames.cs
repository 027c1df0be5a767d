using System.Globalization;
using System.Text;

namespace Almanach.Core.Data.Deliveries.LastYear;

/// <summary>Names of columns that bear a year, and bear the next one a year later.</summary>
public static class YearInNames
{
    /// <summary>« RSA_2021 » of 2022 is « RSA_2022 » in 2023, « P21_POP » is « P22_POP ».</summary>
    public static string Moved(string name, int years)
    {
        var moved = new StringBuilder();
        for (var at = 0; at < name.Length;)
        {
            var end = at;
            while (end < name.Length && char.IsAsciiDigit(name[end]))
                end++;
            if (end == at)
            {
                moved.Append(name[at++]);
                continue;
            }
            var digits = name[at..end];
            moved.Append(digits.Length == 4 && int.Parse(digits, CultureInfo.InvariantCulture) is >= 1900 and <= 2100 and var year ? (year + years).ToString(CultureInfo.InvariantCulture)
                : digits.Length == 2 ? ((int.Parse(digits, CultureInfo.InvariantCulture) + years + 100) % 100).ToString("D2", CultureInfo.InvariantCulture)
                : digits);
            at = end;
        }
        return moved.ToString();
    }
}
