namespace Almanach.Web.Dashboard.Drawing;

/// <summary>
/// How the parts of a drawing are painted: on a page by classes of the style sheet (light and dark, print), in a file of its
/// own by attributes, since it has no style sheet and ours forbids inline ones.
/// </summary>
internal abstract class Paint
{
    public static Paint Page { get; } = new ByClass();

    public static Paint File { get; } = new ByAttribute();

    /// <summary>Attributes of a part, with a space before them.</summary>
    public abstract string Of(string part);

    private sealed class ByClass : Paint
    {
        public override string Of(string part) => $" class=\"{part}\"";
    }

    private sealed class ByAttribute : Paint
    {
        private const string Text = "font-family=\"system-ui, sans-serif\"";

        public override string Of(string part) => " " + part switch
        {
            "c1" => "fill=\"#e3eef0\" stroke=\"#fff\"",
            "c2" => "fill=\"#b4d3d9\" stroke=\"#fff\"",
            "c3" => "fill=\"#7fb3be\" stroke=\"#fff\"",
            "c4" => "fill=\"#33758a\" stroke=\"#fff\"",
            "c5" => "fill=\"#12485a\" stroke=\"#fff\"",
            "fond" => "fill=\"#f2f0e8\" stroke=\"#a9a79c\"",
            "contour" => "fill=\"none\" stroke=\"#1d2226\"",
            "rond" => "fill=\"#33758a\" fill-opacity=\".75\" stroke=\"#fff\"",
            "chosen" => "fill=\"none\" stroke=\"#b35300\"",
            "hatch-bg" => "fill=\"#fff\"",
            "hatch-line" => "stroke=\"#7c7b73\"",
            "inv" => $"fill=\"#fff\" {Text}",
            "axis" => "stroke=\"#dedacd\"",
            "cut" => "stroke=\"#545b61\" stroke-dasharray=\"2 3\"",
            "soft" => $"fill=\"#545b61\" {Text} font-size=\"12\"",
            "s1" => "fill=\"none\" stroke=\"#155a6e\" stroke-width=\"2.5\"",
            "s2" => "fill=\"none\" stroke=\"#545b61\" stroke-width=\"2\" stroke-dasharray=\"6 3\"",
            "s3" => "fill=\"none\" stroke=\"#855000\" stroke-width=\"2\" stroke-dasharray=\"2 3\"",
            "s4" => "fill=\"none\" stroke=\"#27683c\" stroke-width=\"2\" stroke-dasharray=\"8 3 2 3\"",
            _ => $"fill=\"#1d2226\" {Text}",
        };
    }
}
