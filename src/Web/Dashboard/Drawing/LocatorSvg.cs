using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Maps;

namespace Almanach.Web.Dashboard.Drawing;

/// <summary>Where a territory lies: the map of its neighbours, itself filled.</summary>
internal static class LocatorSvg
{
    public static string Of(TerritoryMap map, TerritoryCode own, string title, Paint paint)
    {
        var svg = new Svg();
        svg.Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"carte\" viewBox=\"{map.View.X} {map.View.Y} {map.View.Width} {map.View.Height}\" role=\"img\" aria-label=\"{Svg.Escape(title)}\">");
        foreach (var shape in map.Shapes)
            svg.Add($"<path fill-rule=\"evenodd\" vector-effect=\"non-scaling-stroke\"{paint.Of(shape.Code == own ? "c4" : "fond")} d=\"{shape.Path}\"/>");
        return svg.Add("</svg>").ToString();
    }
}
