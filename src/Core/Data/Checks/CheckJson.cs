using System.Text.Encodings.Web;
using System.Text.Json;
using Almanach.Core.Data.Reading;

namespace Almanach.Core.Data.Checks;

/// <summary>
/// A report as JSON: <c>{"valid","format","encoding","separator","sheet","rows","columns","errors":[{"type","row","column","field","value","message"}],"warnings":[…]}</c>,
/// then what all of them count, the first thousand of each being given.
/// </summary>
public static class CheckJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(CheckReport report)
    {
        var text = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Readable))
        {
            json.WriteStartObject();
            json.WriteBoolean("valid", report.IsValid);
            Facts(json, report.Facts, report.Sheet);
            json.WriteNumber("rows", report.Rows);
            json.WriteNumber("columns", report.Columns);
            json.WriteStartArray("fields");
            foreach (var field in report.Fields)
                json.WriteStringValue(field);
            json.WriteEndArray();
            Findings(json, "errors", report.Errors);
            Findings(json, "warnings", report.Warnings);
            Repairs(json, report.Repairs);
            Mends(json, report);
            json.WriteStartObject("counts");
            json.WriteNumber("errors", report.Errors.Count);
            json.WriteNumber("warnings", report.Warnings.Count);
            json.WriteNumber("repairs", report.RepairCount);
            Counts(json, "errorsByType", report.Errors);
            Counts(json, "warningsByType", report.Warnings);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return [.. text.WrittenSpan];
    }

    private static void Facts(Utf8JsonWriter json, DataFileFacts? facts, string sheet)
    {
        json.WriteString("format", facts?.Format);
        json.WriteString("encoding", facts?.Encoding);
        json.WriteString("separator", facts?.Separator?.ToString());
        json.WriteString("sheet", sheet.Length == 0 ? null : sheet);
        if (facts?.Archived is { } archived)
            json.WriteString("archived", archived);
    }

    private static void Findings(Utf8JsonWriter json, string name, FindingLog log)
    {
        json.WriteStartArray(name);
        foreach (var finding in log.Kept)
        {
            json.WriteStartObject();
            json.WriteString("type", finding.Type);
            Number(json, "row", finding.Row);
            Number(json, "column", finding.Column);
            json.WriteString("field", finding.Field);
            json.WriteString("value", finding.Value);
            json.WriteString("message", finding.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Repairs(Utf8JsonWriter json, IReadOnlyList<RepairOffer> repairs)
    {
        json.WriteStartArray("repairs");
        foreach (var repair in repairs.Take(FindingLog.Shown))
        {
            json.WriteStartObject();
            json.WriteNumber("row", repair.Row);
            json.WriteNumber("column", repair.Column);
            json.WriteString("field", repair.Field);
            json.WriteString("value", repair.Value);
            json.WriteString("proposed", repair.Proposed);
            json.WriteString("reason", repair.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>By value, each once: what is offered to be mended, and what was read mended. Neither where there is none.</summary>
    private static void Mends(Utf8JsonWriter json, CheckReport report)
    {
        if (report.Offers.Count > 0)
        {
            json.WriteStartArray("offers");
            foreach (var offer in report.Offers)
            {
                json.WriteStartObject();
                json.WriteString("column", offer.Column);
                json.WriteString("value", offer.Value);
                json.WriteString("proposed", offer.Proposed);
                json.WriteString("name", offer.Name);
                json.WriteString("reason", offer.Reason);
                json.WriteBoolean("sure", offer.Sure);
                json.WriteNumber("rows", offer.Rows);
                json.WriteStartArray("first");
                foreach (var row in offer.First)
                    json.WriteNumberValue(row);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (report.Mended.Count == 0)
            return;
        json.WriteStartArray("mended");
        foreach (var mended in report.Mended)
        {
            json.WriteStartObject();
            json.WriteString("column", mended.Column);
            json.WriteString("value", mended.Value);
            json.WriteString("proposed", mended.Proposed);
            json.WriteNumber("rows", mended.Rows);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    private static void Counts(Utf8JsonWriter json, string name, FindingLog log)
    {
        json.WriteStartObject(name);
        foreach (var (type, count) in log.Counts)
            json.WriteNumber(type, count);
        json.WriteEndObject();
    }
}
