using System.Buffers.Binary;

namespace Almanach.Core.Pictures;

/// <summary>How the camera was held: the one thing of an EXIF block without which a picture lies on its side.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;

    /// <summary>2 to 8 where it must be turned or mirrored, 1 where not; null for a block that does not say.</summary>
    public static int? Read(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith("Exif\0\0"u8))
            return null;
        var tiff = body[6..];
        bool little;
        if (tiff.StartsWith("II*\0"u8))
            little = true;
        else if (tiff.StartsWith("MM\0*"u8))
            little = false;
        else
            return null;
        if (tiff.Length < 8 || Long(tiff[4..], little) is var first && first > tiff.Length - 2)
            return null;
        var directory = tiff[(int)first..];
        var count = Short(directory, little);
        for (var entry = 0; entry < count && 2 + 12 * (entry + 1) <= directory.Length; entry++)
        {
            var field = directory.Slice(2 + 12 * entry, 12);
            if (Short(field, little) == Tag)
                return Short(field[8..], little) is >= 1 and <= 8 and var held ? held : null;
        }
        return null;
    }

    /// <summary>A segment APP1 that holds the orientation alone.</summary>
    public static byte[] Write(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
