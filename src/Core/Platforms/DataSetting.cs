using System.ComponentModel;
using Almanach.Core.Engine;

namespace Almanach.Core.Platforms;

/// <summary>The figures of the platform: which files it expects, and of whom.</summary>
public sealed record DataSetting(IReadOnlyList<DeliveryTemplate> Deliveries)
{
    public const int MostDeliveries = 200;

    public static DataSetting Empty { get; } = new([]);

    /// <summary>What is expected of an organisation, in the order of the configuration.</summary>
    public IReadOnlyList<DeliveryTemplate> Of(string organisation) => [.. Deliveries.Where(delivery => delivery.Organisation == organisation)];

    public DeliveryTemplate? Find(string id) => Deliveries.FirstOrDefault(delivery => delivery.Id == id);
}

/// <summary>A data file that is expected of an organisation each year.</summary>
/// <param name="Id">Lower-case letters, digits, dashes.</param>
/// <param name="Title">« Allocataires du RSA par EPCI ».</param>
/// <param name="Organisation">Id of who delivers it.</param>
/// <param name="Indicators">What it feeds, in words.</param>
/// <param name="Period">« au 31 décembre [année précédente] ».</param>
/// <param name="Due">Last day, as month and day: <c>05-31</c>; empty for the close of the consultation.</param>
/// <param name="Schema">A file of the platform’s folder: <c>schemas/rsa.json</c>; empty where the file is read without one.</param>
/// <param name="Level">Of the territories, in words: « EPCI ».</param>
/// <param name="TerritoryYear">Year of the official codes (1 January), where the schema does not say; 0 for none.</param>
public sealed record DeliveryTemplate(
    string Id, string Title, string Organisation, IReadOnlyList<string> Indicators, string Period,
    [DefaultValue("")] string Due = "", [DefaultValue("")] string Schema = "", [DefaultValue("")] string Level = "", [DefaultValue(0)] int TerritoryYear = 0)
{
    /// <summary>What title and period may hold.</summary>
    public static IReadOnlyCollection<string> Words { get; } = ["année", "année précédente"];

    /// <summary>As that year expects it.</summary>
    public DeliveryTemplate For(int year)
    {
        string Fill(string text) => Setting.Fill(text, year).Replace("[année précédente]", (year - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return this with { Title = Fill(Title), Period = Fill(Period), Indicators = [.. Indicators.Select(Fill)] };
    }

    /// <summary>The last day in that year; null where none is set, or it cannot be read.</summary>
    public DateOnly? LastDay(int year) =>
        Due.Length == 5 && DateOnly.TryParseExact($"{year:D4}-{Due}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}
