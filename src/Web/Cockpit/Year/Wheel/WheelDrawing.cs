using System.Globalization;
using System.Text;
using System.Xml;
using Almanach.Core.French;

namespace Almanach.Web.Cockpit.Year.Wheel;

/// <summary>What a wheel shows, before it is drawn.</summary>
/// <param name="Platform">Its short name, in the title.</param>
/// <param name="Today">Marked when it falls in one of the rings; null for a drawing to keep.</param>
public sealed record WheelMatter(
    int Year, string Platform, IReadOnlyList<WheelItem> Items, IReadOnlyDictionary<int, IReadOnlyList<WheelBreak>> Breaks, DateOnly? Today);

/// <summary>The wheel as SVG. Nothing in it runs, and it needs no style sheet: it looks the same as a file of its own.</summary>
public sealed class WheelDrawing
{
    private const string Ink = "#1d2226";
    private const double Legend = 580;
    private readonly StringBuilder svg = new();

    private WheelDrawing()
    {
    }

    /// <param name="alone">With the list of steps beside it, for a file; without it, for a page that has its own.</param>
    public static string Draw(WheelMatter matter, bool alone)
    {
        var drawing = new WheelDrawing();
        drawing.Whole(matter, WheelLayout.Of(matter.Year, matter.Items), alone);
        return drawing.svg.ToString();
    }

    private void Whole(WheelMatter matter, WheelLayout layout, bool alone)
    {
        var width = WheelLayout.Size + (alone ? Legend : 0);
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {N(width)} {N(WheelLayout.Size)}" role="img" aria-labelledby="roue-titre roue-texte" font-family="Helvetica, Arial, sans-serif" fill="{Ink}"><title id="roue-titre">{Text($"La roue de l’année {matter.Year}, {matter.Platform}")}</title><desc id="roue-texte">{Text(Described(matter, layout))}</desc>""");
        if (alone)
            svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{N(width)}" height="{N(WheelLayout.Size)}" fill="#fff"/>""");
        foreach (var ring in layout.Rings)
            Ring(ring, matter.Breaks.GetValueOrDefault(ring.Year) ?? []);
        Months(layout);
        if (matter.Today is { } today && layout.Rings.FirstOrDefault(ring => ring.Year == today.Year) is { } now)
            Today(now, WheelAngles.Of(today, 0.5));
        foreach (var mark in layout.Marks)
            Line(mark, layout.Badge);
        foreach (var mark in layout.Marks)
            Number(WheelAngles.Point(mark.Radius, mark.Badge), layout.Badge, mark.Item);
        Middle(matter, layout);
        if (alone)
            List(matter);
        svg.Append("</svg>");
    }

    private static string Described(WheelMatter matter, WheelLayout layout) =>
        $"{Numbers.Count(matter.Items.Count, "étape", "étapes")} sur {(layout.Rings.Count == 1 ? "un anneau" : $"{Numbers.Words(layout.Rings.Count)} anneaux")}, de janvier en haut à décembre, dans le sens des aiguilles d’une montre. {string.Concat(matter.Items.Select(item => $"{item.Number}. {item.Title}, {WheelKinds.Name(item.Kind)}, {item.When}. "))}".TrimEnd();

    private void Ring(WheelRing ring, IReadOnlyList<WheelBreak> breaks)
    {
        Circle(ring.Outer, "#9aa0a4");
        Circle(ring.Inner, "#9aa0a4");
        foreach (var off in breaks)
            svg.Append(CultureInfo.InvariantCulture, $"""<path d="{WheelPaths.Sector(ring.Inner + 1, ring.Outer - 1, WheelAngles.Of(off.First), WheelAngles.Of(off.Last, 1))}" fill="#f4ead2"/>""");
        foreach (var (day, _) in WheelDays.Holidays(ring.Year))
            Radial(ring.Outer - 7, ring.Outer, WheelAngles.Of(day, 0.5), Ink, 2);
    }

    private void Months(WheelLayout layout)
    {
        for (var month = 1; month <= 12; month++)
        {
            Radial(layout.Rings[^1].Inner, WheelLayout.Outer + 8, WheelAngles.Whole * (month - 1) / 12, "#c9ccce", 1);
            var angle = WheelAngles.Whole * (month - 0.5) / 12;
            var upright = Math.Cos(angle) >= 0;
            var (x, y) = WheelAngles.Point(WheelLayout.Outer + (upright ? 18 : 32), angle);
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{N(x)}" y="{N(y)}" font-size="20" text-anchor="middle" transform="rotate({N(angle * 180 / Math.PI + (upright ? 0 : 180))} {N(x)} {N(y)})">{FrenchDates.Month(month)}</text>""");
        }
    }

    private void Today(WheelRing ring, double angle)
    {
        Radial(ring.Inner, ring.Outer, angle, "#b35300", 3);
        var (x, y) = WheelAngles.Point(ring.Outer, angle);
        svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{N(x)}" cy="{N(y)}" r="6" fill="#b35300"/>""");
    }

    /// <summary>How long it lasts; or from its day to where its number found room.</summary>
    private void Line(WheelMark mark, double badge)
    {
        var colour = WheelKinds.Colour(mark.Item.Kind);
        if (mark.To > mark.From)
            svg.Append(CultureInfo.InvariantCulture, $"""<path d="{WheelPaths.Arc(mark.Radius, mark.From, mark.To)}" fill="none" stroke="{colour}" stroke-width="{N(badge * 0.8)}"/>""");
        if (mark.Badge > mark.From)
            svg.Append(CultureInfo.InvariantCulture, $"""<path d="{WheelPaths.Arc(mark.Radius, mark.From, mark.Badge)}" fill="none" stroke="{colour}" stroke-width="1"/>""");
    }

    private void Number((double X, double Y) at, double size, WheelItem item)
    {
        var colour = WheelKinds.Colour(item.Kind);
        var hollow = WheelKinds.IsHollow(item.Kind);
        var paint = $"""fill="{(hollow ? "#fff" : colour)}" stroke="{(hollow ? colour : "#fff")}" stroke-width="{N(hollow ? size / 6 : 1)}" """;
        svg.Append(WheelKinds.IsSquare(item.Kind)
            ? $"""<rect x="{N(at.X - size * 0.9)}" y="{N(at.Y - size * 0.9)}" width="{N(size * 1.8)}" height="{N(size * 1.8)}" rx="{N(size / 5)}" {paint}/>"""
            : $"""<circle cx="{N(at.X)}" cy="{N(at.Y)}" r="{N(size - (hollow ? size / 12 : 0))}" {paint}/>""");
        var font = size * (item.Number > 99 ? 0.85 : 1.15);
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{N(at.X)}" y="{N(at.Y + font * 0.36)}" font-size="{N(font)}" font-weight="bold" text-anchor="middle" {(hollow ? "" : "class=\"light\" fill=\"#fff\"")}>{item.Number}</text>""");
    }

    private void Middle(WheelMatter matter, WheelLayout layout)
    {
        Middle(WheelLayout.Centre - 14, 44, "bold", matter.Year.ToString(CultureInfo.InvariantCulture));
        if (layout.Rings.Count > 1)
            foreach (var (i, ring) in layout.Rings.Index())
                Middle(WheelLayout.Centre + 18 + 22 * i, 16, "normal", $"anneau {Place(i, layout.Rings.Count)}\u00A0: {ring.Year}");
    }

    private static string Place(int ring, int count) => ring == 0 ? "extérieur" : ring == count - 1 ? "intérieur" : "du milieu";

    private void Middle(double y, double font, string weight, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{N(WheelLayout.Centre)}" y="{N(y)}" font-size="{N(font)}" font-weight="{weight}" text-anchor="middle">{text}</text>""");

    private void List(WheelMatter matter)
    {
        var row = Math.Min(28, 850.0 / Math.Max(1, matter.Items.Count));
        var (left, font) = (WheelLayout.Size + 14, Math.Min(15, row * 0.62));
        Said(left, 44, 24, $"{matter.Platform}\u00A0: l’année {matter.Year}", "bold");
        foreach (var (i, item) in matter.Items.Index())
        {
            var y = 84 + row * i;
            Number((left + 10, y - font * 0.36), Math.Min(10, row * 0.42), item);
            Said(left + 30, y, font, Short(item), "normal");
            Said(left + 30 + font * 10.4, y, font, Cut(item.Title, 46), "normal");
        }
        foreach (var (i, kind) in WheelKinds.All.Index())
            Said(left + i % 3 * 195, 940 + i / 3 * 22, 13, $"{(WheelKinds.IsSquare(kind) ? "■" : WheelKinds.IsHollow(kind) ? "○" : "●")} {WheelKinds.Name(kind)}", "normal", WheelKinds.Colour(kind));
        Said(left, 984, 13, "Fond clair\u00A0: vacances scolaires. Trait au bord d’un anneau\u00A0: jour férié.", "normal");
    }

    private static string Short(WheelItem item) => item.First == item.Last ? Brief(item.First) : $"{Brief(item.First)} – {Brief(item.Last)}";

    /// <summary>« 14.12.21 » would be shorter, and nobody reads it so: « 14/12/21 ».</summary>
    private static string Brief(DateOnly day) => day.ToString("dd/MM/yy", CultureInfo.InvariantCulture);

    private static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)].TrimEnd()}…";

    private void Said(double x, double y, double font, string text, string weight, string colour = Ink) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{N(x)}" y="{N(y)}" font-size="{N(font)}" font-weight="{weight}" fill="{colour}">{Text(text)}</text>""");

    private void Circle(double radius, string colour) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{N(WheelLayout.Centre)}" cy="{N(WheelLayout.Centre)}" r="{N(radius)}" fill="none" stroke="{colour}"/>""");

    private void Radial(double from, double to, double angle, string colour, double width)
    {
        var ((x1, y1), (x2, y2)) = (WheelAngles.Point(from, angle), WheelAngles.Point(to, angle));
        svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{N(x1)}" y1="{N(y1)}" x2="{N(x2)}" y2="{N(y2)}" stroke="{colour}" stroke-width="{N(width)}"/>""");
    }

    private static string N(double number) => WheelPaths.N(number);

    private static string Text(string text) => System.Net.WebUtility.HtmlEncode(string.Concat(text.Where(XmlConvert.IsXmlChar)));
}
