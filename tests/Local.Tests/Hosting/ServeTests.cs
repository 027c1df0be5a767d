using System.Net;
using Almanach.Local.Hosting;
using Almanach.Local.Tests.Crash;

namespace Almanach.Local.Tests.Hosting;

/// <summary>The built program, started as people start it.</summary>
[Takes(30)]
public sealed class ServeTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly string root = $"http://localhost:{FreePort.Find()}";

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task It_says_where_it_is_shows_its_first_page_and_stops_when_asked()
    {
        using var almanach = Serve("data");
        await almanach.Says("Ctrl+C");
        using var http = new HttpClient();

        var home = await http.GetAsync(root + "/");
        almanach.AskToStop();
        var code = await almanach.Exit();

        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Contains($"{root}/cockpit/entrer?code=", almanach.Said, StringComparison.Ordinal);
        Assert.Contains("aucun ne part", almanach.Said, StringComparison.Ordinal);
        Assert.Equal(0, code);
        var keys = KeyFile.Of(new DataFolder(temp.Path("data")));
        Assert.DoesNotContain(keys.Session, almanach.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(keys.Api, almanach.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_printed_code_opens_the_cockpit_and_the_clock_moved_stays_moved()
    {
        using (var almanach = Serve("data"))
        {
            await almanach.Says("Ctrl+C");
            var visit = new Visit(root);
            await visit.SignIn(Code(almanach.Said));
            var before = Plain(await visit.Get("/cockpit"));
            await visit.Post("/cockpit/demonstration", ("avancer", "etape"), ("vers", "/cockpit"));
            var after = Plain(await visit.Get("/cockpit"));
            Assert.Contains("lundi 6 septembre 2021", before, StringComparison.Ordinal);
            Assert.DoesNotContain("lundi 6 septembre 2021", after, StringComparison.Ordinal);
            almanach.Kill();
            await almanach.Exit();
        }

        using var again = Serve("data");
        await again.Says("Ctrl+C");
        Assert.DoesNotContain("lundi 6 septembre 2021", again.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_with_what_to_do()
    {
        using var first = Serve("data");
        await first.Says("Ctrl+C");

        var (code, said) = await AlmanachProcess.Run("serve", "--data", temp.Path("other"), "--urls", root);

        Assert.Equal(1, code);
        Assert.Contains("déjà prise", said, StringComparison.Ordinal);
        Assert.Contains("--urls", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_is_held_by_one_process()
    {
        using var first = Serve("data");
        await first.Says("Ctrl+C");

        var (code, said) = await AlmanachProcess.Run("serve", "--data", temp.Path("data"), "--urls", $"http://localhost:{FreePort.Find()}");

        Assert.Equal(1, code);
        Assert.Contains("tourne déjà", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_platform_never_starts()
    {
        SmallYear.Of(organisations: 2, colleagues: 0).Write(temp.Path("platform"));
        await File.AppendAllTextAsync(temp.Path("platform/organisations.csv"), "x;;;nulle-part;;;;\n");

        var (code, said) = await AlmanachProcess.Run("serve", "--platform", temp.Path("platform"), "--data", temp.Path("data"), "--urls", root);

        Assert.Equal(1, code);
        Assert.Contains("organisations.csv", said, StringComparison.Ordinal);
        Assert.Contains("erreur", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_has_begun_is_not_opened_for_real()
    {
        Directory.CreateDirectory(temp.Path("data"));
        await File.WriteAllTextAsync(temp.Path("data/almanach.json"), """{ "environment": "production", "root": "https://pfoss.example.org", "year": 2022 }""");

        var (code, said) = await AlmanachProcess.Run("serve", "--data", temp.Path("data"), "--urls", root);

        Assert.Equal(1, code);
        Assert.Contains("2022 ne peut plus être ouverte", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve", "--nonsense")]
    [InlineData("nonsense")]
    [InlineData("rehearse")] // without a year
    public async Task What_is_not_understood_is_a_usage_error(params string[] arguments)
    {
        var (code, said) = await AlmanachProcess.Run(arguments);

        Assert.Equal(2, code);
        Assert.Contains("almanach --help", said, StringComparison.Ordinal);
    }

    private AlmanachProcess Serve(string data) => new(null, "serve", "--data", temp.Path(data), "--urls", root);

    private static string Plain(string page) => System.Net.WebUtility.HtmlDecode(page).Replace('\u00A0', ' ');

    private static string Code(string said) => said.Split("?code=")[1][..9];
}
