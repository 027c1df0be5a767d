using System.Text;
using Almanach.Core.Pictures;

namespace Almanach.Core.Tests.Pictures;

/// <summary>What draws a picture is kept to the byte; what else stands in its file is not, and no file does harm.</summary>
public sealed class PictureReaderTests
{
    [Fact]
    public void A_jpeg_and_a_png_with_nothing_beside_them_are_kept_as_they_are()
    {
        var jpeg = Clean(Drawn.Jpeg);
        var png = Clean(Drawn.Png);

        Assert.Equal(("jpg", 240, 160), (jpeg.Extension, jpeg.Width, jpeg.Height));
        Assert.Equal(Drawn.Jpeg, jpeg.Bytes.ToArray());
        Assert.Equal(("png", 240, 160), (png.Extension, png.Width, png.Height));
        Assert.Equal(Drawn.Png, png.Bytes.ToArray());
    }

    [Fact]
    public void What_a_camera_writes_of_places_and_people_is_not_kept()
    {
        var taken = Drawn.With(Drawn.Jpeg, (0xE1, Drawn.Exif(1)), (0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Claire Martin"u8]), (0xE2, [.. "ICC_PROFILE\0Claire Martin"u8]),
            (0xED, [.. "Photoshop 3.0\0Claire Martin"u8]), (0xEE, [.. "Claire Martin"u8]), (0xE0, [.. "JFXX\0Claire Martin"u8]), (0xFE, [.. "Claire Martin"u8]));

        Assert.Equal(Drawn.Jpeg, Clean(taken).Bytes.ToArray());
    }

    [Fact]
    public void The_small_copy_that_shows_what_was_cut_away_is_not_kept()
    {
        var jfif = Drawn.Jpeg.AsSpan().IndexOf("JFIF\0"u8);
        byte[] with = [.. Drawn.Jpeg[..2], .. Drawn.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 72, 0, 72, 1, 1, 200, 100, 50]), .. Drawn.Jpeg[(jfif + 14)..]];

        var kept = Clean(with).Bytes.ToArray();

        Assert.Equal(Drawn.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 72, 0, 72, 0, 0]), kept[2..20]);
        Assert.Equal(Drawn.Jpeg[20..], kept[20..]);
    }

    [Fact]
    public void The_colour_mark_of_adobe_is_kept_without_what_follows_it()
    {
        byte[] mark = [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1];

        var kept = Clean(Drawn.With(Drawn.Jpeg, (0xEE, [.. mark, .. "Claire Martin"u8]))).Bytes.ToArray();

        Assert.Equal(Drawn.With(Drawn.Jpeg, (0xEE, mark)), kept);
    }

    [Theory]
    [InlineData(1, true, 240, 160)]
    [InlineData(3, true, 240, 160)] // upside down
    [InlineData(6, true, 160, 240)] // a phone held upright
    [InlineData(8, false, 160, 240)]
    public void How_the_camera_was_held_stays_and_nothing_else_of_its_block(int held, bool little, int width, int height)
    {
        var picture = Clean(Drawn.With(Drawn.Jpeg, (0xE1, Drawn.Exif(held, little))));

        var again = Clean(picture.Bytes.ToArray());

        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.Equal((width, height), (again.Width, again.Height));
        Assert.Equal(picture.Bytes.ToArray(), again.Bytes.ToArray());
        Assert.DoesNotContain("Claire", Encoding.Latin1.GetString(picture.Bytes.Span), StringComparison.Ordinal);
        Assert.Equal(held == 1 ? 0 : 36, picture.Bytes.Length - Drawn.Jpeg.Length);
    }

    [Theory]
    [InlineData(9)] // no such orientation
    [InlineData(0)]
    public void An_orientation_that_is_none_is_not_believed(int held) => Assert.Equal(Drawn.Jpeg, Clean(Drawn.With(Drawn.Jpeg, (0xE1, Drawn.Exif(held)))).Bytes.ToArray());

    [Fact]
    public void An_exif_block_cut_anywhere_does_no_harm()
    {
        var whole = Drawn.Exif(6);

        for (var length = 0; length <= whole.Length; length++)
            Assert.Equal("jpg", Clean(Drawn.With(Drawn.Jpeg, (0xE1, whole[..length]))).Extension);
    }

    [Fact]
    public void What_is_written_in_a_png_beside_its_points_is_not_kept()
    {
        var taken = Drawn.Grey(40, 40, beside: [("gAMA", [0, 0, 0, 1]), ("tEXt", [.. "Author\0Claire Martin"u8]), ("zTXt", [.. "Claire"u8]), ("iTXt", [.. "XML:com.adobe.xmp"u8]), ("eXIf", [.. "II*\0"u8]), ("tIME", new byte[7]), ("iCCP", [.. "Claire"u8]), ("acTL", new byte[8])]);

        Assert.Equal(Drawn.Grey(40, 40, beside: ("gAMA", [0, 0, 0, 1])), Clean(taken).Bytes.ToArray());
    }

    [Fact]
    public void What_follows_the_end_of_a_picture_is_not_kept()
    {
        byte[] page = [.. "<script>alert(1)</script>PK\x03\x04"u8];

        Assert.Equal(Drawn.Jpeg, Clean([.. Drawn.Jpeg, .. page]).Bytes.ToArray());
        Assert.Equal(Drawn.Png, Clean([.. Drawn.Png, .. page]).Bytes.ToArray());
    }

    [Fact]
    public void An_interlaced_png_unpacks_to_the_size_it_declares()
    {
        var (full, passes) = (33u, 0u);
        foreach (var (x, y, right, down) in new (uint, uint, uint, uint)[] { (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2) })
            passes += Lines(full, x, right) > 0 ? Lines(full, y, down) * (1 + Lines(full, x, right)) : 0;

        Assert.Equal("png", Clean(Drawn.Grey(full, full, new byte[passes], interlaced: true)).Extension);
        Assert.IsType<PictureReading.Refused>(PictureReader.Read(Drawn.Grey(full, full, new byte[passes - 1], interlaced: true)));

        static uint Lines(uint side, uint first, uint step) => (side - first + step - 1) / step;
    }

    public static TheoryData<string, byte[], string> Hostile => new()
    {
        { "nothing", [], "vide" },
        { "a page", [.. "<!doctype html><script>alert(1)</script>"u8], "n’est pas une image JPEG ou PNG" },
        { "a drawing that runs scripts", [.. "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8], "n’est pas une image JPEG ou PNG" },
        { "an animation", [.. "GIF89a"u8, .. new byte[50]], "n’est pas une image JPEG ou PNG" },
        { "a phone's own format", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[50]], "HEIC" },
        { "a page that begins as a JPEG", [0xFF, 0xD8, 0xFF, 0xFE, 0, 10, .. "<script>"u8, 0xFF, 0xD9], "abîmé" },
        { "only a start", [0xFF, 0xD8, 0xFF], "abîmé" },
        { "a hundred million points", Drawn.Sized(Drawn.Jpeg, 10_000, 10_000), "trop de points" },
        { "one very long line", Drawn.Sized(Drawn.Jpeg, 60_000, 40), "trop de points" },
        { "no height", Drawn.Sized(Drawn.Jpeg, 240, 0), "abîmé" },
        { "a dot", Drawn.Sized(Drawn.Jpeg, 1, 1), "trop petite" },
        { "a PNG of four thousand million points", Drawn.Grey(65_536, 65_536, new byte[100]), "trop de points" },
        { "a PNG larger than any number", Drawn.Grey(0xFFFFFFFF, 0xFFFFFFFF, new byte[100]), "trop de points" },
        { "a PNG that unpacks to more than it declares", Drawn.Grey(40, 40, new byte[20_000_000]), "abîmé" },
        { "a PNG that unpacks to less", Drawn.Grey(40, 40, new byte[1_000]), "abîmé" },
        { "a PNG with a depth there is not", Drawn.Grey(40, 40, depth: 3), "abîmé" },
        { "a PNG that lacks its palette", Drawn.Grey(40, 40, colours: 3), "abîmé" },
        { "a PNG with a critical chunk nobody knows", Drawn.Grey(40, 40, beside: ("ABCD", [])), "abîmé" },
        { "a PNG with two headers", Drawn.Grey(40, 40, beside: ("IHDR", new byte[13])), "abîmé" },
        { "a table too long for a table", Drawn.With(Drawn.Jpeg, (0xC4, [0, .. new byte[16], .. "PK\x03\x04"u8])), "abîmé" },
        { "a table of quantizers that hides words", Drawn.With(Drawn.Jpeg, (0xDB, [.. "Claire"u8])), "abîmé" },
        { "an arithmetic frame no browser draws", Drawn.With(Drawn.Jpeg, (0xC9, new byte[15])), "abîmé" },
        { "two frames", Drawn.With(Drawn.Jpeg, (0xC0, [8, 0, 40, 0, 40, 1, 1, 0x11, 0])), "abîmé" },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void A_file_that_is_no_picture_is_refused_with_what_to_do(string what, byte[] bytes, string because)
    {
        var refused = Assert.IsType<PictureReading.Refused>(PictureReader.Read(bytes));

        Assert.True(refused.Because.Contains(because, StringComparison.Ordinal), $"{what}: {refused.Because}");
    }

    [Fact]
    public void A_file_too_heavy_is_refused_by_its_weight()
    {
        var refused = Assert.IsType<PictureReading.Refused>(PictureReader.Read(new byte[PictureReader.MostBytes + 1]));

        Assert.StartsWith("Cette image pèse 6\u00A0Mo.", refused.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_cut_anywhere_is_refused()
    {
        for (var length = 0; length < Drawn.Jpeg.Length; length++)
            Assert.IsType<PictureReading.Refused>(PictureReader.Read(Drawn.Jpeg.AsMemory(0, length)));
        for (var length = 0; length < Drawn.Png.Length; length++)
            Assert.IsType<PictureReading.Refused>(PictureReader.Read(Drawn.Png.AsMemory(0, length)));
    }

    [Fact]
    public void A_bit_of_a_png_that_fell_over_is_noticed()
    {
        for (var at = 8; at < Drawn.Png.Length; at += 7)
        {
            var broken = (byte[])Drawn.Png.Clone();
            broken[at] ^= 0x10;
            Assert.IsType<PictureReading.Refused>(PictureReader.Read(broken));
        }
    }

    [Fact]
    public void Any_bytes_are_read_without_harm_and_what_is_kept_reads_as_itself()
    {
        var random = new Random(20);
        for (var round = 0; round < 3_000; round++)
        {
            var bytes = (byte[])(round % 2 == 0 ? Drawn.Jpeg : Drawn.Png).Clone();
            for (var change = 0; change <= round % 5; change++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            if (PictureReader.Read(bytes) is PictureReading.Clean clean)
                Assert.Equal(clean.Bytes.ToArray(), Clean(clean.Bytes.ToArray()).Bytes.ToArray());
        }
    }

    static PictureReading.Clean Clean(byte[] bytes) => Assert.IsType<PictureReading.Clean>(PictureReader.Read(bytes));
}
