using System.Net;
using System.Text.RegularExpressions;
using Almanach.Core.Access;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Cockpit;

public sealed partial class SignInTests
{
    private static readonly DateTime September = new(2021, 9, 28, 10, 0, 0);

    [Theory]
    [InlineData("/cockpit")]                                   // the first page
    [InlineData("/cockpit/annee/2022")]                        // a year
    [InlineData("/cockpit/etape/2022/collecte")]               // a step
    [InlineData("/cockpit/etape/2022/collecte/lettre/clore/0")] // a letter
    [InlineData("/cockpit/messages")]                          // the outbox
    [InlineData("/cockpit/journal.csv?mois=2021-10")]          // an export
    public async Task Who_has_not_signed_in_is_led_to_the_door_and_back(string address)
    {
        await using var seat = await Seat.Outside(September);

        var answer = await seat.Get(address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/cockpit/entrer?vers={Uri.EscapeDataString(address)}", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_code_comes_by_mail_opens_once_and_leads_where_one_wanted()
    {
        await using var seat = await Seat.Outside(September);
        var door = await seat.Page("/cockpit/entrer?vers=%2Fcockpit%2Fjournal");
        var before = seat.Mail.Sent.Count;

        var asked = await seat.Submit((IHtmlFormElement)door.QuerySelector("form[action$='/code']")!);
        var mail = Assert.Single(seat.Mail.Sent.Skip(before));
        var code = Code().Match(mail.Letter.Bodies.Text).Value;
        var again = await seat.Page(asked.Headers.Location!.ToString());
        var entered = await seat.Submit((IHtmlFormElement)again.QuerySelector("form[action='/cockpit/entrer']")!, ("code", code.ToLowerInvariant()));

        Assert.Equal(seat.Office.Setting.Platform.Coordinator.Address, mail.To.Mailbox.Address);
        Assert.Equal((HttpStatusCode.SeeOther, "/cockpit/journal"), (entered.StatusCode, entered.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await seat.Get("/cockpit/journal")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await seat.Send("/cockpit/entrer", ("code", code))).StatusCode);
        Assert.DoesNotContain(SignInRules.Read(code), SignInRules.Read(seat.Store.Whole()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_a_link_with_a_code_fills_it_in_and_uses_nothing()
    {
        await using var seat = await Seat.Outside(September);
        await seat.Office.SignIn.Print(Seat.Code, TimeSpan.FromHours(1), DateTimeOffset.UtcNow);
        var before = seat.Store.Whole();

        var door = await seat.Page($"/cockpit/entrer?code={Seat.Code}");

        Assert.Equal("ABCD-EFGH", ((IHtmlInputElement)door.GetElementById("code")!).Value);
        Assert.Equal(before, seat.Store.Whole());
        Assert.Equal(HttpStatusCode.Redirect, (await seat.Get("/cockpit")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await seat.Submit((IHtmlFormElement)door.QuerySelector("form[action='/cockpit/entrer']")!)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await seat.Get("/cockpit")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_code_is_told_in_words_and_opens_nothing()
    {
        await using var seat = await Seat.Outside(September);
        await seat.Send("/cockpit/entrer/code");

        var answer = await seat.Send("/cockpit/entrer", ("code", "ZZZZ-ZZZZ"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("n’est pas le bon", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await seat.Get("/cockpit")).StatusCode);
    }

    [Fact]
    public async Task A_second_code_within_the_minute_is_refused_and_not_mailed()
    {
        await using var seat = await Seat.Outside(September);
        await seat.Send("/cockpit/entrer/code");
        var mails = seat.Mail.Sent.Count;

        var answer = await seat.Send("/cockpit/entrer/code");

        Assert.Equal((HttpStatusCode.Conflict, mails), (answer.StatusCode, seat.Mail.Sent.Count));
    }

    [Theory]
    [InlineData("https://ailleurs.example.org/")] // another site
    [InlineData("//ailleurs.example.org")]        // another site, without its scheme
    [InlineData("/\\ailleurs.example.org")]       // what browsers take for the same
    [InlineData("/cockpitailleurs")]              // not a page of the cockpit
    [InlineData("/cockpit/entrer")]               // the door itself
    [InlineData("/cockpit/\r\nX: y")]             // a header smuggled in
    public async Task The_door_leads_nowhere_but_inside(string elsewhere)
    {
        await using var seat = await Seat.Outside(September);
        await seat.Office.SignIn.Print(Seat.Code, TimeSpan.FromHours(1), DateTimeOffset.UtcNow);

        var answer = await seat.Send("/cockpit/entrer", ("code", Seat.Code), ("vers", elsewhere));

        Assert.Equal("/cockpit", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Signing_out_closes_the_door()
    {
        await using var seat = await Seat.At(September);
        var page = await seat.Page("/cockpit");

        await seat.Submit((IHtmlFormElement)page.QuerySelector("form[action='/cockpit/sortir']")!);

        Assert.Equal(HttpStatusCode.Redirect, (await seat.Get("/cockpit")).StatusCode);
    }

    [GeneratedRegex("[A-Z2-9]{4}-[A-Z2-9]{4}")]
    private static partial Regex Code();
}
