using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Almanach.Core.Data.Checks;

/// <summary>
/// Keys met so far, and where first. Keys are hashes already (<see cref="CellHash"/>): a table of powers of two, the next free
/// place taken, at most half full.
/// </summary>
internal sealed class Seen
{
    private const int First = 1 << 10;

    /// <summary>0 where the place is free: the only thing a look touches.</summary>
    private ulong[] _keys = new ulong[First];

    private int[] _rows = new int[First];

    private int _count;

    /// <summary>
    /// Has the processor fetch the place of a key that will be looked for soon: of a million keys, looking without it waits for
    /// memory during a fifth of a whole check. Changes nothing else; does nothing where the processor has no such instruction.
    /// </summary>
    public unsafe void Fetch(ulong key)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref _keys[(int)key & (_keys.Length - 1)]));
    }

    /// <summary>The row of the first cell or row alike, or null and the key is kept.</summary>
    public int? Before(ulong key, int row)
    {
        key = key == 0 ? 1 : key;
        var place = Find(_keys, key);
        if (_keys[place] != 0)
            return _rows[place];
        (_keys[place], _rows[place]) = (key, row);
        if (++_count * 2 > _keys.Length)
            Grow();
        return null;
    }

    private static int Find(ulong[] keys, ulong key)
    {
        var place = (int)key & (keys.Length - 1);
        while (keys[place] != 0 && keys[place] != key)
            place = (place + 1) & (keys.Length - 1);
        return place;
    }

    private void Grow()
    {
        var (keys, rows) = (new ulong[_keys.Length * 2], new int[_keys.Length * 2]);
        for (var old = 0; old < _keys.Length; old++)
            if (_keys[old] != 0)
            {
                var place = Find(keys, _keys[old]);
                (keys[place], rows[place]) = (_keys[old], _rows[old]);
            }
        (_keys, _rows) = (keys, rows);
    }
}
