using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter.Subscriptions;

/// <summary>What a member of the network keeps and leaves. Pure.</summary>
public static class ListChoiceRules
{
    /// <summary>Lists that the platform no longer has stay as they were: one may come back.</summary>
    /// <param name="kept">Ids of the newsletters she receives from now on.</param>
    /// <param name="objects">Whether she objects to all mail; null where that is not asked.</param>
    /// <returns>Null where nothing changes.</returns>
    public static ChosenLists? Choose(
        Contact contact, ListChoice before, IReadOnlyList<NewsletterSetting> newsletters, IReadOnlyCollection<string> kept, bool? objects, DateOnly today, bool byCoordination)
    {
        var was = contact.LeftLists ?? [];
        List<string> left = [.. was.Where(list => newsletters.All(letter => letter.Id != list))
            .Concat(newsletters.Select(letter => letter.Id).Where(list => !kept.Contains(list))).Distinct().Order(StringComparer.Ordinal)];
        if (left.Order(StringComparer.Ordinal).SequenceEqual(was.Order(StringComparer.Ordinal)) && (objects ?? contact.Suppressed) == contact.Suppressed)
            return null;
        return new ChosenLists(
            contact with { LeftLists = left.Count > 0 ? left : null, Suppressed = objects ?? contact.Suppressed },
            new ListChoice(left.ToDictionary(list => list, list => before.Left.GetValueOrDefault(list) ?? new ListDeparture(today, byCoordination))),
            [.. left.Except(was)], [.. was.Except(left)]);
    }

    /// <summary>How many left a list between two days, both included.</summary>
    public static int Departures(IEnumerable<ListChoice> choices, string list, DateOnly from, DateOnly to) =>
        choices.Count(choice => choice.Left.GetValueOrDefault(list) is { } departure && departure.On >= from && departure.On <= to);
}

/// <param name="Gone">Ids of the lists she leaves.</param>
/// <param name="Back">Ids of those she comes back to.</param>
public sealed record ChosenLists(Contact Contact, ListChoice Choice, IReadOnlyList<string> Gone, IReadOnlyList<string> Back);
