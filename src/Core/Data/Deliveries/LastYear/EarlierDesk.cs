using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Deliveries.LastYear;

/// <summary>Finds what the file that was accepted before says of the next one: nothing is decided by it, all is proposed.</summary>
public sealed class EarlierDesk(Setting setting, DeliveryShelf shelf, IDataFiles? reader)
{
    private async Task<DataDeposit?> Last(int year, string delivery, CancellationToken stop) => (await shelf.All(stop))
        .Where(deposit => deposit.IsAccepted && deposit.Delivery == delivery && deposit.Year < year).OrderBy(deposit => deposit.Year).ThenBy(deposit => deposit.Accepted).LastOrDefault();

    /// <summary>Adds to the report of a file how it differs from the one that was accepted before: its columns where it has no schema, its figures in any case.</summary>
    /// <param name="file">SHA-256 of its bytes.</param>
    /// <param name="schema">By which it was checked; null for none.</param>
    public async Task Compare(CheckReport report, string file, string delivery, int year, TableSchema? schema, MendList agreed, CancellationToken stop = default)
    {
        if (report.Rows == 0 || await Last(year, delivery, stop) is not { Checked: { } check } last)
            return;
        if (schema is null && await Before(year, delivery, stop: stop) is { } before)
            EarlierFindings.Add(report, before, year);
        if (reader is null || last.File == file || await shelf.Raw(last.File, stop) is not { } then)
            return;
        await using var earlier = then;
        await using var now = await shelf.Raw(file, stop) ?? throw new InvalidOperationException($"The raw file {file} is gone.");
        try
        {
            YearChanges.Add(report,
                new ComparedFile(reader, earlier, check.Sheet.Length > 0 ? check.Sheet : null, setting.Folder.Schemas.GetValueOrDefault(check.Schema) ?? schema, await shelf.Mends(last.File, check.Mends, stop)),
                new ComparedFile(reader, now, report.Sheet.Length > 0 ? report.Sheet : null, schema, agreed),
                EarlierFile.When(last.Year, year), year - last.Year);
        }
        catch (UnreadableException)
        {
            // The file of this year was read to its end: it is that of before, which was accepted for what it is.
        }
    }

    /// <summary>The last file of a delivery that was accepted in a year before that one; null for none.</summary>
    /// <param name="most">A larger file is not read anew for it, in bytes: what was kept with its check is.</param>
    public async Task<EarlierFile?> Before(int year, string delivery, long most = long.MaxValue, CancellationToken stop = default)
    {
        if (await Last(year, delivery, stop) is not { Checked: { } check } last)
            return null;
        if ((await shelf.Schema(last, stop) ?? await Infer(last, most, stop)) is not { } inferred || SchemaReader.Read(inferred).Schema is not { } suggested)
            return null;
        return new EarlierFile(last, last.Year, check.Rows, setting.Folder.Schemas.GetValueOrDefault(check.Schema) ?? suggested, inferred);
    }

    /// <summary>The columns that a delivery is expected to have: those of its schema, else of the file before; null where nothing says them.</summary>
    public async Task<ExpectedColumns?> Columns(DeliveryTemplate template, int year, CancellationToken stop = default)
    {
        if (setting.Folder.Schemas.GetValueOrDefault(template.Schema) is { } schema)
            return new ExpectedColumns(null, Of(schema));
        return await Before(year, template.Id, ReceivingRules.Quick, stop) is { } earlier ? new ExpectedColumns(earlier, Of(earlier.Schema)) : null;
    }

    private static IReadOnlyList<ExpectedColumn> Of(TableSchema schema) =>
        [.. schema.Fields.Select(field => new ExpectedColumn(field.Name, field.Title == field.Name ? "" : field.Title, ColumnKinds.Of(field)))];

    /// <summary>Of a file that was checked by a schema, or before schemas were kept: read anew.</summary>
    private async Task<byte[]?> Infer(DataDeposit deposit, long most, CancellationToken stop)
    {
        if (reader is null || deposit.Size > most || await shelf.Raw(deposit.File, stop) is not { } raw)
            return null;
        await using var content = raw;
        var opening = reader.Open(content);
        using var file = opening.File;
        var report = TableCheck.Run(opening, new CheckOptions(null, deposit.Checked?.Sheet is { Length: > 0 } sheet ? sheet : null) { Agreed = await shelf.Mends(deposit.File, deposit.Checked?.Mends ?? "", stop) });
        return report.Profiles.Count > 0 ? SchemaInference.Of(report) : null;
    }
}
