using System.Net;
using Almanach.Core.Consultations;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Somebody who is added by hand, or gets a role: her card, what she is told and asked.</summary>
public sealed class NewcomerRoomTests
{
    private static readonly DateTime Day = new(2021, 10, 20, 10, 0, 0);

    [Fact]
    public async Task A_person_who_is_added_is_told_once_who_holds_their_data()
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/reseau/personnes/nouvelle?organisme=dreets")).QuerySelector<IHtmlFormElement>("main form")!;

        var (_, response) = await Confirm(host, form, ("prenom", "Ève"), ("nom", "Neuf"), ("courriel", "eve.neuf@dreets.example.org"), ("roles", "Reader"));
        await host.Settle();

        Assert.Equal("/cockpit/reseau/personnes/c0387?fait=ajout", response.Headers.Location!.OriginalString);
        var added = (await host.Office.Network.Load()).Contacts["c0387"];
        Assert.Equal(("Ève Neuf", new DateOnly(2021, 10, 20)), (added.Name, added.Since));
        Assert.Equal(1, await ThemesRoomTests.Sent(host, "bienvenue-information"));
    }

    [Theory]
    [InlineData("courriel", "pas une adresse", "#courriel")]
    [InlineData("courriel", "", "#courriel")]
    [InlineData("roles", "", "#roles")]
    [InlineData("roles", "Member:nulle-part", "#roles")]
    [InlineData("organisme", "nulle-part", "#organisme")]
    [InlineData("source", "", "#source")]
    public async Task What_is_amiss_is_said_beside_its_field(string field, string value, string link)
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/reseau/personnes/nouvelle?organisme=dreets")).QuerySelector<IHtmlFormElement>("main form")!;
        Dictionary<string, string> typed = new() { ["nom"] = "Neuf", ["courriel"] = "eve.neuf@dreets.example.org", ["roles"] = "Reader", [field] = value };

        var page = await CockpitHost.Read(await host.Submit(form, [.. typed.Select(pair => (pair.Key, pair.Value))]), HttpStatusCode.UnprocessableEntity);

        Assert.Equal([link], page.QuerySelectorAll(".errors a").Select(line => line.GetAttribute("href")));
    }

    [Theory]
    [InlineData("Referent", true, 2)] // the collection asks référents
    [InlineData("Suppleant", true, 2)]
    [InlineData("Reader", true, 1)] // nothing is open for whoever is only kept informed
    [InlineData("Referent", false, 1)] // unticked
    public async Task A_person_added_by_hand_is_invited_to_what_is_open_for_her_roles_and_the_page_says_so_first(string role, bool invites, int messages)
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/reseau/personnes/nouvelle?organisme=dreets")).QuerySelector<IHtmlFormElement>("main form")!;
        var ticked = form.QuerySelector<IHtmlInputElement>("[name=inviter]")!;
        Assert.True(ticked.IsChecked);
        ticked.IsChecked = invites;

        var (preview, _) = await Confirm(host, form, ("nom", "Neuf"), ("courriel", "eve.neuf@dreets.example.org"), ("roles", role));
        await host.Settle();

        Assert.Equal(messages, preview.QuerySelectorAll("blockquote").Length);
        Assert.Equal(messages == 1, preview.QuerySelector("#sans-invitation") is not null);
        Assert.Equal(messages == 2, (await Asked(host)).Contains("c0387"));
        Assert.Equal(messages - 1, (await host.Office.MailRoom.Outcomes("invite-2022-themes-c0387")).Count);
    }

    [Fact]
    public async Task Whoever_enters_an_organisation_that_has_answered_may_correct_the_answer_but_is_not_written_to()
    {
        await using var host = await CockpitHost.At(Day, [.. Partners.Propose(1)]);
        var organisation = Partners.Referents[0].Organisation;
        var form = (await host.Page($"/cockpit/reseau/personnes/nouvelle?organisme={organisation}")).QuerySelector<IHtmlFormElement>("main form")!;

        var (preview, _) = await Confirm(host, form, ("nom", "Neuf"), ("courriel", "eve.neuf@dreets.example.org"), ("roles", "Suppleant"));
        await host.Settle();

        Assert.NotNull(preview.QuerySelector("#sans-invitation"));
        Assert.Empty(await host.Office.MailRoom.Outcomes("invite-2022-themes-c0387"));
        Assert.Contains("c0387", await Asked(host));
    }

    [Fact]
    public async Task Mails_that_are_no_longer_those_shown_are_shown_again_instead_of_sent()
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/reseau/personnes/nouvelle?organisme=dreets")).QuerySelector<IHtmlFormElement>("main form")!;
        var preview = await CockpitHost.Read(await host.Submit(form, ("nom", "Neuf"), ("courriel", "eve.neuf@dreets.example.org"), ("roles", "Referent")));
        var before = await Lines(host);
        await host.Office.Cycle.Apply(2022, new Core.Cycle.CycleCommand.Close("collecte", host.Office.Now, "coordination"));
        while (await host.Office.Worker.Once())
            continue;

        var again = await CockpitHost.Read(await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form")!), HttpStatusCode.Conflict);

        Assert.NotNull(again.QuerySelector("#sans-invitation"));
        Assert.DoesNotContain("c0387", (await host.Office.Network.Load()).Contacts.Keys);
        Assert.Equal(before, await Lines(host));
    }

    [Fact]
    public async Task The_card_can_be_corrected_before_the_person_is_added()
    {
        await using var host = await CockpitHost.At(Day);
        var (by, form) = await SuccessorCardTests.Successor(host);
        var preview = await CockpitHost.Read(await host.Submit(form, ("fonction", "chargée de mission")));

        var back = await CockpitHost.Read(await host.Post("/cockpit/reseau/personnes/nouvelle/apercu", Fields(preview).Append(("geste", "corriger"))));

        Assert.Equal("chargée de mission", back.QuerySelector<IHtmlInputElement>("#fonction")!.Value);
        Assert.True(back.QuerySelector<IHtmlInputElement>("[name=remplace]")!.IsChecked);
        Assert.Contains($"Remplace {by.Name}", back.QuerySelector("main form")!.TextContent);
    }

    [Fact]
    public async Task Whoever_was_invited_after_the_others_is_not_reminded_before_the_days_between_two_mails_have_gone_by()
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/reseau/personnes/nouvelle?organisme=dreets")).QuerySelector<IHtmlFormElement>("main form")!;
        await Confirm(host, form, ("nom", "Neuf"), ("courriel", "eve.neuf@dreets.example.org"), ("roles", "Suppleant"));
        await host.Settle();
        var days = host.Office.Setting.Platform.Mail.DaysBetweenReminders;
        var last = ConsultationDesk.LastDay((await host.Office.Consultations.Find("2022-themes"))!.Closes!.Value, host.Office.Setting.Zone);
        var reminders = (await host.Office.Consultations.Find("2022-themes"))!.Template.Reminders;
        var joined = DateOnly.FromDateTime(Day);

        var asked = new List<DateOnly>();
        for (var day = joined; day <= last; day = day.AddDays(1))
            if ((await host.Office.Asks.Due(day)).Any(ask => ask.Contact == "c0387"))
                asked.Add(day);

        Assert.NotEmpty(asked);
        Assert.Equal(joined.AddDays(Math.Max(days, last.DayNumber - joined.DayNumber - reminders.Max())), asked[0]);
    }

    [Fact]
    public async Task A_role_given_to_somebody_of_the_network_offers_the_invitation_and_it_leaves_once_when_asked()
    {
        await using var host = await CockpitHost.At(Day);
        var (id, card) = await Reader(host);
        var before = await Lines(host);

        await host.Submit((await host.Page(card)).QuerySelector<IHtmlFormElement>($"form[action$='{id}']")!, ("roles", "Suppleant"));
        await host.Settle();
        var offer = await host.Page(card);
        var kept = await Lines(host);
        var invite = offer.QuerySelector<IHtmlFormElement>("form[action$=inviter]")!;
        var first = await host.Submit(invite);
        await host.Settle();
        var second = await CockpitHost.Read(await host.Submit(invite), HttpStatusCode.Conflict);
        await host.Settle();

        Assert.Equal(before, kept);
        Assert.StartsWith("Thèmes 2022", Assert.Single(offer.QuerySelectorAll("blockquote strong")).TextContent, StringComparison.Ordinal);
        Assert.Equal($"{card}?fait=invitation", first.Headers.Location!.OriginalString);
        Assert.Equal([id], (await host.Office.MailRoom.Outcomes($"invite-2022-themes-{id}")).Keys);
        Assert.Single((await Lines(host)).Except(before));
        Assert.Contains("déjà invitée", second.QuerySelector("main")!.TextContent);
        Assert.Null(second.QuerySelector("form[action$=inviter]"));
    }

    [Theory]
    [InlineData("Reader", false)] // nothing is open for whoever is only kept informed
    [InlineData("Suppleant", true)] // gets no mail
    public async Task Nobody_is_offered_for_invitation_who_is_asked_nothing_or_gets_no_mail(string role, bool silent)
    {
        await using var host = await CockpitHost.At(Day);
        var (id, card) = await Reader(host);
        if (silent)
            await host.Post($"{card}/messages", [("arreter", "oui"), ("raison", "Son adresse ne fonctionne plus")]);
        await host.Submit((await host.Page(card)).QuerySelector<IHtmlFormElement>($"form[action$='{id}']")!, ("roles", role));

        var page = await host.Page(card);
        var refused = await host.Post($"{card}/inviter", [("vu", "")]);

        Assert.Null(page.QuerySelector("form[action$=inviter]"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    /// <summary>Somebody of the DREETS who is only kept informed, added without an invitation.</summary>
    private static async Task<(string Id, string Card)> Reader(CockpitHost host)
    {
        var form = (await host.Page("/cockpit/reseau/personnes/nouvelle?organisme=dreets")).QuerySelector<IHtmlFormElement>("main form")!;
        await Confirm(host, form, ("nom", "Neuf"), ("courriel", "eve.neuf@dreets.example.org"), ("roles", "Reader"));
        await host.Settle();
        return ("c0387", "/cockpit/reseau/personnes/c0387");
    }

    /// <summary>Fills the form of a new person, reads what would leave, and confirms it.</summary>
    internal static async Task<(IHtmlDocument Preview, HttpResponseMessage Response)> Confirm(CockpitHost host, IHtmlFormElement form, params (string, string)[] typed)
    {
        var preview = await CockpitHost.Read(await host.Submit(form, typed));
        return (preview, await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form")!));
    }

    private static IEnumerable<(string, string)> Fields(IHtmlDocument page) =>
        page.QuerySelectorAll<IHtmlInputElement>("main form input[type=hidden]").Where(field => field.Name != "jeton").Select(field => (field.Name!, field.Value));

    private static async Task<IReadOnlyList<string>> Asked(CockpitHost host) =>
        [.. (await host.Office.Consultations.Asked((await host.Office.Consultations.Find("2022-themes"))!)).Select(member => member.Contact)];

    /// <summary>The outbox: key and subject.</summary>
    internal static async Task<IReadOnlyList<string>> Lines(CockpitHost host)
    {
        List<string> lines = [];
        await foreach (var line in host.Office.MailRoom.Lines(DateTimeOffset.MinValue, DateTimeOffset.MaxValue))
            lines.Add($"{line.Key}|{line.Subject}");
        return lines;
    }
}
