using System.Text.Json.Serialization;
using Almanach.Core.Data.Deliveries.Repairs;
using Almanach.Core.Data.Series;

namespace Almanach.Core.Data.Deliveries;

/// <summary>What is known of one file given for one delivery. Which file stands, the answer of the organisation says.</summary>
/// <param name="Year">Of the consultation that asked for it.</param>
/// <param name="Period">What the figures are of, as that year expected it: « au 31 décembre 2021 ».</param>
/// <param name="File">SHA-256 of its bytes.</param>
/// <param name="Checked">What the check found; null where it could not be run.</param>
/// <param name="Accepted">When the coordinator took it for the platform’s work; null before.</param>
/// <param name="Reason">Why she took one with errors.</param>
public sealed record DataDeposit(
    string Consultation, string Delivery, int Year, string Period, string Organisation, string File, string Name, long Size, string By, DeliveryWay Way, DateTimeOffset At,
    CheckedFile? Checked, DateTimeOffset? Accepted = null, string Reason = "")
{
    public const string Partition = "deliveries";

    /// <summary>Folder of the raw files and their reports.</summary>
    public const string Folder = "depots-de-donnees";

    /// <summary>How the keys of all deposits begin.</summary>
    public const string Every = "deposit|";

    [JsonIgnore]
    public string Key => KeyOf(Consultation, Delivery, File);

    [JsonIgnore]
    public bool IsAccepted => Accepted is not null;

    public static string Prefix(string consultation) => $"{Every}{consultation}|";

    /// <summary>The same bytes for the same delivery are one deposit.</summary>
    public static string KeyOf(string consultation, string delivery, string file) => $"{Prefix(consultation)}{delivery}|{file}";

    /// <summary>Where the bytes lie, as they came: nothing that anybody types is in the path.</summary>
    public static string RawPath(string file) => $"{Folder}/{file}/brut";

    /// <summary>The schema that a file suggests which was checked without one.</summary>
    public static string SchemaPath(string consultation, string delivery, string file) => $"{Folder}/{file}/{consultation}-{delivery}-schema.json";

    /// <summary>Which of its values are read as others: a list that is named by its hash, written once.</summary>
    public static string MendsPath(string file, string list) => $"{MendsFolder(file)}{list}.json";

    public static string MendsFolder(string file) => $"{Folder}/{file}/corrections/";

    /// <summary>What was found in it, by the schema of that delivery.</summary>
    public static string ReportPath(string consultation, string delivery, string file) => $"{Folder}/{file}/{consultation}-{delivery}.json";
}

/// <summary>The outcome of a check, in short; the whole is a file beside the raw one.</summary>
/// <param name="Rows">Rows of data read.</param>
/// <param name="OfValues">Every error is about the value of one cell.</param>
/// <param name="First">The first errors, in French.</param>
/// <param name="Sheet">Where the table was found; empty for a text.</param>
/// <param name="Schema">By which it was checked, a file of the platform’s folder: <c>schemas/rsa.json</c>; empty for none.</param>
/// <param name="Consent">By whose word values were read as others; null for nobody’s.</param>
/// <param name="Mends">Which: SHA-256 of the list beside the raw file; empty for none.</param>
/// <param name="Mended">Cells that were read by it.</param>
/// <param name="Offered">Values that can be mended, once somebody agrees.</param>
/// <param name="Few">Counts below the threshold of their source; null or empty for none.</param>
public sealed record CheckedFile(
    DateTimeOffset At, bool IsValid, int Rows, int Errors, int Warnings, bool OfValues, IReadOnlyList<string> First, string Sheet = "", string Schema = "",
    RepairConsent? Consent = null, string Mends = "", int Mended = 0, int Offered = 0, IReadOnlyList<FewUnits>? Few = null);
