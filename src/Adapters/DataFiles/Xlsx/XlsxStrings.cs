using System.Text;
using System.Xml;
using Almanach.Core.Data.Reading;

namespace Almanach.Adapters.DataFiles.Xlsx;

/// <summary>The strings cells share, as UTF-8 one after the other.</summary>
internal sealed class XlsxStrings
{
    public static readonly XlsxStrings None = new();

    private readonly List<int> _ends = [];

    private byte[] _bytes = [];

    private int _used;

    public static XlsxStrings Of(Stream content)
    {
        var strings = new XlsxStrings();
        using var reader = XmlReader.Create(content, XlsxWorkbook.Settings);
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
                strings.Add(XlsxText.Of(reader));
        return strings;
    }

    public ReadOnlySpan<byte> this[int place]
    {
        get
        {
            if ((uint)place >= (uint)_ends.Count)
                throw new InvalidDataException();
            var start = place == 0 ? 0 : _ends[place - 1];
            return _bytes.AsSpan(start, _ends[place] - start);
        }
    }

    private void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (_used + (long)length > DataLimits.Bytes)
            throw new UnreadableException(OtherThanTable.TooLarge);
        if (_used + length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_used + length, Math.Max(4_096, _bytes.Length * 2)));
        _used += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_used));
        _ends.Add(_used);
    }
}

/// <summary>The text of a rich or plain string: its runs, without what tells how to pronounce them.</summary>
internal static class XlsxText
{
    /// <param name="reader">On the element that holds the string; left on its end.</param>
    public static string Of(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var (depth, spoken, inText, text) = (reader.Depth, -1, false, "");
        StringBuilder? more = null;
        while (reader.Read() && reader.Depth > depth)
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "rPh" && spoken < 0 && !reader.IsEmptyElement:
                    spoken = reader.Depth;
                    break;
                case XmlNodeType.Element when reader.LocalName == "t":
                    inText = !reader.IsEmptyElement && spoken < 0;
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    if (reader.Depth == spoken)
                        spoken = -1;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inText:
                    if (text.Length == 0 && more is null)
                        text = reader.Value;
                    else
                        (more ??= new StringBuilder(text)).Append(reader.Value);
                    if ((more?.Length ?? text.Length) > DataLimits.Cell * 4)
                        throw new UnreadableException(OtherThanTable.TooLarge);
                    break;
                default:
                    break;
            }
        return Unescaped(more?.ToString() ?? text);
    }

    /// <summary>_x000D_ is a character XML cannot hold (ECMA-376 part 1, 22.9.2.19).</summary>
    private static string Unescaped(string text) =>
        text.Contains("_x000", StringComparison.Ordinal) ? text.Replace("_x000D_", "", StringComparison.Ordinal).Replace("_x000A_", "\n", StringComparison.Ordinal).Replace("_x0009_", "\t", StringComparison.Ordinal) : text;
}
