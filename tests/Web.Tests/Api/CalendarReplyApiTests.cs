using System.Net;
using System.Text.Json.Nodes;
using Almanach.Core.Consultations;
using Almanach.Core.Meetings.Calendars;
using Almanach.Core.Network;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Api;

/// <summary>What calendars answer to an invitation becomes the answer of the person.</summary>
public sealed class CalendarReplyApiTests
{
    private const string Path = "/api/meetings/2022-copil/replies";

    [Fact]
    public async Task Yes_and_no_are_answers_with_a_receipt_and_keep_what_else_was_said()
    {
        await using var platform = await Asked();
        using var api = platform.ApiClient();
        var (comes, declines) = (Member(platform, 0), Member(platform, 1));
        await platform.Office.Consultations.Take("2022-copil-presence", new AnswerCommand(declines.Id, declines.Organisation, declines.Id, Channel.Page, false,
            new Dictionary<string, AnswerValue> { ["presence"] = new AnswerValue.Attendance(AttendanceMode.Remote, ""), ["points"] = new AnswerValue.Text("Le calendrier") }, platform.Office.Now), 0);
        platform.Clock.Set(platform.Office.Now.AddHours(1));

        var yes = await api.Call("POST", Path, Body(platform, comes.Address, "ACCEPTED"));
        var no = await api.Call("POST", Path, Body(platform, declines.Address.ToUpperInvariant(), "DECLINED"));
        var twice = await api.Call("POST", Path, Body(platform, comes.Address, "ACCEPTED"));
        await platform.Settle();

        Assert.All(new[] { yes, no, twice }, answer => Assert.True((bool)answer.AsArray().Single()!["recorded"]!));
        var answers = (await platform.Office.Consultations.Answers("2022-copil-presence")).ToDictionary(answer => answer.Unit);
        Assert.Equal((AttendanceMode.Remote, Channel.Reply, 1), (Mode(answers[comes.Id]), answers[comes.Id].Channel, answers[comes.Id].Revision)); // by video only
        Assert.Equal(AttendanceMode.Excused, Mode(answers[declines.Id]));
        Assert.Equal(new AnswerValue.Text("Le calendrier"), answers[declines.Id].Values["points"]);
        Assert.Equal((1, 2), (Receipts(platform, comes), Receipts(platform, declines))); // what was understood is told, once
    }

    [Fact]
    public async Task What_is_not_clear_or_not_new_is_told_and_records_nothing()
    {
        await using var platform = await Asked();
        using var api = platform.ApiClient();
        var member = Member(platform, 0);
        await platform.Office.Consultations.Take("2022-copil-presence", new AnswerCommand(member.Id, member.Organisation, member.Id, Channel.Page, false,
            new Dictionary<string, AnswerValue> { ["presence"] = new AnswerValue.Attendance(AttendanceMode.Excused, "") }, platform.Office.Now), 0);

        foreach (var text in new[] { Body(platform, member.Address, "TENTATIVE"), Body(platform, member.Address, "ACCEPTED", stamp: "20210101T000000Z"), Body(platform, "inconnu@example.org", "ACCEPTED") })
        {
            var taken = (await api.Call("POST", Path, text)).AsArray().Single()!;
            Assert.False((bool)taken["recorded"]!);
            Assert.NotEmpty((string)taken["because"]!);
        }
        await api.Call("POST", Path, """{"calendar":"Bonjour, je serai là."}""", HttpStatusCode.BadRequest);
        await api.Call("POST", Path, Body(platform, string.Join("\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:", Enumerable.Repeat(member.Address, 2_000)), "ACCEPTED"), HttpStatusCode.BadRequest); // one calendar, one person
        await api.Call("POST", Path, Body(platform, member.Address, "ACCEPTED", uid: "2022-journee-1"), HttpStatusCode.BadRequest);
        await api.Call("POST", "/api/meetings/2022-journee-1/replies", Body(platform, member.Address, "ACCEPTED", uid: "2022-journee-1"), HttpStatusCode.Conflict); // nobody is asked
        await api.Call("POST", "/api/meetings/2022-rien/replies", Body(platform, member.Address, "ACCEPTED"), HttpStatusCode.NotFound);

        Assert.Equal(AttendanceMode.Excused, Mode((await platform.Office.Consultations.Answers("2022-copil-presence")).Single()));
    }

    [Fact]
    public async Task An_answer_to_the_date_of_before_is_not_one_to_the_new_date()
    {
        await using var platform = await Asked();
        using var api = platform.ApiClient();
        var step = (await platform.Office.Cycle.Find(2022))!.Find("copil")!;
        Assert.Null(await platform.Office.Cycle.Apply(2022, new Core.Cycle.CycleCommand.Move("copil", [new("copil", step.Starts.AddDays(1), null)], platform.Office.Now, "coordination")));
        await platform.Settle();
        var member = Member(platform, 0);

        var old = (await api.Call("POST", Path, Body(platform, member.Address, "ACCEPTED", sequence: 0))).AsArray().Single()!;
        var fresh = (await api.Call("POST", Path, Body(platform, member.Address, "ACCEPTED", sequence: 1))).AsArray().Single()!;

        Assert.Equal((false, true), ((bool)old["recorded"]!, (bool)fresh["recorded"]!));
    }

    private static async Task<TestPlatform> Asked()
    {
        var platform = await TestPlatform.Open();
        await platform.GoTo(new DateOnly(2021, 11, 25), new TimeOnly(10, 0));
        return platform;
    }

    private static int Receipts(TestPlatform platform, Contact member) =>
        platform.Mailer.Sent.Count(mail => mail.Letter.Key.StartsWith($"receipt-2022-copil-presence-{member.Id}", StringComparison.Ordinal));

    private static Contact Member(TestPlatform platform, int place) => platform.Office.Setting.Folder.Contacts.Where(contact => contact.Active && contact.SitsIn("copil")).ElementAt(place);

    private static AttendanceMode Mode(Answer answer) => ((AnswerValue.Attendance)answer.Values["presence"]).Mode;

    private static string Body(TestPlatform platform, string address, string status, int sequence = 0, string uid = "2022-copil", string? stamp = null) => new JsonObject
    {
        ["calendar"] = $"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{MeetingEvents.Uid(uid, platform.Office.Setting.Platform.Brand)}\r\nSEQUENCE:{sequence}\r\n"
            + $"DTSTAMP:{stamp ?? platform.Office.Now.AddMinutes(1).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture)}\r\nATTENDEE;PARTSTAT={status}:mailto:{address}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    }.ToJsonString();
}
