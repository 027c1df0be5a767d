namespace Almanach.Core.Data.Deliveries;

/// <summary>A data file that the coordinator accepted: what may be made into figures, and where they come from.</summary>
/// <param name="Delivery">Id of the expected delivery.</param>
/// <param name="Year">Of the collection, not of the figures.</param>
/// <param name="Period">What the figures are of, in words: « au 31 décembre 2021 ».</param>
/// <param name="Organisation">Id of the organisation that delivered it.</param>
/// <param name="Path">Of its bytes, as they came, among the files of the platform.</param>
/// <param name="Hash">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Name">As the depositor called it.</param>
/// <param name="At">When it came.</param>
/// <param name="Accepted">When it was accepted.</param>
/// <param name="Reason">Why, in spite of errors; empty for a valid file.</param>
/// <param name="Sheet">Where its table was found; empty for a text.</param>
/// <param name="Schema">By which it was checked, a file of the platform’s folder; empty for none.</param>
/// <param name="Corrections">Path of the values that are read as others with the depositor’s consent, <c>[{"column","value","proposed"}]</c>; empty for none. Whoever makes figures of the file reads it by them.</param>
public sealed record AcceptedFile(
    string Delivery, int Year, string Period, string Organisation, string Path, string Hash, string Name,
    DateTimeOffset At, DateTimeOffset Accepted, string Reason, string Sheet, string Schema, string Corrections = "")
{
    internal static AcceptedFile Of(DataDeposit deposit) => new(
        deposit.Delivery, deposit.Year, deposit.Period, deposit.Organisation, DataDeposit.RawPath(deposit.File), deposit.File, deposit.Name,
        deposit.At, deposit.Accepted!.Value, deposit.Reason, deposit.Checked?.Sheet ?? "", deposit.Checked?.Schema ?? "",
        deposit.Checked is { Mends.Length: > 0 } check ? DataDeposit.MendsPath(deposit.File, check.Mends) : "");
}
