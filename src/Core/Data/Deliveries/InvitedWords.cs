using Almanach.Core.Calendar;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Data.Deliveries;

/// <summary>What an invitation tells the people of one organisation: which files, and until when the first of them.</summary>
public static class InvitedWords
{
    /// <param name="owed">What is expected of the organisation.</param>
    /// <param name="closes">Of the collection; null for no end.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(IReadOnlyList<DeliveryTemplate> owed, int year, DateTimeOffset? closes, PlatformZone zone) =>
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["livraisons"] = [.. owed.Select(delivery => One(delivery, year))],
            ["échéance"] = First(owed, year, closes, zone) is { Length: > 0 } first ? [first] : [],
        };

    /// <summary>« Allocataires du RSA, au 31 décembre 2021 », with its own last day where it has one: « …, jusqu’au mardi 31 mai 2022 ».</summary>
    private static string One(DeliveryTemplate template, int year) =>
        DeliveryWords.Expected(template.For(year)) + (template.LastDay(year) is { } last ? $", jusqu’au {FrenchDates.Day(last)}" : "");

    /// <summary>« jusqu’au mardi 31 mai 2022 », « … pour le premier » where another may come later. A file’s own day counts even after the collection has closed.</summary>
    private static string First(IReadOnlyList<DeliveryTemplate> owed, int year, DateTimeOffset? closes, PlatformZone zone)
    {
        List<(DateTimeOffset? End, string Words)> ends = [.. owed.Select(delivery => delivery.LastDay(year) is { } last
            ? (zone.EndOf(last), FrenchDates.Day(last)) : (closes, closes is { } end ? FrenchDates.End(zone.LocalOf(end)) : ""))];
        var first = ends.Where(end => end.End is not null).OrderBy(end => end.End).FirstOrDefault();
        return first.End is null ? "" : $"jusqu’au {first.Words}{(ends.TrueForAll(end => end.End == first.End) ? "" : " pour le premier")}";
    }
}
