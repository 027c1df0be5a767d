using Almanach.Core;
using Almanach.Core.Cycle;
using Almanach.Core.French;
using Almanach.Core.Library;
using Almanach.Core.Platforms;

namespace Almanach.Web.Library;

/// <summary>Names of what documents belong to.</summary>
/// <param name="Names">By place (<see cref="LibraryPlace"/>): bodies, then working groups, then meetings, latest first.</param>
public sealed record LibraryPlaces(IReadOnlyList<KeyValuePair<string, string>> Names)
{
    public static async Task<LibraryPlaces> Of(Office office, CancellationToken stop = default)
    {
        List<KeyValuePair<string, string>> names =
        [
            .. office.Setting.Platform.Bodies.Select(body => KeyValuePair.Create(LibraryPlace.Body + body.Id, body.Name)),
            .. (await office.Groups.All(stop)).Select(group => KeyValuePair.Create(LibraryPlace.Group + group.Id, $"Groupe «\u00A0{Typography.Text(group.Title)}\u00A0»")),
        ];
        foreach (var year in (await office.Opening.Years(stop)).Reverse())
            names.AddRange(((await office.Cycle.Find(year, stop))?.Steps ?? [])
                .Where(step => step.Work is StepWork.Meet && step.State != StepState.Skipped).OrderByDescending(step => step.Starts)
                .Select(step => KeyValuePair.Create($"{LibraryPlace.Meeting}{year}-{step.Id}", $"{step.Title}, {FrenchDates.Day(office.Setting.Zone.DayOf(step.Starts))}")));
        return new LibraryPlaces(names);
    }

    /// <summary>« Comité de pilotage »; empty for a document of the whole network.</summary>
    public string Of(LibraryItem item) => LibraryPlace.Of(item).Select(Name).FirstOrDefault(name => name.Length > 0) ?? "";

    public string Name(string place) => Names.FirstOrDefault(name => name.Key == place).Value ?? "";

    /// <summary>Those to which at least one of some documents belongs.</summary>
    public IReadOnlyList<(string Value, string Label)> Among(IReadOnlyList<LibraryItem> items)
    {
        var held = items.SelectMany(LibraryPlace.Of).ToHashSet();
        return [.. Names.Where(name => held.Contains(name.Key)).Select(name => (name.Key, name.Value))];
    }
}
