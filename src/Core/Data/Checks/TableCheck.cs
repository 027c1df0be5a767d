using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;
using Almanach.Core.Data.Territories;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Checks;

/// <param name="Sheet">Named by whoever asks; null for the first with a table of figures.</param>
/// <param name="Year">Of the code lists, where the schema does not say.</param>
/// <param name="Atlas">The lists of territories; null where they are not to be checked.</param>
public sealed record CheckOptions(TableSchema? Schema = null, string? Sheet = null, int? Year = null, Atlas? Atlas = null)
{
    /// <summary>Values that the depositor agreed to have read as others.</summary>
    public MendList Agreed { get; init; } = MendList.None;
}

/// <summary>Checks one sheet of a file, in one pass and bounded memory.</summary>
public static class TableCheck
{
    public static CheckReport Run(DataFileOpening opening, CheckOptions options)
    {
        var findings = new Findings();
        foreach (var suspicion in opening.Facts?.Suspicions ?? [])
            findings.Warnings.Add(new Finding(suspicion.Type, null, null, null, null, suspicion.Message));
        if (opening.File is not { } file)
            return Unread(opening.Facts, "", opening.Problem!, findings);
        var sheet = "";
        try
        {
            var choice = SheetChoice.Of(file, options.Sheet);
            if (choice.Place is not { } place)
            {
                findings.Errors.Add(choice.Problem!);
                return new CheckReport(file.Facts, "", 0, 0, [], findings.Errors, findings.Warnings);
            }
            sheet = file.Facts.Sheets[place].Name;
            if (choice.Others.Count > 0)
                findings.Warnings.Add(new Finding(FindingTypes.OtherSheets, null, null, null, null, $"Seule la feuille {Place.Quoted(sheet)} a été vérifiée. Le classeur en a {(choice.Others.Count == 1 ? "une autre" : $"{choice.Others.Count} autres")}\u00A0: {string.Join(", ", choice.Others.Take(5).Select(Place.Quoted))}{(choice.Others.Count > 5 ? "…" : ".")}"));
            using var rows = new TableRows(file.Open(place));
            return new SheetCheck(rows, options, findings).Run(file.Facts, sheet);
        }
        catch (UnreadableException unreadable)
        {
            return Unread(file.Facts, sheet, unreadable.Problem, findings);
        }
    }

    /// <summary>Whatever else was found in a file that cannot be read to its end says nothing.</summary>
    private static CheckReport Unread(DataFileFacts? facts, string sheet, Unreadable problem, Findings findings)
    {
        var errors = new FindingLog();
        errors.Add(new Finding(problem.Type, problem.Row, null, null, null, problem.Message));
        return new CheckReport(facts, sheet, 0, 0, [], errors, findings.Warnings);
    }
}
