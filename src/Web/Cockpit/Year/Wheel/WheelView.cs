using Almanach.Core.French;

namespace Almanach.Web.Cockpit.Year.Wheel;

/// <summary>The wheel and all it shows, in words.</summary>
/// <param name="Svg">The drawing, without a list.</param>
/// <param name="Breaks">School holidays of the years shown.</param>
/// <param name="Academies">Whose they are; empty when the platform names none.</param>
public sealed record WheelView(
    int Year, string Svg, IReadOnlyList<WheelRow> Rows, IReadOnlyList<string> Kinds, IReadOnlyList<string> Breaks, string Academies, IReadOnlyList<string> Holidays, string Today)
{
    internal static WheelView Of(WheelMatter matter, IReadOnlyList<string> academies)
    {
        var years = WheelLayout.Of(matter.Year, matter.Items).Rings.Select(ring => ring.Year).Order().ToList();
        return new WheelView(
            matter.Year, WheelDrawing.Draw(matter, alone: false),
            [.. matter.Items.Select(item => new WheelRow(item.Number, item.Title, Addresses.Step(matter.Year, item.Id), WheelKinds.Name(item.Kind), ClassOf(item.Kind), item.When))],
            [.. WheelKinds.All.Where(kind => matter.Items.Any(item => item.Kind == kind)).Select(ClassOf)],
            [.. years.SelectMany(year => matter.Breaks.GetValueOrDefault(year) ?? []).Select(off => off.Text)], Lists.Join(academies),
            [.. years.Select(year => $"{year}\u00A0: {Lists.Join(WheelDays.Holidays(year).Select(pair => $"{pair.Name} ({FrenchDates.ShortDay(pair.Day)})"))}.")],
            matter.Today is { } today && years.Contains(today.Year) ? FrenchDates.Day(today) : "");
    }

    private static string ClassOf(WheelKind kind) => kind.ToString().ToLowerInvariant();
}

/// <param name="Class">Of the mark before its number.</param>
public sealed record WheelRow(int Number, string Title, string Href, string Kind, string Class, string When);
