using System.Net;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Rehearsal;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>An action's page plans its meeting, notes who speaks, says why it is not held, follows a study.</summary>
public sealed class ActionMeetingRoomTests
{
    private static readonly DateTime Published = new(2022, 1, 12, 10, 0, 0);
    private const string Atelier = "/cockpit/programme/2022/mobilites";

    [Fact]
    public async Task An_atelier_whose_speaker_is_found_is_planned_after_what_its_date_meets_is_read()
    {
        await using var host = await Year();
        await host.Submit((await host.Page(Atelier)).QuerySelector<IHtmlFormElement>("form[action$=intervenants]")!, ("intervenants", "Insee, Anne Petit, cheffe de projet"));
        var form = (await host.Page($"{Atelier}/rencontre")).QuerySelector<IHtmlFormElement>("main form[action$=apercu]")!;

        var preview = await CockpitHost.Read(await host.Submit(form, ("jour", "2022-07-14"), ("heure", "14:00"), ("duree", "150"), ("lieu", ""), ("lien", "https://visio.example.org/a")));
        Assert.Contains("férié", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await host.Office.Cycle.Find(2022))!.Find("atelier-mobilites"));
        var done = await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form[action$=rencontre]")!);
        await host.Settle();

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        var meeting = (await host.Office.Meetings.Find("2022-atelier-mobilites"))!;
        Assert.Equal((150, true, "https://visio.example.org/a"), (meeting.Minutes, meeting.Remote, meeting.Link));
        var page = await host.Page(Atelier);
        Assert.Contains("Jeudi 14 juillet 2022 à 14 h", Plain(page.QuerySelector("#rencontre")!.ParentElement!), StringComparison.Ordinal);
        Assert.Contains("action confirmée", Plain(page.QuerySelector(".lede")!).ToLowerInvariant(), StringComparison.Ordinal);
        foreach (var address in new[] { "/cockpit/reunions/2022-atelier-mobilites", "/cockpit/etape/2022/invitation-atelier-mobilites", "/cockpit/etape/2022/atelier-mobilites/deplacer", "/cockpit/annee/2022", "/cockpit/annee/2022/roue", "/cockpit/journal" })
            Assert.NotNull((await host.Page(address)).QuerySelector("h1"));
    }

    [Fact]
    public async Task Without_a_speaker_it_is_planned_only_despite_it_and_for_a_reason()
    {
        await using var host = await Year();
        (string, string)[] when = [("jour", "2022-06-30"), ("heure", "14:00"), ("duree", "120")];

        var unsaid = await CockpitHost.Read(await host.Post($"{Atelier}/rencontre/apercu", when), HttpStatusCode.UnprocessableEntity);
        var unexplained = await CockpitHost.Read(await host.Post($"{Atelier}/rencontre", [.. when, ("malgre", "oui")]), HttpStatusCode.UnprocessableEntity);
        await CockpitHost.Read(await host.Post($"{Atelier}/rencontre/apercu", [.. when, ("malgre", "oui"), ("raison", "L’Insee cherche.")]));

        Assert.Contains("Il manque un intervenant", Plain(unsaid.QuerySelector("#malgre-erreur")!), StringComparison.Ordinal);
        Assert.NotNull(unexplained.QuerySelector("#raison-erreur"));
        Assert.Equal("2022-06-30", unexplained.QuerySelector<IHtmlInputElement>("#jour")!.Value);
    }

    [Theory]
    [InlineData("jour", "31/02/2022")]
    [InlineData("jour", "2021-12-20")] // past
    [InlineData("jour", "2031-06-14")]
    [InlineData("heure", "25:00")]
    [InlineData("duree", "9999999999")]
    [InlineData("lien", "ftp://visio.example.org")]
    [InlineData("invitation", "2022-07-01")] // after the meeting
    [InlineData("ordre", "long")]
    public async Task What_cannot_be_is_refused_beside_its_field(string field, string value)
    {
        await using var host = await Year();
        Dictionary<string, string> fields = new() { ["jour"] = "2022-06-30", ["heure"] = "14:00", ["duree"] = "120", ["malgre"] = "oui", ["raison"] = "Un essai." };
        fields[field] = value == "long" ? new string('x', 201) : value;

        foreach (var address in new[] { $"{Atelier}/rencontre/apercu", $"{Atelier}/rencontre" })
        {
            var page = await CockpitHost.Read(await host.Post(address, fields.Select(pair => (pair.Key, pair.Value))), HttpStatusCode.UnprocessableEntity);
            Assert.NotNull(page.QuerySelector($".field.error #{field}"));
        }
    }

    [Fact]
    public async Task Not_held_it_tells_those_who_proposed_it_why()
    {
        await using var host = await Year();
        var form = (await host.Page($"{Atelier}/report")).QuerySelector<IHtmlFormElement>("main form[action$=apercu]")!;
        Assert.Contains("Il manque un intervenant", Plain(form.QuerySelector("textarea")!), StringComparison.Ordinal);

        var unchosen = await CockpitHost.Read(await host.Submit(form), HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(unchosen.QuerySelector("#choix-erreur") ?? unchosen.QuerySelector(".error"));
        var preview = await CockpitHost.Read(await host.Post($"{Atelier}/report/apercu", ("choix", "reporter"), ("motif", "Personne ne peut intervenir.")));
        Assert.Contains("Personne ne peut intervenir.", Plain(preview.QuerySelector("blockquote")!), StringComparison.Ordinal);
        await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form[action$=report]")!);
        await host.Settle();

        Assert.Equal(ActionState.CarriedOver, (await host.Office.Programme.Load(2022)).Single(action => action.Id == "mobilites").State);
        Assert.Equal(1, await ThemesRoomTests.Sent(host, "rencontre-non-tenue"));
        await CockpitHost.Read(await host.Post($"{Atelier}/report", ("choix", "reporter"), ("motif", "Encore."), ("vu", "autre")), HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Two_tabs_do_not_cross_each_others_speakers()
    {
        await using var host = await Year();
        var stale = (await host.Page(Atelier)).QuerySelector<IHtmlFormElement>("form[action$=intervenants]")!;

        await host.Submit(stale, ("intervenants", "Insee"));
        var second = await CockpitHost.Read(await host.Submit(stale, ("intervenants", "La Drees")), HttpStatusCode.Conflict);

        Assert.Contains("La Drees", second.QuerySelector<IHtmlTextAreaElement>("#intervenants")!.Value, StringComparison.Ordinal);
        Assert.Equal("Insee", (await host.Office.Programme.Load(2022)).Single(action => action.Id == "mobilites").Speakers![0].Organisation);
    }

    [Fact]
    public async Task A_study_is_followed_to_its_restitution()
    {
        await using var host = await CockpitHost.With(platform => platform with
        {
            ActionKinds = [.. platform.ActionKinds, new ActionKindSetting(ActionKind.Etude, "Étude", "Études", "une", 4, false, "", 5, "Études", [], [], [])],
        }, Published, Decided(ActionKind.Etude));
        var page = await host.Page(Atelier);

        await host.Submit(page.QuerySelector<IHtmlFormElement>("form[action$=etape]")!, ("etape", "Réalisation"), ("le", "2022-01-10"));
        await host.Submit((await host.Page(Atelier)).QuerySelector<IHtmlFormElement>("form[action$=etude]")!, ("operateur", "ORS"), ("cout", "12 000 euros"));
        var tomorrow = await CockpitHost.Read(await host.Post($"{Atelier}/etape", ("etape", "Validation"), ("le", "2022-01-13")), HttpStatusCode.UnprocessableEntity);
        var unread = await CockpitHost.Read(await host.Post($"{Atelier}/etape", ("etape", "Validation"), ("le", "jamais")), HttpStatusCode.UnprocessableEntity);
        var document = await host.Page("/cockpit/programme/2022/documents/programme");

        Assert.NotNull(tomorrow.QuerySelector(".field.error #le"));
        Assert.NotNull(unread.QuerySelector(".field.error #le"));
        Assert.Contains("étape en cours : réalisation, depuis le lundi 10 janvier 2022", Plain(document.QuerySelector("main") ?? document.Body!), StringComparison.Ordinal);
        Assert.Contains("Opérateur : ORS", Plain((await host.Page("/cockpit/programme/2022/documents/bilan")).Body!), StringComparison.Ordinal);
        var preview = await CockpitHost.Read(await host.Post($"{Atelier}/rencontre/apercu", ("jour", "2022-06-30"), ("heure", "14:00"), ("duree", "120"), ("lieu", "Lyon")));
        Assert.StartsWith("Restitution", Plain(preview.QuerySelector(".lede")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cockpit/programme/2022/rien/rencontre")]
    [InlineData("/cockpit/programme/2022/rien/report")]
    [InlineData("/cockpit/programme/2022/tableau-de-bord/rencontre")] // it brings nobody together
    [InlineData("/cockpit/programme/2022/%23%3F/rencontre")]
    [InlineData("/cockpit/programme/1999/mobilites/rencontre")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        await using var host = await Year();

        await host.Page(address, HttpStatusCode.NotFound);
        await CockpitHost.Read(await host.Post(address), HttpStatusCode.NotFound);
    }

    private static string Plain(INode node) => node.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim();

    private static Task<CockpitHost> Year() => CockpitHost.At(Published, Decided(ActionKind.Atelier));

    private static Act[] Decided(ActionKind kind) => [.. Partners.Propose(6), Partners.Grouped, new Act.Decide(
        new DateTime(2021, 12, 14, 12, 0, 0), "copil",
        [new("d-1", "Adopté.", [Partners.Titles[5]], DecisionOutcome.Adopt, new("mobilites", kind, "Les mobilités des jeunes", [], [], ""))], [])];
}
