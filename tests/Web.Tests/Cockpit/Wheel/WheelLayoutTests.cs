using System.Globalization;
using System.Xml.Linq;
using Almanach.Core.Cycle;
using Almanach.Web.Cockpit.Year.Wheel;
using Almanach.Web.Tests.CockpitRooms;

namespace Almanach.Web.Tests.Cockpit.Wheel;

public sealed class WheelLayoutTests
{
    [Theory]
    [InlineData("2022-01-01", 0, 0)]
    [InlineData("2022-04-01", 0, 90)]
    [InlineData("2022-06-30", 1, 180)]
    [InlineData("2024-02-29", 1, 60)]   // a leap day ends its month
    [InlineData("2022-12-31", 1, 360)]
    public void A_month_is_a_twelfth_of_the_circle(string day, double part, double degrees)
    {
        Assert.Equal(degrees, WheelAngles.Of(Day(day), part) * 180 / Math.PI, 9);
    }

    [Fact]
    public void An_arc_begins_on_its_first_day_and_ends_on_its_last()
    {
        var layout = WheelLayout.Of(2022, [Item(1, "2022-04-01", "2022-06-30")]);

        var mark = Assert.Single(layout.Marks);
        var (x1, y1) = WheelAngles.Point(mark.Radius, mark.From);
        var (x2, y2) = WheelAngles.Point(mark.Radius, mark.To);
        Assert.True(Near((500 + mark.Radius, 500), (x1, y1)), $"{x1} {y1}");
        Assert.True(Near((500, 500 + mark.Radius), (x2, y2)), $"{x2} {y2}");
        Assert.Equal(2022, Assert.Single(layout.Rings).Year);
    }

    [Fact]
    public void A_step_that_spans_the_turn_of_the_year_goes_on_in_the_next_ring_at_its_beginning()
    {
        var layout = WheelLayout.Of(2022, [Item(1, "2021-12-20", "2022-01-10")]);

        Assert.Equal([2022, 2021], layout.Rings.Select(ring => ring.Year));
        Assert.Equal(WheelAngles.Whole, layout.Marks.Single(mark => mark.Year == 2021).To);
        Assert.Equal(0, layout.Marks.Single(mark => mark.Year == 2022).From);
        Assert.True(layout.Rings[0].Inner >= layout.Rings[1].Outer);
    }

    [Fact]
    public void A_whole_year_is_drawn_and_not_lost_in_an_arc_that_ends_where_it_begins()
    {
        var path = WheelPaths.Arc(300, 0, WheelAngles.Whole);

        Assert.Equal(3, path.Count(letter => letter == 'A'));
        Assert.DoesNotContain("NaN", path, StringComparison.Ordinal);
    }

    public static TheoryData<string> Years => ["none", "one", "forty in a week", "forty on a day", "forty long ones", "hundred and twenty", "spread"];

    [Theory]
    [MemberData(nameof(Years))]
    public void Numbers_never_lie_on_one_another_and_everything_is_inside(string year)
    {
        var layout = WheelLayout.Of(2022, Generate(year));

        foreach (var (i, one) in layout.Marks.Index())
        {
            var (x, y) = WheelAngles.Point(one.Radius, one.Badge);
            Assert.True(double.IsFinite(x) && double.IsFinite(y));
            Assert.InRange(Math.Sqrt((x - 500) * (x - 500) + (y - 500) * (y - 500)) + layout.Badge, 0, WheelLayout.Outer);
            foreach (var other in layout.Marks.Skip(i + 1))
            {
                var (x2, y2) = WheelAngles.Point(other.Radius, other.Badge);
                var apart = Math.Sqrt((x - x2) * (x - x2) + (y - y2) * (y - y2));
                Assert.True(apart >= 2 * layout.Badge, $"{one.Item.Number} and {other.Item.Number}: {apart} of {2 * layout.Badge}");
            }
        }
        Assert.Equal(Generate(year).Count, layout.Marks.Select(mark => mark.Item.Number).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void The_drawing_is_sound_XML_with_plain_numbers_in_any_language(string year)
    {
        var language = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
        try
        {
            foreach (var alone in new[] { true, false })
            {
                var svg = WheelDrawing.Draw(new WheelMatter(2022, "PFOSS", Generate(year), new Dictionary<int, IReadOnlyList<WheelBreak>>(), Day("2022-03-01")), alone);
                var root = XDocument.Parse(svg).Root!;

                Assert.Equal("img", root.Attribute("role")!.Value);
                Assert.Equal(["title", "desc"], root.Elements().Take(2).Select(element => element.Name.LocalName));
                Assert.All(root.Descendants().SelectMany(element => element.Attributes()).Where(one => one.Name.LocalName is "d" or "x" or "y" or "cx" or "cy" or "r" or "font-size" or "transform"), one =>
                {
                    Assert.DoesNotContain("NaN", one.Value, StringComparison.Ordinal);
                    Assert.DoesNotContain(",", one.Value, StringComparison.Ordinal);
                });
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = language;
        }
    }

    [Fact]
    public void A_title_may_hold_anything()
    {
        var item = Item(1, "2022-03-01", "2022-03-01") with { Title = "<script>&\"'\u0001" + new string('é', 300) + "😀" };

        var svg = WheelDrawing.Draw(new WheelMatter(2022, "P & F", [item], new Dictionary<int, IReadOnlyList<WheelBreak>>(), null), alone: true);

        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
        Assert.Contains("<script>&\"'é", XDocument.Parse(svg).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void School_holidays_are_cut_at_the_turn_of_the_year_and_named()
    {
        var breaks = WheelDays.Breaks(CockpitHost.Setting(), 2022);

        Assert.Equal(Day("2022-01-01"), breaks[0].First);
        Assert.Contains(breaks, off => off.Text == "Vacances d’hiver\u00A0: du samedi\u00A012\u00A0février au dimanche\u00A027\u00A0février 2022" || off.Text.StartsWith("Vacances d’hiver\u00A0: du samedi\u00A012 au dimanche\u00A027\u00A0février", StringComparison.Ordinal));
        Assert.Equal(11, WheelDays.Holidays(2022).Count());
    }

    [Fact]
    public void A_skipped_step_is_not_on_the_wheel()
    {
        var setting = CockpitHost.Setting();
        var plan = setting.Plan(2022);

        var items = WheelItem.Of(setting, plan.With(plan.Find("journee-2")! with { State = StepState.Skipped }));

        Assert.DoesNotContain(items, item => item.Id == "journee-2");
        Assert.Equal(Enumerable.Range(1, plan.Steps.Count - 1), items.Select(item => item.Number));
    }

    private static IReadOnlyList<WheelItem> Generate(string year) => year switch
    {
        "none" => [],
        "one" => [Item(1, "2022-03-01", "2022-03-01")],
        "forty in a week" => Many(40, i => (new DateOnly(2022, 12, 26).AddDays(i % 7), i % 3)),
        "forty on a day" => Many(40, _ => (new DateOnly(2022, 12, 31), 0)),
        "forty long ones" => Many(40, i => (new DateOnly(2021, 11, 1).AddDays(i), 300)),
        "hundred and twenty" => Many(120, i => (new DateOnly(2021, 9, 1).AddDays(i * 37 % 480), i * 13 % 40)),
        _ => Many(30, i => (new DateOnly(2021, 9, 15).AddDays(i * 15), i % 4 * 10)),
    };

    private static List<WheelItem> Many(int count, Func<int, (DateOnly First, int Days)> day) =>
        [.. Enumerable.Range(0, count).Select(i => (i, At: day(i))).Select(one => new WheelItem(one.i + 1, $"e{one.i}", $"Étape {one.i}", (WheelKind)(one.i % 5), one.At.First, one.At.First.AddDays(one.At.Days), "le jour dit"))];

    private static WheelItem Item(int number, string first, string last) => new(number, $"e{number}", $"Étape {number}", WheelKind.Consultation, Day(first), Day(last), "le jour dit");

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static bool Near((double X, double Y) one, (double X, double Y) other) => Math.Abs(one.X - other.X) < 1e-6 && Math.Abs(one.Y - other.Y) < 1e-6;
}
