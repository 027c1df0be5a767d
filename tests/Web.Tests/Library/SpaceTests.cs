using System.Net;
using System.Text.RegularExpressions;
using Almanach.Core.Documents;
using Almanach.Core.Library;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Deposits;
using Almanach.Core.Library.Space;
using Almanach.Core.Network;
using Almanach.Core.Tests.Library;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Library;

/// <summary>The members’ area: who enters, how, and what each finds there.</summary>
public sealed partial class SpaceTests
{
    [Fact]
    public async Task A_member_enters_by_the_link_she_was_mailed_and_a_scanner_that_opens_it_uses_nothing_up()
    {
        await using var platform = await TestPlatform.Collecting();
        var person = await platform.Referent("drome");
        var client = new Visitor(platform);
        var link = await client.Ask(person);

        for (var scan = 0; scan < 3; scan++)
            using (var opened = await platform.Client().GetAsync(new Uri(link, UriKind.Relative)))
                Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal("/espace", await client.Post(link));
        var page = await client.Text("/espace");

        Assert.Contains($"Bonjour {person.Name}", page);
        Assert.Contains("Ce qui vous est demandé", page);
        Assert.Contains("httponly", client.SetCookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", client.SetCookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", client.SetCookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_link_is_used_once_pressed_twice_it_still_leads_inside()
    {
        await using var platform = await TestPlatform.Collecting();
        var (client, thief) = (new Visitor(platform), new Visitor(platform));
        var link = await client.Ask(await platform.Referent("drome"));

        Assert.Equal("/espace", await client.Post(link));
        Assert.Equal("/espace", await client.Post(link));
        platform.Clock.Set(platform.Office.Now + SpaceDesk.PressedAgain);
        Assert.Equal("/espace", await client.Post(link));
        using var again = await thief.Send(link);

        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.False(again.Headers.Contains("Set-Cookie"));
    }

    /// <summary>The browser drops the first answer, and its cookie, for the second.</summary>
    [Fact]
    public async Task Pressed_twice_at_once_the_second_answer_lets_her_in()
    {
        await using var platform = await TestPlatform.Collecting();
        var (dropped, kept) = (new Visitor(platform), new Visitor(platform));
        var link = await dropped.Ask(await platform.Referent("drome"));

        Assert.Equal("/espace", await dropped.Post(link));
        Assert.Equal("/espace", await kept.Post(link));

        Assert.Equal(HttpStatusCode.OK, await kept.Status("/espace"));
    }

    [Fact]
    public async Task An_old_link_opens_nothing_and_one_we_did_not_sign_is_not_found()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = new Visitor(platform);
        var link = await client.Ask(await platform.Referent("drome"));
        platform.Clock.Set(platform.Office.Now + SpaceDesk.Lasts);

        using var old = await client.Send(link);
        using var forged = await client.Send($"{link}x");
        using var otherKind = await client.Send(platform.Own(await platform.Referent("drome")).Replace("/p/", "/espace/entrer/", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (old.StatusCode, forged.StatusCode, otherKind.StatusCode));
    }

    [Fact]
    public async Task Whoever_asks_is_answered_the_same_and_nobody_is_flooded()
    {
        await using var platform = await TestPlatform.Collecting();
        var person = await platform.Referent("drome");
        var client = platform.Client();

        var known = await client.SendOn("/espace/lien", ("adresse", person.Address));
        var unknown = await client.SendOn("/espace/lien", ("adresse", "personne@example.org"));
        for (var minute = 0; minute < 30; minute++)
        {
            platform.Clock.Set(platform.Office.Now.AddMinutes(1));
            await client.SendOn("/espace/lien", ("adresse", person.Address.ToUpperInvariant()));
        }
        await platform.Settle();

        Assert.Equal(known, unknown);
        Assert.Equal(SpaceDesk.MostInADay, platform.Mailer.Sent.Count(sent => sent.Letter.Subject.Contains("espace des membres", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_reads_what_is_hers_and_guessing_an_address_finds_nothing()
    {
        await using var platform = await TestPlatform.Collecting();
        var roster = await platform.Office.Network.Load();
        var member = roster.Active.First(contact => contact.SitsIn("copil"));
        var other = roster.Active.First(contact => contact.Roles.All(role => role.Body is null));
        var slides = await Deposit(platform, "Diapositives du comité", "copil", Diffusion.Circle);
        var note = await Deposit(platform, "Note au réseau", null, Diffusion.Network);
        var (inside, outside, stranger) = (new Visitor(platform), new Visitor(platform), new Visitor(platform));
        await inside.Enter(member);
        await outside.Enter(other);

        Assert.Equal(HttpStatusCode.OK, await inside.Status($"/espace/fichiers/{slides}"));
        Assert.Equal(HttpStatusCode.NotFound, await outside.Status($"/espace/fichiers/{slides}"));
        Assert.Equal(HttpStatusCode.OK, await outside.Status($"/espace/fichiers/{note}"));
        Assert.Equal(HttpStatusCode.NotFound, await inside.Status("/espace/fichiers/nulle-part"));
        Assert.Equal(HttpStatusCode.Redirect, await stranger.Status($"/espace/fichiers/{slides}"));
        Assert.Equal(HttpStatusCode.Redirect, await stranger.Status("/espace/fichiers/nulle-part"));
        foreach (var id in new[] { slides, note })
            Assert.Equal(HttpStatusCode.NotFound, await stranger.Status($"/documents/fichiers/{id}"));
        var list = await inside.Text("/espace/documents");
        Assert.Contains("Comité de pilotage", list);
        Assert.Contains("Diapositives du comité", list);
        Assert.DoesNotContain("Diapositives du comité", await outside.Text("/espace/documents"));
        Assert.DoesNotContain("Diapositives du comité", await inside.Text("/espace/documents?mots=note"));
        Assert.Contains("Diapositives du comité", await inside.Text("/espace/documents?lieu=instance:copil&annee=2021"));
    }

    [Fact]
    public async Task Leaving_the_network_or_a_new_generation_ends_the_session()
    {
        await using var platform = await TestPlatform.Collecting();
        var (first, second) = (await platform.Referent("drome"), await platform.Referent("isere"));
        var (one, other) = (new Visitor(platform), new Visitor(platform));
        await one.Enter(first);
        await other.Enter(second);

        Assert.Null(await platform.Office.Members.Leave(first.Id, "coordination", platform.Office.Now));

        Assert.Equal(HttpStatusCode.Redirect, await one.Status("/espace/documents"));
        Assert.Equal(HttpStatusCode.OK, await other.Status("/espace/documents"));
        Assert.Equal(HttpStatusCode.Redirect, await other.Status("/cockpit"));
    }

    [Fact]
    public async Task Signing_out_takes_her_own_form_and_no_cookie_but_ours_opens()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = new Visitor(platform);
        await client.Enter(await platform.Referent("drome"));
        var token = TokenField().Match(await client.Text("/espace")).Groups[1].Value;

        using var forged = await client.Send("/espace/sortir", ("jeton", "x"));
        var stays = await client.Status("/espace/membres");
        using var left = await client.Send("/espace/sortir", ("jeton", token));

        Assert.False(forged.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, stays);
        Assert.Contains("almanach-espace=;", left.Headers.GetValues("Set-Cookie").Single());
        foreach (var cookie in new[] { "almanach-espace=x.y", "almanach-espace=", $"{client.Cookie}x", $"almanach-espace={new string('a', 300)}.b" })
            Assert.Equal(HttpStatusCode.Redirect, await new Visitor(platform) { Cookie = cookie }.Status("/espace/membres"));
    }

    [Fact]
    public async Task Members_see_names_and_organisations_and_never_an_address()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = new Visitor(platform);
        var person = await platform.Referent("drome");
        await client.Enter(person);

        var members = await client.Text("/espace/membres");
        var agenda = await client.Text("/espace/agenda");

        Assert.Contains(person.Name, members);
        Assert.All((await platform.Office.Network.Load()).Active.Select(contact => contact.Address), address => Assert.DoesNotContain(address, members));
        Assert.Contains("Clermont-Ferrand", agenda);
    }

    internal static async Task<string> Deposit(TestPlatform platform, string title, string? body, Diffusion diffusion)
    {
        var (id, refusal) = await platform.Office.Deposits.Enter(
            new DepositSheet(title, new DateOnly(2021, 9, 1), LibraryKind.Diapositives, body, null, null, [], diffusion), "x.pdf", SampleFiles.Pdf, "coordination", platform.Office.Now);
        Assert.Null(refusal);
        return id;
    }

    /// <summary>A browser that keeps its one cookie.</summary>
    [Fact]
    public async Task Members_find_internal_entries_of_the_catalogue_and_nobody_else_does()
    {
        await using var platform = await TestPlatform.Collecting();
        var card = EntryCard.Blank with { Title = "Note interne sur les saisonniers", Producers = [new Producer("insee")], Diffusion = EntryDiffusion.Internal };
        var (id, _) = await platform.Office.Catalogue.Save("", card, null, "coordination", platform.Office.Now);
        var (anybody, member) = (new Visitor(platform), new Visitor(platform));
        await member.Enter(await platform.Referent("drome"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await anybody.Status($"/catalogue/{id}"), await anybody.Status("/catalogue/rien-de-tel")));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (await anybody.Status($"/espace/catalogue/{id}"), await anybody.Status("/espace/catalogue/rien-de-tel")));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (await member.Status($"/catalogue/{id}"), await member.Status("/catalogue/rien-de-tel")));
        Assert.Equal(HttpStatusCode.NotFound, await member.Status("/espace/catalogue/rien-de-tel"));
        var found = await member.Text("/espace/catalogue?q=saisonniers");
        Assert.Contains("interne</span>", found);
        Assert.Contains($"href=\"/espace/catalogue/{id}\"", found);
        Assert.Contains("Cette fiche est interne.", await member.Text($"/espace/catalogue/{id}"));
        var everything = await anybody.Text("/catalogue");
        Assert.DoesNotContain("saisonniers", everything);
        Assert.Contains("tabindex=\"-1\">8&#xA0;études", everything);
        Assert.Contains("tabindex=\"-1\">9&#xA0;études", await member.Text("/espace/catalogue"));
        Assert.DoesNotContain("saisonniers", await anybody.Text("/catalogue.csv"));
        Assert.DoesNotContain("saisonniers", await anybody.Text("/catalogue.json"));
        Assert.DoesNotContain("href=\"/catalogue?", found);
    }

    private sealed class Visitor(TestPlatform platform)
    {
        private string cookie = "";

        public string Cookie
        {
            get => cookie;
            init => cookie = value;
        }

        public string SetCookie { get; private set; } = "";

        public async Task<string> Ask(Contact person)
        {
            await platform.Client().SendOn("/espace/lien", ("adresse", person.Address));
            await platform.Settle();
            return Link().Match(((Core.Mail.Letters.SlotValue.Text)platform.Mailer.Sent.Last(sent => sent.To.Id == person.Id).To.Slots["lien"]).Value).Value;
        }

        public async Task Enter(Contact person) => Assert.Equal("/espace", await Post(await Ask(person)));

        public async Task<string> Post(string path)
        {
            using var response = await Send(path);
            return response.Headers.Location?.OriginalString ?? $"{response.StatusCode}";
        }

        public Task<HttpResponseMessage> Send(string path, params (string, string)[] fields) => Send(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2))),
        });

        public async Task<HttpStatusCode> Status(string path)
        {
            using var response = await Send(new HttpRequestMessage(HttpMethod.Get, path));
            return response.StatusCode;
        }

        public async Task<string> Text(string path)
        {
            using var response = await Send(new HttpRequestMessage(HttpMethod.Get, path));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return await response.Content.ReadAsStringAsync();
        }

        private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
        {
            if (cookie.Length > 0)
                request.Headers.Add("Cookie", cookie);
            var response = await platform.Client().SendAsync(request);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                SetCookie = set.Single();
                cookie = SetCookie.Split(';')[0];
            }
            return response;
        }
    }

    [GeneratedRegex(@"/espace/entrer/[A-Za-z0-9._-]+")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"jeton\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
