using System.Buffers;
using System.Text;

namespace Almanach.Core.Platforms.Reading;

/// <summary>Turns a file's bytes into text and notices accents damaged by a wrong encoding.</summary>
internal static class TextBytes
{
    private const string SaveAsUtf8 =
        "Rouvrir le fichier d’origine et l’enregistrer en UTF-8 : « CSV UTF-8 » dans Excel, « Unicode (UTF-8) » dans LibreOffice, « Encodage : UTF-8 » dans le Bloc-notes.";

    private static readonly SearchValues<char> _suspects = SearchValues.Create("\uFFFDÃÂâ");

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, read as well as can be when the encoding is wrong, so that the other checks can still speak.</summary>
    public static string Read(byte[] bytes, Findings found)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            found.Error("", "Le fichier est enregistré en UTF-16, pas en UTF-8.", SaveAsUtf8);
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes, 2, bytes.Length - 2);
        }
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            var text = _strict.GetString(bytes, start, bytes.Length - start);
            NoticeDamage(text, found);
            return text;
        }
        catch (DecoderFallbackException broken)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(start + broken.Index, 0, bytes.Length)).Count((byte)'\n');
            found.Error($"ligne {line}",
                "Les accents sont illisibles : le fichier n’est pas en UTF-8, sans doute en Windows-1252 (« ANSI »).", SaveAsUtf8);
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static void NoticeDamage(string text, Findings found)
    {
        var from = 0;
        while (text.AsSpan(from).IndexOfAny(_suspects) is >= 0 and var next)
        {
            var at = from + next;
            from = at + 1;
            if (text[at] != '\uFFFD' && !TwiceEncoded(text, at))
                continue;
            found.Error($"ligne {1 + text.AsSpan(0, at).Count('\n')}",
                text[at] == '\uFFFD'
                    ? "Un caractère a été perdu (le signe de remplacement « \uFFFD » est à sa place)."
                    : $"Les accents sont abîmés (« {text.Substring(at, 2)} ») : le fichier, en UTF-8, a été ouvert en Windows-1252 puis enregistré.",
                SaveAsUtf8);
            return;
        }
    }

    /// <summary>« Ã© » for « é », « â€™ » for « ’ », « Â » before a lone sign: UTF-8 read as Windows-1252.</summary>
    private static bool TwiceEncoded(string text, int i) => i + 1 < text.Length && text[i] switch
    {
        'Ã' => text[i + 1] is >= '\u0080' and <= '\u00BF' or >= '\u0152' and <= '\u2122' and not '’' and not ' ',
        'Â' => text[i + 1] is >= '\u0080' and <= '\u009F' or >= '\u00A1' and <= '\u00BA',
        'â' => text[i + 1] == '€',
        _ => false,
    };
}
