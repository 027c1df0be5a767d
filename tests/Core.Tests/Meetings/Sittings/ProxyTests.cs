using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Sittings;

namespace Almanach.Core.Tests.Meetings.Sittings;

public sealed class ProxyTests
{
    static readonly IReadOnlyList<Seat> _seats = [.. QuorumTests.Seats(5), new("e1", "o", "etat")];

    [Theory]
    [InlineData("m1>m2", 1, false, null)]
    [InlineData("", 1, false, "Dites qui représente m1")]
    [InlineData("m1>m1", 1, false, "ne peut pas se représenter")]
    [InlineData("m1>x", 1, false, "n’est pas membre")]
    [InlineData("m1>m4", 1, false, "n’est pas là")] // absent
    [InlineData("m1>m5", 1, false, "n’est pas là")] // excused
    [InlineData("m1>m3 m3>m2", 1, false, "un pouvoir ne se transmet pas")]
    [InlineData("m1>m2 m3>m2", 1, false, "porterait 2 pouvoirs")]
    [InlineData("m1>m2 m3>m2", 2, false, null)]
    [InlineData("m1>m2", 0, false, "n’admet pas de pouvoir")]
    [InlineData("m1>e1", 1, true, "même collège")]
    [InlineData("m1>e1", 1, false, null)]
    public void A_proxy_is_taken_or_says_why_not(string proxies, int most, bool within, string? says)
    {
        var given = proxies.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('>')).ToDictionary(pair => pair[0], pair => pair[1]);
        Dictionary<string, AttendanceMode> modes = new()
        {
            ["m1"] = AttendanceMode.Represented,
            ["m2"] = AttendanceMode.OnSite,
            ["m5"] = AttendanceMode.Excused,
            ["e1"] = AttendanceMode.Remote,
        };
        if (given.ContainsKey("m3"))
            modes["m3"] = AttendanceMode.Represented;

        var errors = ProxyRules.Check(QuorumTests.Body() with { Proxies = most, ProxiesWithinCollege = within }, _seats, modes, given, contact => contact);

        if (says is null)
            Assert.Empty(errors);
        else
            Assert.Contains(says, Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_member_somebody_named_is_proposed_and_nobody_else()
    {
        Dictionary<string, AnswerValue.Attendance> said = new()
        {
            ["m1"] = new(AttendanceMode.Represented, "", "claire MARTIN"),
            ["m5"] = new(AttendanceMode.Represented, "", "Mme Martin Claire (Insee)"), // more beside the name
            ["m6"] = new(AttendanceMode.Represented, "", "Claire Durand et Luc Martin"), // a name taken from two
            ["m7"] = new(AttendanceMode.Represented, "", "Anne-Claire Martin"), // somebody else
            ["m8"] = new(AttendanceMode.Represented, "", "Anne Claire Martin"),
            ["m9"] = new(AttendanceMode.Represented, "", "Marie-Laure Roux, Insee"),
            ["m2"] = new(AttendanceMode.Represented, "", "ma collègue"),
            ["m3"] = new(AttendanceMode.Remote, "", "Claire Martin"), // comes after all
            ["m4"] = new(AttendanceMode.Represented, "", "Jean Petit"), // two bear that name
            ["c"] = new(AttendanceMode.Represented, "", "Claire Martin"), // herself
        };

        var announced = ProxyRules.Announced(said, new Dictionary<string, string> { ["c"] = "Claire Martin", ["p1"] = "Jean Petit", ["p2"] = "Jean Petit", ["r1"] = "Laure Roux", ["r2"] = "Marie-Laure Roux" });

        Assert.Equal(new Dictionary<string, string> { ["m1"] = "c", ["m5"] = "c", ["m9"] = "r2" }, announced.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void Only_who_is_represented_keeps_a_proxy()
    {
        var modes = new Dictionary<string, AttendanceMode> { ["m1"] = AttendanceMode.Represented, ["m2"] = AttendanceMode.OnSite };

        var meeting = Assert.IsType<Decision<Meeting>.Accepted>(MeetingRules.RecordAttendance(
            VoteTests.Meeting(), modes, new Dictionary<string, string> { ["m1"] = "m2", ["m2"] = "m1", ["m3"] = "" }, QuorumTests.Body(), _seats, contact => contact)).State;

        Assert.Equal(new Dictionary<string, string> { ["m1"] = "m2" }, meeting.Proxies);
        Assert.Equal(_seats, meeting.Seats);
    }
}
