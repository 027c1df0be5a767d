using System.Xml.Linq;

namespace Almanach.Web.Tests.Cockpit.Wheel;

public sealed class WheelPageTests
{
    [Fact]
    public async Task The_page_has_the_wheel_and_the_same_as_a_list_in_order()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));
        var plan = (await seat.Office.Cycle.Find(2022))!;

        var page = await seat.Page("/cockpit/annee/2022/roue");
        var year = await seat.Page("/cockpit/annee/2022");

        Assert.Equal(plan.Steps.OrderBy(step => step.Starts).ThenBy(step => step.Id, StringComparer.Ordinal).Select(step => step.Title), page.QuerySelectorAll(".wheel-list a").Select(link => link.TextContent));
        Assert.Equal("img", page.QuerySelector("figure svg")!.GetAttribute("role"));
        Assert.Contains("Trait orange", page.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(year.QuerySelector("a[href='/cockpit/annee/2022/roue']"));
    }

    [Fact]
    public async Task The_file_stands_alone_and_is_the_same_every_day()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));

        using var answer = await seat.Get("/cockpit/annee/2022/roue.svg");
        var file = await answer.Content.ReadAsStringAsync();
        await seat.Pass(TimeSpan.FromDays(1));

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("roue-2022.svg", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("Comité de pilotage", XDocument.Parse(file).Root!.Value, StringComparison.Ordinal);
        Assert.Equal(file, await (await seat.Get("/cockpit/annee/2022/roue.svg")).Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/cockpit/annee/2031/roue")]
    [InlineData("/cockpit/annee/2031/roue.svg")]
    [InlineData("/cockpit/annee/-1/roue")]
    public async Task A_year_that_is_not_open_has_none(string address)
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await seat.Get(address)).StatusCode);
    }
}
