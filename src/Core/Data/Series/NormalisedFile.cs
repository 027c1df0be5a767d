using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Territories;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Series;

/// <summary>What a raw file became, or why nothing.</summary>
/// <param name="Data">The normalised rows, compressed.</param>
public sealed record NormalisedFile(NormalisedTable? Table, byte[] Data, IReadOnlyList<string> Problems)
{
    public static NormalisedFile Not(params IReadOnlyList<string> problems) => new(null, [], problems);

    /// <summary>Reads a raw file whole; nothing of a file with one bad cell.</summary>
    /// <param name="year">Of the platform: fills the period of the reading.</param>
    /// <param name="lists">What codes or names of territories are held against; null: codes are kept as they are.</param>
    /// <param name="agreed">Values of the column of territories that are read as others, with the depositor’s consent; null for none: the reading is strict.</param>
    public static NormalisedFile Of(IDataFiles reader, SeriesReading reading, Stream raw, int year, Atlas? lists, MendList? agreed = null)
    {
        var sheet = reading.Sheet.Length > 0 ? reading.Sheet : null;
        var opening = reader.Open(raw, sheet);
        if (opening.File is not { } file)
            return Not(opening.Problem!.Message);
        using var _ = file;
        try
        {
            var choice = SheetChoice.Of(file, file.Facts.Sheets is [{ Name.Length: 0 }] ? null : sheet);
            if (choice.Place is not { } place)
                return Not(choice.Problem!.Message);
            using var rows = new TableRows(file.Open(place));
            if (rows.Head is not { } head)
                return Not("Cette feuille ne contient aucun tableau.");
            var (columns, problems) = ReadColumns.Of(head, reading, reading.PeriodIn(year));
            if (columns is null)
                return Not(problems);
            MendedColumns.Of(rows, head, agreed ?? MendList.None, columns.Territory);
            using var data = new MemoryStream();
            NormalisedTable table;
            using (var gzip = new GzipAside(data))
                table = SeriesNormaliser.Run(rows, file.Facts.Sheets[place].Name, columns, reading, lists, gzip);
            return table.Odd.Count > 0 ? Not(table.Odd)
                : table.Rows == 0 ? Not("Le tableau n’a aucune ligne de données.")
                : new NormalisedFile(table, data.ToArray(), []);
        }
        catch (UnreadableException unreadable)
        {
            return Not(unreadable.Problem.Message);
        }
    }
}
