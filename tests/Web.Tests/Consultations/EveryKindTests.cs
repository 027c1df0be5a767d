using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Web.Tests.Hosting;
using AngleSharp.Dom;

namespace Almanach.Web.Tests.Consultations;

/// <summary>A page with one question of each of the other kinds.</summary>
public sealed class EveryKindTests
{
    private static readonly ConsultationTemplate Poll = new(
        "themes", "Date du séminaire [année]", "Quand tenir le séminaire\u202F?", "Répondez jusqu’au [clôture].", AnswerUnit.Contact, [RoleKind.Referent], null,
        LateAnswers.Refuse, [], "invitation-themes", "Répondez jusqu’au [clôture].", false, "",
        [
            new("jours", QuestionKind.Dates, "Les dates", "", true, [new("a", "Mardi 12 avril", ""), new("b", "Jeudi 14 avril", "")], OptionSource.Listed),
            new("lieu", QuestionKind.Choice, "Le lieu", "", false, [new("lyon", "Lyon", ""), new("visio", "À distance", "")], OptionSource.Listed),
            new("part", QuestionKind.Engagement, "Votre part", "", true, [], OptionSource.Listed),
            new("presence", QuestionKind.Attendance, "Votre présence", "", false, [], OptionSource.Listed),
            new("mot", QuestionKind.Text, "Un mot", "", false, [], OptionSource.Listed),
        ]);

    private static readonly (string, string)[] Whole =
    [
        ("jours.a", "Yes"), ("jours.b", "IfNeedBe"), ("lieu", "visio"), ("part.interet", "Strong"), ("part.effort", "Lead"), ("part.note", "Deux jours"),
        ("presence", "Remote"), ("presence.note", "le matin"), ("mot", "Un mot\r\nsur deux lignes"),
    ];

    [Fact]
    public async Task Every_kind_is_asked_recorded_and_shown_again()
    {
        await using var platform = await Open();
        var contact = await platform.Referent("drome");
        var path = await platform.Answer("2022-themes", contact);
        var client = platform.Client();

        var blank = await client.Open(path);
        var end = await client.SendOn(path, [("_revision", "0"), .. Whole]);
        var received = await client.Open(end);
        var again = await client.Open(path);
        var answer = (await platform.Office.Consultations.AnswerOf("2022-themes", contact.Id))!;

        Assert.Empty(blank.QuerySelectorAll("input[checked]"));
        Assert.Equal([Availability.Yes, Availability.IfNeedBe], Assert.IsType<AnswerValue.Dates>(answer.Values["jours"]).ByOption.OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.Equal(new AnswerValue.Choice("visio"), answer.Values["lieu"]);
        Assert.Equal(new AnswerValue.Engagement(Interest.Strong, Effort.Lead, "Deux jours"), answer.Values["part"]);
        Assert.Equal(new AnswerValue.Attendance(AttendanceMode.Remote, "le matin"), answer.Values["presence"]);
        Assert.Equal(new AnswerValue.Text("Un mot\nsur deux lignes"), answer.Values["mot"]);
        Assert.Contains("Très intéressé, peut piloter", received.Text());
        Assert.Equal(["Yes", "IfNeedBe", "visio", "Strong", "Lead", "Remote"], again.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")));
        Assert.Equal("Un mot\nsur deux lignes", again.Value("mot"));
    }

    [Theory]
    [InlineData("jours.a", "Non", "jours")] // the label is not the word
    [InlineData("lieu", "paris", "lieu")] // no such option
    [InlineData("part.effort", "", "part.effort")] // half an engagement
    [InlineData("part.interet", "2", "part")] // a number is no word
    [InlineData("presence", "Nowhere", "presence")]
    public async Task What_is_wrong_is_said_beside_its_question_and_the_rest_is_kept(string name, string value, string field)
    {
        await using var platform = await Open();
        var path = await platform.Answer("2022-themes", await platform.Referent("drome"));

        var page = await platform.Client().SendRefused(path, HttpStatusCode.UnprocessableEntity, Whole.Where(pair => pair.Item1 != name).Append((name, value)).Prepend(("_revision", "0")));

        Assert.NotNull(page.QuerySelectorAll(".errors a").FirstOrDefault(link => link.GetAttribute("href") == $"#{field}"));
        Assert.NotNull(page.GetElementById(field));
        Assert.Equal("Un mot\nsur deux lignes", page.Value("mot"));
    }

    [Theory]
    [InlineData("Represented", "Claire Martin, Isère")]
    [InlineData("Remote", "")] // who comes oneself needs nobody: a name left from an answer before is dropped
    public async Task Whoever_is_represented_may_say_by_whom(string mode, string kept)
    {
        await using var platform = await Open();
        var contact = await platform.Referent("drome");
        var path = await platform.Answer("2022-themes", contact);
        var client = platform.Client();

        var received = await client.Open(await client.SendOn(path, [("_revision", "0"), .. Whole.Where(pair => pair.Item1 != "presence"), ("presence", mode), ("presence.representant", " Claire  Martin, Isère ")]));
        var again = await client.Open(path);
        await platform.Settle();

        var recorded = Assert.IsType<AnswerValue.Attendance>((await platform.Office.Consultations.AnswerOf("2022-themes", contact.Id))!.Values["presence"]);
        Assert.Equal((kept, "le matin"), (recorded.Representative, recorded.Note));
        Assert.Equal(kept, again.Value("presence.representant"));
        Assert.Equal(kept.Length > 0, received.Text().Contains("Représentation par un autre membre\u00A0: Claire Martin, Isère", StringComparison.Ordinal));
        var receipt = Assert.IsType<Core.Mail.Letters.SlotValue.Lines>(platform.Mailer.Sent.Single(sent => sent.Letter.Key.StartsWith("receipt-", StringComparison.Ordinal)).To.Slots["réponse"]).Items;
        Assert.Equal(kept.Length > 0, receipt.Contains("Votre présence\u00A0: représentation par un autre membre\u00A0: Claire Martin, Isère"));
    }

    [Fact]
    public async Task A_name_beside_an_absence_is_asked_about()
    {
        await using var platform = await Open();
        var path = await platform.Answer("2022-themes", await platform.Referent("drome"));

        var page = await platform.Client().SendRefused(path, HttpStatusCode.UnprocessableEntity,
            [("_revision", "0"), .. Whole.Where(pair => pair.Item1 != "presence"), ("presence", "Excused"), ("presence.representant", "Claire Martin")]);

        Assert.NotNull(page.QuerySelector(".errors a[href='#presence.representant']"));
        Assert.Equal("Claire Martin", page.Value("presence.representant"));
    }

    [Fact]
    public async Task Without_an_end_the_page_leaves_out_the_sentence_that_gives_it()
    {
        await using var platform = await Open();
        var held = (await platform.Office.Ledger.Find<Consultation>(Consultation.Partition("2022-themes"), Consultation.Key))!;
        await platform.Office.Ledger.Commit(new Draft.Write(Consultation.Partition("2022-themes"),
            [new Core.Ports.Change.Replace(held.Key, Stored.Write(held.Value with { Closes = null }), held.Version)], []));

        var page = await platform.Client().Open(await platform.Answer("2022-themes", await platform.Referent("drome")));

        Assert.DoesNotContain("jusqu’au", page.QuerySelector(".lede")!.TextContent);
    }

    private static async Task<TestPlatform> Open()
    {
        var platform = await TestPlatform.Open(setting => setting with
        {
            Folder = setting.Folder with
            {
                Platform = setting.Folder.Platform with { Consultations = [.. setting.Platform.Consultations.Where(template => template.Id != "themes"), Poll] },
            },
        });
        await platform.AfterStartOf("collecte");
        return platform;
    }
}
