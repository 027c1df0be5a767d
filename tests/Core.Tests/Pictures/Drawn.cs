using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Almanach.Core.Tests.Pictures;

/// <summary>A picture as a camera or an ill-meaning program writes it.</summary>
internal static class Drawn
{
    /// <summary>240 by 160 points, with nothing beside it.</summary>
    public static byte[] Jpeg { get; } = Sample("bus.jpg");

    public static byte[] Png { get; } = Sample("bus.png");

    /// <summary>Segments put right after the start of a JPEG.</summary>
    public static byte[] With(byte[] jpeg, params (byte Marker, byte[] Body)[] segments) =>
        [.. jpeg[..2], .. segments.SelectMany(segment => Segment(segment.Marker, segment.Body)), .. jpeg[2..]];

    public static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    /// <summary>An EXIF block that says how the camera was held, where it was and whose it is.</summary>
    public static byte[] Exif(int orientation, bool little = true)
    {
        byte[] Short(int value) => little ? [(byte)value, 0] : [0, (byte)value];
        byte[] Long(int value) => little ? [(byte)value, 0, 0, 0] : [0, 0, 0, (byte)value];
        byte[] Tag(int tag) => little ? [(byte)tag, (byte)(tag >> 8)] : [(byte)(tag >> 8), (byte)tag];
        return
        [
            .. "Exif\0\0"u8, .. little ? "II*\0"u8 : "MM\0*"u8, .. Long(8), .. Short(2),
            .. Tag(0x010F), .. Short(2), .. Long(13), .. Long(50), .. Tag(0x0112), .. Short(3), .. Long(1), .. Short(orientation), 0, 0, .. Long(0), .. "Claire Martin, 45.1876 N"u8,
        ];
    }

    /// <summary>The bytes of a JPEG's frame that say its size, replaced.</summary>
    public static byte[] Sized(byte[] jpeg, int width, int height)
    {
        var sized = (byte[])jpeg.Clone();
        var frame = sized.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0, 0, 17]);
        BinaryPrimitives.WriteUInt16BigEndian(sized.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(sized.AsSpan(frame + 7), (ushort)width);
        return sized;
    }

    /// <summary>A PNG of grey points, with chunks after its header and before its end.</summary>
    public static byte[] Grey(uint width, uint height, byte[]? points = null, bool interlaced = false, byte depth = 8, byte colours = 0, params (string Type, byte[] Body)[] beside)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (depth, colours, interlaced ? (byte)1 : (byte)0);
        return
        [
            0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", header), .. beside.SelectMany(chunk => Chunk(chunk.Type, chunk.Body)),
            .. Chunk("IDAT", Packed(points ?? new byte[height * (width + 1)])), .. Chunk("IEND", []),
        ];
    }

    public static byte[] Chunk(string type, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        return [.. length, .. named, .. sum];
    }

    public static byte[] Packed(byte[] points)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            zlib.Write(points);
        return packed.ToArray();
    }

    static byte[] Sample(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "tests", "pictures", name)))
                return File.ReadAllBytes(Path.Combine(folder.FullName, "tests", "pictures", name));
        throw new InvalidOperationException("The sample pictures were not found above the test assembly.");
    }

    static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }
}
