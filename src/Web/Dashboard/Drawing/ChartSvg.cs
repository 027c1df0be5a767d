using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.French;

namespace Almanach.Web.Dashboard.Drawing;

/// <summary>The evolution of an indicator: a line a territory, parted where a figure is missing and at breaks of the series.</summary>
internal static class ChartSvg
{
    private const int Width = 640, Height = 300, Right = 90, Top = 16, Bottom = 44;

    /// <summary>Null where there are fewer than two moments to draw.</summary>
    public static string? Of(string id, string title, Indicator indicator, IReadOnlyList<TerritorySeries> lines, Paint paint)
    {
        var periods = lines.SelectMany(line => line.Points.Where(point => point.Figure.IsGiven).Select(point => point.Period)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (periods.Count < 2)
            return null;
        var values = lines.SelectMany(line => line.Points).Where(point => point.Figure.IsGiven).Select(point => point.Figure.Value).ToList();
        var scale = Scale.Of(values.Min(), values.Max());
        // Digits of the axis are about 7.5 units wide.
        var left = 24 + (int)(7.5 * scale.Ticks.Max(tick => Numbers.Decimal(tick, scale.Decimals).Length));
        double X(string period) => left + ((At(period) - At(periods[0])) / Math.Max(.01, At(periods[^1]) - At(periods[0])) * (Width - left - Right));
        double Y(decimal value) => Height - Bottom - ((double)((value - scale.Low) / (scale.High - scale.Low)) * (Height - Top - Bottom));

        var svg = new Svg();
        svg.Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"courbes\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{Svg.Escape(title)}</title><desc id=\"{id}-d\">{Svg.Escape(Words(indicator, lines))}</desc>");
        foreach (var tick in scale.Ticks)
            svg.Add($"<line x1=\"{left}\" x2=\"{Width - Right}\" y1=\"{Y(tick):0.#}\" y2=\"{Y(tick):0.#}\"{paint.Of("axis")}/><text x=\"{left - 8}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\"{paint.Of("soft")}>{Numbers.Decimal(tick, scale.Decimals)}</text>");
        foreach (var period in Labelled(periods, X))
            svg.Add($"<text x=\"{X(period):0.#}\" y=\"{Height - Bottom + 22}\" text-anchor=\"middle\"{paint.Of("soft")}>{Svg.Escape(period.Length == 4 ? period : Period.Label(period))}</text>");
        foreach (var rupture in (indicator.Breaks ?? []).Where(one => string.CompareOrdinal(one.Period, periods[0]) > 0 && string.CompareOrdinal(one.Period, periods[^1]) <= 0))
        {
            var before = periods.Last(period => string.CompareOrdinal(period, rupture.Period) < 0);
            var after = periods.First(period => string.CompareOrdinal(period, rupture.Period) >= 0);
            var x = (X(before) + X(after)) / 2;
            svg.Add($"<line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Top}\" y2=\"{Height - Bottom}\"{paint.Of("cut")}/><text x=\"{x:0.#}\" y=\"{Height - 6}\" text-anchor=\"middle\"{paint.Of("soft")}>rupture de série</text>");
        }
        List<double> taken = [];
        foreach (var (index, line) in lines.Index())
            Line(svg, indicator, line, $"s{Math.Min(4, index + 1)}", periods, X, Y, taken, paint);
        return svg.Add("</svg>").ToString();
    }

    private static void Line(Svg svg, Indicator indicator, TerritorySeries line, string part, List<string> periods, Func<string, double> x, Func<decimal, double> y, List<double> taken, Paint paint)
    {
        List<string> run = [];
        string? last = null;
        foreach (var (period, figure) in line.Points.Where(point => periods.Contains(point.Period)))
        {
            if (!figure.IsGiven || (last is not null && indicator.BreakBetween(last, period) is not null))
                Close();
            if (figure.IsGiven)
                run.Add(FormattableString.Invariant($"{x(period):0.#},{y(figure.Value):0.#}"));
            last = period;
        }
        Close();
        var end = line.Points.Last(point => point.Figure.IsGiven);
        var at = y(end.Figure.Value);
        // The nearest place that touches no other label: above or below, ever farther.
        at = Enumerable.Range(0, 40).Select(step => at + ((step + 1) / 2 * 14 * (step % 2 == 0 ? 1 : -1))).First(place => taken.All(other => Math.Abs(other - place) >= 14));
        taken.Add(at);
        svg.Add($"<text x=\"{x(end.Period) + 9:0.#}\" y=\"{at + 4:0.#}\"{paint.Of("soft")}>{Svg.Escape(Numbers.Decimal(end.Figure.Value, indicator.Decimals))}</text>");

        void Close()
        {
            if (run.Count > 1)
                svg.Add($"<polyline{paint.Of(part)} points=\"{string.Join(' ', run)}\"/>");
            foreach (var point in run.Select(pair => pair.Split(',')))
                svg.Add($"<circle cx=\"{point[0]}\" cy=\"{point[1]}\" r=\"3\"{paint.Of(part)}/>");
            run.Clear();
        }
    }

    /// <summary>The drawing in words: where each line begins and ends.</summary>
    public static string Words(Indicator indicator, IReadOnlyList<TerritorySeries> lines) => string.Join(' ', lines.Select(line =>
    {
        var given = line.Points.Where(point => point.Figure.IsGiven).ToList();
        return given.Count == 1
            ? $"{line.Name}\u00A0: {FigureWords.WithUnit(given[0].Figure, indicator)} {Period.In(given[0].Period)}."
            : $"{line.Name}\u00A0: de {FigureWords.WithUnit(given[0].Figure, indicator)} {Period.In(given[0].Period)} à {FigureWords.WithUnit(given[^1].Figure, indicator)} {Period.In(given[^1].Period)}.";
    }));

    /// <summary>As many as fit without touching.</summary>
    private static IEnumerable<string> Labelled(List<string> periods, Func<string, double> x)
    {
        var room = periods[0].Length == 4 ? 42 : 90;
        var last = double.MaxValue;
        foreach (var period in Enumerable.Reverse(periods))
            if (last - x(period) >= room)
            {
                last = x(period);
                yield return period;
            }
    }

    private static double At(string period) => Period.Year(period)!.Value + (period.Length == 7 ? period[5] == 'T' ? ((period[6] - '0') / 4.0) : int.Parse(period[5..], System.Globalization.CultureInfo.InvariantCulture) / 12.0 : 0);
}

/// <summary>An axis with round ticks.</summary>
internal sealed record Scale(decimal Low, decimal High, IReadOnlyList<decimal> Ticks, int Decimals)
{
    public static Scale Of(decimal least, decimal most)
    {
        var span = most - least;
        if (span == 0)
            span = Math.Max(Math.Abs(most) / 10, 1);
        var raw = (double)span / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = (decimal)((raw / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power);
        var (low, high) = (Math.Floor(least / step) * step, Math.Ceiling(most / step) * step);
        high = high == low ? low + step : high;
        List<decimal> ticks = [];
        for (var tick = low; tick <= high; tick += step)
            ticks.Add(tick);
        return new Scale(low, high, ticks, step >= 1 ? 0 : (int)Math.Ceiling(-Math.Log10((double)step)));
    }
}
