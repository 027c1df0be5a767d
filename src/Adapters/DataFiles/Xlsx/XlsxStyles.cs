using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Almanach.Adapters.DataFiles.Xlsx;

/// <summary>What the format of a cell makes of its number: a date, a code with zeros before it, or the number.</summary>
internal sealed partial class XlsxStyles
{
    public static readonly XlsxStyles None = new();

    private readonly List<string?> _formats = [];

    private readonly List<bool> _dates = [];

    public bool IsDate(int style) => style < _dates.Count && _dates[style];

    /// <summary>The format, where it is its own; null for a built-in one.</summary>
    public string? Format(int style) => style < _formats.Count ? _formats[style] : null;

    public static XlsxStyles Of(Stream content)
    {
        var styles = new XlsxStyles();
        var own = new Dictionary<int, string>();
        var inCells = false;
        using var reader = XmlReader.Create(content, XlsxWorkbook.Settings);
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
                own[Number(reader, "numFmtId")] = reader.GetAttribute("formatCode") ?? "";
            else if (reader.LocalName == "cellXfs")
                inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            else if (inCells && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                styles.Add(Number(reader, "numFmtId"), own);
        return styles;
    }

    private void Add(int id, Dictionary<int, string> own)
    {
        var format = own.GetValueOrDefault(id);
        _formats.Add(format);
        _dates.Add(format is null ? id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) : IsDateFormat(format));
    }

    private static int Number(XmlReader reader, string attribute) => int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A letter of days or hours outside of quotes, brackets and escapes, in the part for positive numbers.</summary>
    private static bool IsDateFormat(string format)
    {
        var bare = Literal().Replace(format.Split(';')[0], "");
        return !General().IsMatch(bare) && DateLetters().IsMatch(bare);
    }

    [GeneratedRegex("general|standard", RegexOptions.IgnoreCase)]
    private static partial Regex General();

    /// <summary>Days, months and hours in English, and as French programs write them (jj/mm/aaaa).</summary>
    [GeneratedRegex("[yYdDhHjJ]|[mM]{2}|[sS]{2}|[aA]{4}")]
    private static partial Regex DateLetters();

    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[(?![hHmMsS]+\])[^\]]*\]
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();
}
