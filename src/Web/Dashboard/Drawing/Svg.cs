using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Almanach.Web.Dashboard.Drawing;

/// <summary>Text of an SVG drawing: numbers in the invariant culture, words escaped.</summary>
internal sealed class Svg
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    private readonly StringBuilder _text = new(16_384);

    public Svg Add(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public Svg Add(FormattableString markup)
    {
        _text.Append(markup.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    public static string Escape(string words) => Encoder.Encode(words);

    public static string Number(decimal value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    public override string ToString() => _text.ToString();
}
