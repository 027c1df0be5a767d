namespace Almanach.Core.Data.Territories.Names;

/// <summary>How many letters to add, drop, change or swap with their neighbour (optimal string alignment).</summary>
public static class EditDistance
{
    /// <param name="bound">Above it the answer is any number above it: most names are soon too far.</param>
    public static int Of(string one, string other, int bound)
    {
        var (before, last, now) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }
            if (least > bound)
                return bound + 1;
            (before, last, now) = (last, now, before);
        }
        return last[other.Length];
    }
}
