using System.Globalization;
using System.Text;
using System.Xml;
using Almanach.Adapters.DataFiles.Cells;
using Almanach.Core.Data.Reading;

namespace Almanach.Adapters.DataFiles.OpenDocuments;

/// <summary>One cell: its value where it has one, else its paragraphs; comments left out.</summary>
internal static class OpenDocumentCell
{
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    private const string Words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    /// <summary>Leaves the reader on the end of the cell.</summary>
    public static (string Text, CellKind Kind) Read(XmlReader reader)
    {
        var type = reader.GetAttribute("value-type", Office);
        var value = type switch
        {
            "float" or "percentage" or "currency" => reader.GetAttribute("value", Office),
            "date" => reader.GetAttribute("date-value", Office),
            "time" => reader.GetAttribute("time-value", Office),
            "boolean" => reader.GetAttribute("boolean-value", Office),
            "string" => reader.GetAttribute("string-value", Office),
            _ => null,
        };
        var shown = reader.IsEmptyElement ? "" : Paragraphs(reader);
        return type switch
        {
            "float" or "percentage" or "currency" when Number(value, shown) is { } number => (number, CellKind.Number),
            "date" when value is not null => (value.EndsWith("T00:00:00", StringComparison.Ordinal) ? value[..10] : value, CellKind.Date),
            "time" when value is not null => (shown.Length > 0 ? shown : value, CellKind.Date),
            "boolean" when value is not null => (value, CellKind.Truth),
            _ when FailedFormula.Is(shown) || shown.StartsWith("Err:", StringComparison.Ordinal) => (shown, CellKind.Error),
            _ => (value ?? shown, CellKind.Text),
        };
    }

    /// <param name="shown">« 01004 » where the format shows zeros before 1004.</param>
    private static string? Number(string? value, string shown)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        var isCode = shown.Length is > 1 and <= 15 && shown[0] == '0' && shown.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
        return NumberText.Of(number, isCode ? new string('0', shown.Length) : null);
    }

    private static string Paragraphs(XmlReader reader)
    {
        var text = new StringBuilder();
        var (depth, paragraphs) = (reader.Depth, 0);
        while (reader.Read() && reader.Depth > depth)
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.NamespaceURI == Office || reader.LocalName is "table" or "shapes" or "frame":
                    Pass(reader);
                    break;
                case XmlNodeType.Element when reader.NamespaceURI == Words && reader.LocalName == "p":
                    if (paragraphs++ > 0)
                        text.Append('\n');
                    break;
                case XmlNodeType.Element when reader.NamespaceURI == Words && reader.LocalName == "s":
                    text.Append(' ', int.TryParse(reader.GetAttribute("c", Words), out var spaces) ? Math.Clamp(spaces, 1, 1_000) : 1);
                    break;
                case XmlNodeType.Element when reader.NamespaceURI == Words && reader.LocalName is "tab":
                    text.Append('\t');
                    break;
                case XmlNodeType.Element when reader.NamespaceURI == Words && reader.LocalName is "line-break":
                    text.Append('\n');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when paragraphs > 0:
                    if (text.Length + reader.Value.Length <= DataLimits.Cell)
                        text.Append(reader.Value);
                    else
                        throw new UnreadableException(OtherThanTable.TooLarge);
                    break;
                default:
                    break;
            }
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>To the end of the element, so that the next node is the one after it.</summary>
    private static void Pass(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
        }
    }
}
