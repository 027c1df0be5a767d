using System.Buffers.Binary;
using System.IO.Compression;

namespace Almanach.Core.Pictures;

/// <summary>Walks a PNG chunk by chunk (ISO/IEC 15948) and keeps those that draw it: no text, no time, no place, no second picture.</summary>
internal static class PngFile
{
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static PictureReading Read(ReadOnlySpan<byte> bytes) => new Walk(bytes.Length).Of(bytes) ?? new PictureReading.Refused(PictureReader.Broken);

    private sealed class Walk(int capacity)
    {
        /// <summary>Besides the critical ones: what says which colours are meant, what is transparent, how long is a point.</summary>
        private static readonly HashSet<string> _colours = ["tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"];

        private readonly List<byte> kept = new(capacity);
        private readonly List<byte> points = [];
        private Header? header;
        private bool palette;

        /// <summary>Null for what is no whole PNG.</summary>
        public PictureReading? Of(ReadOnlySpan<byte> bytes)
        {
            kept.AddRange(Signature);
            var before = "";
            for (var rest = bytes[8..]; rest.Length >= 12;)
            {
                var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
                if (length > rest.Length - 12)
                    return null;
                var chunk = rest[..(12 + (int)length)];
                var type = System.Text.Encoding.ASCII.GetString(rest.Slice(4, 4));
                rest = rest[chunk.Length..];
                var body = chunk[8..^4];
                if (BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) != Crc.Of(chunk[4..^4]) || !Takes(type, body, before))
                    return null;
                if (type == "IHDR" && PictureReader.Size(header!.Width, header.Height) is { } because)
                    return new PictureReading.Refused(because);
                if (IsCritical(type) || _colours.Contains(type))
                    kept.AddRange(chunk);
                if (type == "IEND")
                    return header is { } whole && points.Count > 0 && (palette || whole.Colours != 3) && IsDrawn(whole)
                        ? new PictureReading.Clean(kept.ToArray(), "png", (int)whole.Width, (int)whole.Height) : null;
                before = type;
            }
            return null;
        }

        private static bool IsCritical(string type) => type is "IHDR" or "PLTE" or "IDAT" or "IEND";

        /// <summary>First the header, the points on end; a critical chunk nobody knows cannot be left out.</summary>
        private bool Takes(string type, ReadOnlySpan<byte> body, string before)
        {
            switch (type)
            {
                case "IHDR":
                    header = before.Length == 0 ? Header.Of(body) : null;
                    return header is not null;
                case "PLTE":
                    var first = !palette && points.Count == 0;
                    palette = true;
                    return header is not null && first && body.Length is > 0 and <= 768 && body.Length % 3 == 0;
                case "IDAT":
                    if (header is null || points.Count > 0 && before != "IDAT")
                        return false;
                    points.AddRange(body);
                    return true;
                case "IEND":
                    return body.Length == 0;
                default:
                    return header is not null && type.All(char.IsAsciiLetter) && char.IsLower(type[0]);
            }
        }

        /// <summary>The points unpack to the size that is declared; no more than that is unpacked.</summary>
        private bool IsDrawn(Header whole)
        {
            try
            {
                using var unpacked = new ZLibStream(new MemoryStream([.. points]), CompressionMode.Decompress);
                var buffer = new byte[65_536];
                long size = 0;
                for (int read; (read = unpacked.Read(buffer)) > 0;)
                    if ((size += read) > whole.Bytes)
                        return false;
                return size == whole.Bytes;
            }
            catch (InvalidDataException)
            {
                return false;
            }
        }
    }

    /// <param name="Depth">Bits of a sample.</param>
    /// <param name="Colours">0 grey, 2 colours, 3 palette, 4 grey and alpha, 6 colours and alpha.</param>
    private sealed record Header(uint Width, uint Height, int Depth, int Colours, bool Interlaced)
    {
        public static Header? Of(ReadOnlySpan<byte> body) =>
            body.Length == 13 && body[10] == 0 && body[11] == 0 && body[12] <= 1 && Fits(body[8], body[9])
                ? new Header(BinaryPrimitives.ReadUInt32BigEndian(body), BinaryPrimitives.ReadUInt32BigEndian(body[4..]), body[8], body[9], body[12] == 1) : null;

        /// <summary>Of the unpacked points: each line begins with a byte that names its filter; seven passes where interlaced (Adam7).</summary>
        public long Bytes => !Interlaced ? Lines(Width, Height)
            : Lines(Part(Width, 0, 8), Part(Height, 0, 8)) + Lines(Part(Width, 4, 8), Part(Height, 0, 8)) + Lines(Part(Width, 0, 4), Part(Height, 4, 8))
                + Lines(Part(Width, 2, 4), Part(Height, 0, 4)) + Lines(Part(Width, 0, 2), Part(Height, 2, 4)) + Lines(Part(Width, 1, 2), Part(Height, 0, 2))
                + Lines(Width, Part(Height, 1, 2));

        private long Lines(long width, long height) => width == 0 ? 0 : height * (1 + (width * Depth * Samples + 7) / 8);

        private int Samples => Colours switch
        {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        };

        private static long Part(long side, int first, int step) => (side - first + step - 1) / step;

        private static bool Fits(byte depth, byte colours) => colours switch
        {
            0 => depth is 1 or 2 or 4 or 8 or 16,
            3 => depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => depth is 8 or 16,
            _ => false,
        };
    }
}
