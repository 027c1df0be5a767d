namespace Almanach.Core.Data.Checks;

/// <summary>Keys met so far, and where first.</summary>
internal sealed class Seen
{
    private readonly Dictionary<ulong, int> _rows = [];

    /// <summary>The row of the first cell or row alike, or null and the key is kept.</summary>
    public int? Before(ulong key, int row)
    {
        ref var first = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_rows, key, out var exists);
        if (exists)
            return first;
        first = row;
        return null;
    }
}
