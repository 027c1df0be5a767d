using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;

namespace Almanach.Core.Tests.Data;

/// <summary>Small tables as a producer would send them in CSV.</summary>
internal static class Texts
{
    public static TableRows Rows(string text) => new(new DataFileReader().Open(Bytes(text)).File!.Open(0));

    public static CheckReport Check(string text, string? schema = null, string? sheet = null)
    {
        var reading = schema is null ? null : SchemaReader.Read(Encoding.UTF8.GetBytes(schema));
        Assert.Empty(reading?.Problems ?? []);
        return TableCheck.Run(new DataFileReader().Open(Bytes(text)), new CheckOptions(reading?.Schema, sheet));
    }

    /// <summary>A schema of one field.</summary>
    public static string Field(string field) => $$"""{"fields":[{{field}}]}""";

    public static IEnumerable<string> Errors(this CheckReport report) => report.Errors.Kept.Select(finding => $"{finding.Type} {finding.Row}:{finding.Column}");

    public static IEnumerable<string> Warnings(this CheckReport report) => report.Warnings.Kept.Select(finding => $"{finding.Type} {finding.Row}:{finding.Column}");

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
