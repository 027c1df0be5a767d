using System.Text.Encodings.Web;
using System.Text.Json;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Reading;

namespace Almanach.Core.Data.Schemas;

/// <summary>A Table Schema that the file itself suggests: a beginning, to be read again by whoever knows the data.</summary>
public static class SchemaInference
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(CheckReport report)
    {
        var text = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Readable))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
            json.WriteStartArray("fields");
            foreach (var column in report.Profiles)
                Field(json, column, report.Rows);
            json.WriteEndArray();
            MissingValues(json, report.Profiles);
            json.WriteEndObject();
        }
        return [.. text.WrittenSpan];
    }

    /// <summary>What nearly all cells are: a slip of the hand must not make a column of figures one of texts.</summary>
    public static FieldType TypeOf(ColumnProfile column)
    {
        var filled = column.Filled - column.MarkCount;
        if (filled == 0 || column.HoldsCodes || IsCode(column))
            return FieldType.String;
        if (column.Years == filled)
            return FieldType.Year;
        if (column.Numbers * 20 >= filled * 19 && column.Numbers > 0)
            return column.Whole == column.Numbers ? FieldType.Integer : FieldType.Number;
        return column.Dates * 20 >= filled * 19 ? FieldType.Date : column.Truths == filled ? FieldType.Boolean : FieldType.String;
    }

    /// <summary>All of one length, and with leading zeros or letters, or under a name that producers give to codes: those of EPCI are digits alone.</summary>
    public static bool IsCode(ColumnProfile column) =>
        column.Filled > column.MarkCount && column.Shortest == column.Longest && (column.HoldsCodes || column.Numbers > 0 && column.Numbers == column.Whole && TerritoryColumns.LevelOf(column.Name) is not null);

    private static void Field(Utf8JsonWriter json, ColumnProfile column, int rows)
    {
        var type = TypeOf(column);
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        if (column.Label != column.Name && column.Label.Length > 0)
            json.WriteString("title", column.Label);
        json.WriteString("type", type.ToString().ToLowerInvariant());
        if (type == FieldType.Number && (column.Signs & (NumberSigns.Comma | NumberSigns.Point)) == NumberSigns.Comma)
            json.WriteString("decimalChar", ",");
        var isRequired = column.Blanks == 0 && column.MarkCount == 0 && rows > 0;
        var isCode = type == FieldType.String && IsCode(column);
        var isPositive = type is FieldType.Integer or FieldType.Number && column.Negative == 0;
        if (isRequired || isCode || isPositive)
        {
            json.WriteStartObject("constraints");
            if (isRequired)
                json.WriteBoolean("required", true);
            if (isCode)
                json.WriteNumber("minLength", column.Shortest);
            if (isCode)
                json.WriteNumber("maxLength", column.Longest);
            if (isPositive)
                json.WriteNumber("minimum", 0);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void MissingValues(Utf8JsonWriter json, IReadOnlyList<ColumnProfile> columns)
    {
        json.WriteStartArray("missingValues");
        json.WriteStringValue("");
        foreach (var mark in columns.Where(column => TypeOf(column) is not FieldType.String).SelectMany(column => column.MarkTexts).Distinct().Order(StringComparer.Ordinal))
            json.WriteStringValue(mark);
        json.WriteEndArray();
    }
}
