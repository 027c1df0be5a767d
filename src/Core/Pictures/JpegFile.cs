using System.Buffers.Binary;

namespace Almanach.Core.Pictures;

/// <summary>
/// Walks a JPEG segment by segment (ITU-T T.81, annex B) and keeps those that draw it: tables, frame, scans, the colour marks
/// of JFIF and Adobe, and how the camera was held.
/// </summary>
internal static class JpegFile
{
    /// <summary>A progressive picture has some ten scans; each costs whoever opens it a pass over all of it.</summary>
    private const int MostScans = 64;

    public static ReadOnlySpan<byte> Start => [0xFF, 0xD8, 0xFF];

    public static PictureReading Read(ReadOnlySpan<byte> bytes) => new Walk(bytes.Length).Of(bytes) ?? new PictureReading.Refused(PictureReader.Broken);

    private sealed class Walk(int capacity)
    {
        private readonly List<byte> kept = new(capacity);
        private (int Width, int Height)? size;
        private int orientation = 1;
        private int scans;

        /// <summary>Null for what is no whole JPEG.</summary>
        public PictureReading? Of(ReadOnlySpan<byte> bytes)
        {
            for (var at = 2; Marker(bytes, ref at) is { } marker;)
            {
                if (marker == 0xD9)
                    return End();
                if (Segment(bytes, at) is not { } length || !IsKnown(marker) || !IsWhole(marker, bytes.Slice(at + 2, length - 2)))
                    return null;
                var body = bytes.Slice(at + 2, length - 2);
                if (marker is 0xC0 or 0xC1 or 0xC2)
                {
                    if (size is not null)
                        return null;
                    size = (BinaryPrimitives.ReadUInt16BigEndian(body[3..]), BinaryPrimitives.ReadUInt16BigEndian(body[1..]));
                    if (PictureReader.Size(size.Value.Width, size.Value.Height) is { } because)
                        return new PictureReading.Refused(because);
                }
                Keep(marker, body);
                at += length;
                if (marker == 0xDA && !Scan(bytes, ref at))
                    return null;
            }
            return null;
        }

        private PictureReading.Clean? End()
        {
            if (size is not var (width, height) || scans == 0)
                return null;
            ReadOnlySpan<byte> head = [0xFF, 0xD8, .. orientation == 1 ? [] : ExifOrientation.Write(orientation)];
            byte[] whole = [.. head, .. kept, 0xFF, 0xD9];
            return orientation >= 5 ? new PictureReading.Clean(whole, "jpg", height, width) : new PictureReading.Clean(whole, "jpg", width, height);
        }

        /// <summary>The marker at this place, which may be padded with FF; null where there is none.</summary>
        private static byte? Marker(ReadOnlySpan<byte> bytes, ref int at)
        {
            if (at >= bytes.Length || bytes[at] != 0xFF)
                return null;
            while (at < bytes.Length && bytes[at] == 0xFF)
                at++;
            return at < bytes.Length ? bytes[at++] : null;
        }

        /// <summary>Its length, that of the two bytes that say it included.</summary>
        private static int? Segment(ReadOnlySpan<byte> bytes, int at) =>
            at + 2 <= bytes.Length && BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) is >= 2 and var length && at + length <= bytes.Length ? length : null;

        /// <summary>Frames that browsers draw (baseline, extended, progressive), their tables, and what is written beside.</summary>
        private static bool IsKnown(byte marker) => marker is 0xC0 or 0xC1 or 0xC2 or 0xC4 or 0xDA or 0xDB or 0xDD or 0xFE or >= 0xE0 and <= 0xEF;

        /// <summary>Nothing else stands in a table than the table.</summary>
        private bool IsWhole(byte marker, ReadOnlySpan<byte> body) => marker switch
        {
            0xC0 or 0xC1 or 0xC2 => body.Length >= 6 && body[5] is 1 or 3 or 4 && body.Length == 6 + 3 * body[5] && body[0] == 8,
            0xDA => size is not null && ++scans <= MostScans && body.Length >= 1 && body[0] is >= 1 and <= 4 && body.Length == 4 + 2 * body[0],
            0xDD => body.Length == 2,
            0xDB => AreQuantizers(body),
            0xC4 => AreCodes(body),
            _ => true,
        };

        private static bool AreQuantizers(ReadOnlySpan<byte> body)
        {
            while (body.Length > 0)
            {
                var length = 1 + 64 * (1 + (body[0] >> 4));
                if (body[0] >> 4 > 1 || (body[0] & 15) > 3 || body.Length < length)
                    return false;
                body = body[length..];
            }
            return true;
        }

        private static bool AreCodes(ReadOnlySpan<byte> body)
        {
            while (body.Length > 0)
            {
                if (body.Length < 17 || body[0] >> 4 > 1 || (body[0] & 15) > 3)
                    return false;
                var values = 0;
                foreach (var count in body[1..17])
                    values += count;
                if (values > 256 || body.Length < 17 + values)
                    return false;
                body = body[(17 + values)..];
            }
            return true;
        }

        /// <summary>Of JFIF without its small copy, of Adobe the one mark that says how colours are coded; of EXIF how the camera was held; nothing of comments.</summary>
        private void Keep(byte marker, ReadOnlySpan<byte> body)
        {
            if (marker == 0xE1 && ExifOrientation.Read(body) is { } held)
                orientation = held;
            if (marker == 0xE0 && body.StartsWith("JFIF\0"u8) && body.Length >= 14)
                Add(marker, [.. body[..12], 0, 0]);
            else if (marker == 0xEE && body.StartsWith("Adobe"u8) && body.Length >= 12)
                Add(marker, body[..12]);
            else if (marker is not (0xFE or >= 0xE0 and <= 0xEF))
                Add(marker, body);
        }

        private void Add(byte marker, ReadOnlySpan<byte> body)
        {
            Span<byte> head = [0xFF, marker, 0, 0];
            BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(body.Length + 2));
            kept.AddRange(head);
            kept.AddRange(body);
        }

        /// <summary>Coded points, up to the marker that ends them; false where the file ends first.</summary>
        private bool Scan(ReadOnlySpan<byte> bytes, ref int at)
        {
            var from = at;
            while (at + 1 < bytes.Length)
            {
                var next = bytes[at..].IndexOf((byte)0xFF);
                if (next < 0)
                    return false;
                at += next;
                if (at + 1 >= bytes.Length)
                    return false;
                // A stuffed zero, a mark to restart from, padding.
                if (bytes[at + 1] is 0x00 or (>= 0xD0 and <= 0xD7))
                    at += 2;
                else if (bytes[at + 1] == 0xFF)
                    at++;
                else
                {
                    kept.AddRange(bytes[from..at]);
                    return at > from;
                }
            }
            return false;
        }
    }
}
