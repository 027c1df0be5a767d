using System.Buffers;
using System.Text;

namespace Almanach.Adapters.DataFiles.Texts;

/// <summary>
/// A text that is not UTF-8 throughout: one byte a letter (Windows-1252; of old programs, code page 850 or Macintosh,
/// told apart by which of them makes French letters), or UTF-8 with damage, told by its many whole sequences.
/// </summary>
internal static class NarrowScan
{
    private const string Letters = "éèêëàâäîïôöùûüçœæÿñ";

    private const string Usual = "ÉÈÊËÀÂÄÎÏÔÖÙÛÜÇŒÆ«»’‘“”–—…°²³€£§·\u00A0ªº½×";

    private static readonly int[] Pages = [1252, 850, 10000];

    public static ScannedText Of(IByteSource source)
    {
        using var stream = source.Open();
        var seen = new long[256];
        var (line, damaged, whole, broken) = (1, 0, 0L, 0L);
        var buffer = new byte[131_072];
        for (int read, held = 0; (read = stream.Read(buffer.AsSpan(held))) > 0 || held > 0;)
        {
            var text = buffer.AsSpan(0, held + read);
            var taken = 0;
            while (taken < text.Length)
            {
                if (text[taken] < 0x80)
                {
                    line += text[taken] == '\n' ? 1 : 0;
                    taken++;
                    continue;
                }
                var status = Rune.DecodeFromUtf8(text[taken..], out _, out var length);
                if (status == OperationStatus.NeedMoreData && read > 0)
                    break;
                if (status == OperationStatus.Done)
                    whole++;
                else if (broken++ == 0)
                    damaged = line;
                foreach (var one in text.Slice(taken, length))
                    seen[one]++;
                taken += length;
            }
            text[taken..].CopyTo(buffer);
            held = text.Length - taken;
        }
        return whole > 0 && whole >= broken ? new ScannedText(null, damaged) : new ScannedText(Likeliest(seen), null);
    }

    private static Encoding Likeliest(long[] seen) => Pages.Select(Encoding.GetEncoding).MaxBy(encoding => Score(encoding, seen))!;

    private static double Score(Encoding encoding, long[] seen)
    {
        var score = 0.0;
        for (var code = 0x80; code < 256; code++)
        {
            if (seen[code] == 0)
                continue;
            var letter = encoding.GetChars([(byte)code])[0];
            score += seen[code] * (Letters.Contains(letter, StringComparison.Ordinal) ? 1 : Usual.Contains(letter, StringComparison.Ordinal) ? 0.3 : -1);
        }
        return score;
    }
}
