using System.Buffers.Binary;

namespace Almanach.Core.Data.Checks;

/// <summary>
/// 64 bits of cells, to find what comes twice among millions (multiply and fold, as in wyhash). Of a million different
/// rows two meet once in forty million files.
/// </summary>
internal static class CellHash
{
    public const ulong Start = 0x9E3779B97F4A7C15;

    public static ulong Add(ulong hash, ReadOnlySpan<byte> cell)
    {
        hash = Fold(hash ^ (ulong)cell.Length, 0xE7037ED1A0B428DB);
        for (; cell.Length >= 8; cell = cell[8..])
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(cell), 0xA0761D6478BD642F);
        var rest = 0UL;
        for (var i = 0; i < cell.Length; i++)
            rest |= (ulong)cell[i] << (8 * i);
        return Fold(hash ^ rest, 0x8EBC6AF09C88C6E3);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
