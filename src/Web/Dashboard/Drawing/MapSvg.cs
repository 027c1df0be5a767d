using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Maps;

namespace Almanach.Web.Dashboard.Drawing;

/// <summary>What a map needs, whatever it is drawn for.</summary>
/// <param name="Id">Unique on the page: names its title and its hatching.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Summary">The same for somebody who does not see it.</param>
/// <param name="Shown">Only these; null for all.</param>
/// <param name="Outlines">Drawn over it; null for none.</param>
/// <param name="Chosen">Outlined; null for none.</param>
internal sealed record MapDrawing(
    string Id, string Title, string Summary, TerritoryMap Map, IndicatorColumn Column, Quantiles? Classes, IReadOnlySet<TerritoryCode>? Shown = null, TerritoryMap? Outlines = null, TerritoryCode? Chosen = null);

/// <summary>
/// A map: classes of quantiles for rates and values, circles by area for counts, which must not be painted as surfaces;
/// hatching where there is no figure.
/// </summary>
internal static class MapSvg
{
    /// <summary>More shapes than this are no stops for the keyboard: the table is the way to them.</summary>
    public const int MostLinks = 200;

    /// <summary>More shapes than this bear no figure.</summary>
    private const int MostLabels = 20;

    /// <summary>Of a digit, in heights of the letters.</summary>
    private const double Wide = .56;

    /// <param name="link">Address of a territory; null for a drawing without links.</param>
    public static string Of(MapDrawing drawing, Paint paint, Func<TerritoryCode, string>? link)
    {
        var shapes = drawing.Map.Shapes.Where(shape => drawing.Shown?.Contains(shape.Code) ?? true).ToList();
        var view = drawing.Shown is null ? drawing.Map.View : Around(shapes, drawing.Map.View);
        var links = link is not null && shapes.Count <= MostLinks;
        var svg = new Svg();
        svg.Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"carte\" viewBox=\"{view.X} {view.Y} {view.Width} {view.Height}\" role=\"{(links ? "group" : "img")}\" aria-labelledby=\"{drawing.Id}-t {drawing.Id}-d\">");
        svg.Add($"<title id=\"{drawing.Id}-t\">{Svg.Escape(drawing.Title)}</title><desc id=\"{drawing.Id}-d\">{Svg.Escape(drawing.Summary)}</desc>");
        Hatching(svg, drawing.Id, view, paint);
        var circles = drawing.Column.Indicator.IsCount;
        foreach (var shape in shapes)
        {
            var figure = At(drawing, shape.Code);
            var words = $"{Name(drawing, shape.Code)}\u00A0: {(figure.IsGiven ? FigureWords.WithUnit(figure, drawing.Column.Indicator) : FigureWords.Why(figure))}";
            if (links)
                svg.Add($"<a href=\"{Svg.Escape(link!(shape.Code))}\" aria-label=\"{Svg.Escape(words)}\">");
            svg.Add($"<path fill-rule=\"evenodd\" vector-effect=\"non-scaling-stroke\"{Fill(drawing, figure, circles, paint)} d=\"{shape.Path}\">").Add(links ? "<title>" : "").Add(links ? Svg.Escape(words) : "").Add(links ? "</title>" : "").Add("</path>");
            if (links)
                svg.Add("</a>");
        }
        if (drawing.Outlines is { } outlines)
            foreach (var shape in outlines.Shapes.Where(shape => drawing.Shown is null))
                svg.Add($"<path vector-effect=\"non-scaling-stroke\" stroke-width=\".7\"{paint.Of("contour")} d=\"{shape.Path}\"/>");
        if (circles)
            Circles(svg, drawing, shapes, view, paint);
        if (shapes.Count <= MostLabels)
            Labels(svg, drawing, shapes, view, paint, circles);
        if (drawing.Chosen is { } chosen && shapes.FirstOrDefault(shape => shape.Code == chosen) is { } own)
            svg.Add($"<path vector-effect=\"non-scaling-stroke\" stroke-width=\"3\"{paint.Of("chosen")} d=\"{own.Path}\"/>");
        return svg.Add("</svg>").ToString();
    }

    /// <summary>Radius, in units of the map, of a circle for a figure.</summary>
    public static double Radius(decimal value, decimal most, MapBox view, int shapes) =>
        most <= 0 || value <= 0 ? 0 : view.Width / (shapes > MostLabels ? 22.0 : 14.0) * Math.Sqrt((double)(value / most));

    public static decimal Most(IndicatorColumn column, IEnumerable<MapShape> shapes) => shapes.Select(shape => column.At(shape.Code)).Where(HasSize).Select(figure => figure.Value).DefaultIfEmpty(0).Max();

    /// <summary>A sum that is not whole has the size of what is known of it, and is drawn hollow.</summary>
    private static bool HasSize(Figure figure) => figure.IsGiven || figure is { State: FigureState.Incomplete, Value: > 0 };

    private static void Hatching(Svg svg, string id, MapBox view, Paint paint)
    {
        var step = Math.Max(4, view.Width / 90);
        svg.Add($"<defs><pattern id=\"{id}-h\" width=\"{step}\" height=\"{step}\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"{step}\" height=\"{step}\"{paint.Of("hatch-bg")}/><line x1=\"0\" x2=\"0\" y1=\"0\" y2=\"{step}\" stroke-width=\"{step / 4.0:0.#}\"{paint.Of("hatch-line")}/></pattern></defs>");
    }

    private static string Fill(MapDrawing drawing, Figure figure, bool circles, Paint paint) =>
        circles && (figure.IsGiven || figure.State == FigureState.Incomplete) ? paint.Of("fond")
        : figure.IsGiven && drawing.Classes is { } classes ? paint.Of($"c{Shade(classes, classes.ClassOf(Math.Round(figure.Value, drawing.Column.Indicator.Decimals, MidpointRounding.AwayFromZero)))}")
        : $" stroke=\"#a9a79c\" fill=\"url(#{drawing.Id}-h)\"";

    /// <summary>Few classes are spread over the five shades.</summary>
    public static int Shade(Quantiles classes, int one) => classes.Count == 1 ? 3 : 1 + (int)Math.Round((one - 1) * 4.0 / (classes.Count - 1));

    private static void Circles(Svg svg, MapDrawing drawing, List<MapShape> shapes, MapBox view, Paint paint)
    {
        var most = Most(drawing.Column, shapes);
        foreach (var shape in shapes.Where(shape => HasSize(At(drawing, shape.Code))).OrderByDescending(shape => At(drawing, shape.Code).Value))
            if (Radius(At(drawing, shape.Code).Value, most, view, shapes.Count) is > 0 and var radius)
                svg.Add($"<circle pointer-events=\"none\" vector-effect=\"non-scaling-stroke\" cx=\"{shape.Label.X}\" cy=\"{shape.Label.Y}\" r=\"{radius:0.#}\"{(At(drawing, shape.Code).IsGiven ? paint.Of("rond") : paint.Of("contour") + $" stroke-dasharray=\"4 3\"")}/>");
    }

    /// <summary>
    /// The figures, the large ones first; one that would run into another, or out of its shape, is left to the table. Below its
    /// circle, or above it where that is taken.
    /// </summary>
    private static void Labels(Svg svg, MapDrawing drawing, List<MapShape> shapes, MapBox view, Paint paint, bool circles)
    {
        var size = view.Width / (circles ? 46.0 : 40.0);
        svg.Add($"<g aria-hidden=\"true\" pointer-events=\"none\" text-anchor=\"middle\" font-size=\"{size:0.#}\">");
        var most = circles ? Most(drawing.Column, shapes) : 0;
        var coded = !circles && drawing.Map.Level == TerritoryLevel.Department;
        List<(double Left, double Top, double Right, double Bottom)> taken = [];
        foreach (var shape in shapes.OrderByDescending(shape => circles && HasSize(At(drawing, shape.Code)) ? At(drawing, shape.Code).Value : 0).ThenByDescending(shape => (long)shape.Box.Width * shape.Box.Height))
        {
            var figure = At(drawing, shape.Code);
            var text = FigureWords.Of(figure, drawing.Column.Indicator.Decimals);
            var half = size * Wide * Math.Max(text.Length, coded ? shape.Code.ToString().Length : 0) / 2;
            if (!circles && half * 2 > shape.Box.Width)
                continue;
            var radius = circles && HasSize(figure) ? Radius(figure.Value, most, view, shapes.Count) : 0;
            double[] places = radius > 0 ? [shape.Label.Y + radius + size, shape.Label.Y - radius - (size * .3)] : [shape.Label.Y];
            var (above, below) = coded ? (size * 1.1, size * 1.1) : (size * .8, size * .2);
            foreach (var y in places)
            {
                var box = (Left: shape.Label.X - half, Top: y - above, Right: shape.Label.X + half, Bottom: y + below);
                if (taken.Exists(other => other.Left < box.Right && box.Left < other.Right && other.Top < box.Bottom && box.Top < other.Bottom))
                    continue;
                taken.Add(box);
                var shade = !circles && figure.IsGiven && drawing.Classes is { } classes ? Shade(classes, classes.ClassOf(Math.Round(figure.Value, drawing.Column.Indicator.Decimals, MidpointRounding.AwayFromZero))) : 0;
                var part = shade >= 4 ? "inv" : figure.IsGiven && !circles ? "ink" : "ink halo";
                if (coded)
                    svg.Add($"<text x=\"{shape.Label.X}\" y=\"{y - (size * .15):0.#}\" font-weight=\"700\"{paint.Of(part)}>{shape.Code}</text>");
                svg.Add($"<text x=\"{shape.Label.X}\" y=\"{y + (coded ? size * .95 : 0):0.#}\"{paint.Of(part)}>{Svg.Escape(text)}</text>");
                break;
            }
        }
        svg.Add("</g>");
    }

    /// <summary>A part of the Rhône has the rate of the whole where the producer gives that alone; a count is not shared out.</summary>
    private static Figure At(MapDrawing drawing, TerritoryCode code) =>
        drawing.Column.At(code) is { State: FigureState.Absent } && Rhone.IsPart(code) && !drawing.Column.Indicator.IsCount ? drawing.Column.At(Rhone.Undivided) : drawing.Column.At(code);

    private static string Name(MapDrawing drawing, TerritoryCode code) =>
        drawing.Column.Scope.PlaceOf(code) is >= 0 and var place ? drawing.Column.Scope.Names[place] : code.ToString();

    private static MapBox Around(List<MapShape> shapes, MapBox otherwise)
    {
        if (shapes.Count == 0)
            return otherwise;
        var (left, top) = (shapes.Min(shape => shape.Box.X), shapes.Min(shape => shape.Box.Y));
        var (right, bottom) = (shapes.Max(shape => shape.Box.X + shape.Box.Width), shapes.Max(shape => shape.Box.Y + shape.Box.Height));
        var margin = Math.Max(right - left, bottom - top) / 40;
        return new MapBox(left - margin, top - margin, right - left + (2 * margin), bottom - top + (2 * margin));
    }
}
