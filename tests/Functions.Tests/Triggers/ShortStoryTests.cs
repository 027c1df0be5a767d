using System.Net;
using Almanach.Functions.Tests.Storage;

namespace Almanach.Functions.Tests.Triggers;

/// <summary>From the first tick to a partner's answer, by HTTP only, through the front of the host and over Azurite.</summary>
public sealed class ShortStoryTests(Azurite azurite) : IAsyncLifetime
{
    private HostSeat seat = null!;

    public async ValueTask InitializeAsync() => seat = await HostSeat.Open(azurite, nameof(ShortStoryTests));

    public ValueTask DisposeAsync() => seat?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task The_coordinator_opens_the_collection_and_a_partner_answers_from_the_mail()
    {
        using var coordinator = seat.Client(host: true, api: true);
        using var partner = seat.Client();

        await seat.Tick();
        Assert.Equal("[2022]", await Text(await coordinator.GetAsync(At("/api/years")), HttpStatusCode.OK, "Pages"));
        await Text(await coordinator.PostAsync(At("/api/cycles/2022/themes/open"), null), HttpStatusCode.OK, "OpenThemeCollection");
        await seat.Settle();
        await seat.GoTo(new DateOnly(2021, 9, 15), new TimeOnly(12, 0));
        var invitations = (await seat.Mails()).Where(mail => mail.Name.Contains("themes", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(invitations);
        var link = HostSeat.Links(invitations[0].Text).First(path => path.StartsWith("/r/", StringComparison.Ordinal));

        var before = await seat.Rows();
        using var page = await partner.GetAsync(At(link));
        using var glance = await partner.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
        var words = await Text(page, HttpStatusCode.OK, "Pages");
        Assert.Equal(await seat.Rows(), before);
        Assert.Equal((HttpStatusCode.OK, page.Content.Headers.ContentLength), (glance.StatusCode, glance.Content.Headers.ContentLength));
        Assert.Contains("<html lang=\"fr\"", words, StringComparison.Ordinal);
        Protected(page);
        Protected(glance);

        using var sent = await partner.PostAsync(At(link), HostSeat.Form(("_revision", "0"), ("titre", "Le logement des saisonniers")));
        Assert.Equal((HttpStatusCode.SeeOther, $"{link}/recu"), (sent.StatusCode, sent.Headers.Location?.OriginalString));
        await seat.Settle();
        Assert.Contains("Le logement des saisonniers", await Text(await partner.GetAsync(At($"{link}/recu")), HttpStatusCode.OK, "Pages"), StringComparison.Ordinal);
        Assert.Contains("Le logement des saisonniers", await Text(await coordinator.GetAsync(At("/api/cycles/2022/themes")), HttpStatusCode.OK, "Pages"), StringComparison.Ordinal);
        Assert.Contains(await seat.Mails(), mail => mail.Name.Contains("receipt", StringComparison.Ordinal) && mail.Text.Contains("saisonniers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_cockpit_asks_who_one_is_and_a_code_by_mail_opens_it()
    {
        await seat.Tick();
        using var client = seat.Client();

        using var outside = await client.GetAsync(At("/cockpit"));
        Assert.Equal((HttpStatusCode.Redirect, "/cockpit/entrer?vers=%2Fcockpit"), (outside.StatusCode, outside.Headers.Location?.OriginalString));
        var cookie = await seat.SignIn();
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);

        Protected(await client.GetAsync(At("/cockpit")));
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/api/openapi.json", "application/json")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    [InlineData("/favicon.ico", "image/svg+xml")]
    [InlineData("/cockpit/entrer", "text/html")]
    public async Task What_anybody_may_read_comes_through_Pages(string path, string type)
    {
        using var client = seat.Client();

        using var response = await client.GetAsync(At(path));

        await Text(response, HttpStatusCode.OK, "Pages");
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_page_finds_its_style_sheet_and_a_missing_one_says_so()
    {
        using var client = seat.Client();

        var home = await Text(await client.GetAsync(At("/")), HttpStatusCode.OK, "Pages");
        var sheet = home.Split('"').First(part => part.StartsWith("/styles/", StringComparison.Ordinal));
        using var styles = await client.GetAsync(At(sheet));
        using var lost = await client.GetAsync(At("/nulle/part"));
        using var lostLink = await client.GetAsync(At("/r/v1.0.rien.rien"));

        Assert.Contains("{", await Text(styles, HttpStatusCode.OK, "Pages"), StringComparison.Ordinal);
        Assert.Contains("Cette page n’existe pas", await Text(lost, HttpStatusCode.NotFound, "Pages"), StringComparison.Ordinal);
        await Text(lostLink, HttpStatusCode.NotFound, "Pages");
        Protected(lost);
        Protected(lostLink);
    }

    private static Uri At(string path) => new(path, UriKind.Relative);

    private static async Task<string> Text(HttpResponseMessage response, HttpStatusCode expected, string function)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.RequestMessage!.RequestUri!.AbsolutePath}: {(int)response.StatusCode} {text[..Math.Min(text.Length, 500)]}");
        Assert.Equal(function, Assert.Single(response.Headers.GetValues(FunctionsServer.AnsweredBy)));
        return text;
    }

    private static void Protected(HttpResponseMessage response)
    {
        Assert.Contains("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }
}
