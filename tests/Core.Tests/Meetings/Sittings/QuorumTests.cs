using Almanach.Core.Consultations;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Meetings.Sittings;

public sealed class QuorumTests
{
    [Theory]
    [InlineData(0.5, 60, 30)]
    [InlineData(0.5, 61, 31)] // at least half
    [InlineData(0.5, 1, 1)]
    [InlineData(0.5, 0, 0)]
    [InlineData(0.25, 7, 2)]
    [InlineData(1, 12, 12)]
    [InlineData(0, 12, 0)] // none
    public void A_share_of_the_members_is_needed(double share, int members, int needed) =>
        Assert.Equal(needed, QuorumRules.Needed((decimal)share, members));

    [Theory]
    [InlineData(60, 29, false, 1)] // exactly one is missing
    [InlineData(60, 30, true, 0)]
    [InlineData(61, 30, false, 1)]
    [InlineData(61, 31, true, 0)]
    public void It_is_reached_or_missed_by_so_many(int members, int present, bool reached, int missing)
    {
        var count = QuorumRules.Of(Body(), Seats(members), Sheet(Enumerable.Range(1, present).Select(n => ($"m{n}", AttendanceMode.Remote))));

        Assert.Equal((reached, missing, present), (count.Reached, count.Missing, count.Counted));
    }

    [Theory]
    [InlineData(1, "m2", "OnSite", true)]
    [InlineData(1, "m2", "Excused", false)] // who holds the proxy did not come
    [InlineData(1, "m2", "Represented", false)] // a proxy does not pass on
    [InlineData(1, "", "OnSite", false)] // nobody holds it
    [InlineData(0, "m2", "OnSite", false)] // the body allows none
    public void Somebody_represented_counts_if_the_body_allows_it_and_the_proxy_is_there(int proxies, string holder, string mode, bool counts)
    {
        var sheet = Sheet([("m1", AttendanceMode.Represented), ("m2", Enum.Parse<AttendanceMode>(mode))], holder.Length == 0 ? [] : [("m1", holder)]);

        Assert.Equal(counts, QuorumRules.Counts(Body() with { Proxies = proxies }, sheet, "m1"));
    }

    [Fact]
    public void Each_college_brings_its_share()
    {
        IReadOnlyList<Seat> seats = [.. Seats(4), new("e1", "o", "etat"), new("e2", "o", "etat"), new("e3", "o", "etat")];
        var body = Body() with { CollegeQuorum = 0.34m };
        var four = Sheet([("m1", AttendanceMode.OnSite), ("m2", AttendanceMode.OnSite), ("m3", AttendanceMode.OnSite), ("m4", AttendanceMode.OnSite)]);
        var mixed = Sheet([("m1", AttendanceMode.OnSite), ("m2", AttendanceMode.OnSite), ("e1", AttendanceMode.OnSite), ("e2", AttendanceMode.OnSite)]);

        Assert.Equal([("c", 4, 4, 2), ("etat", 3, 0, 2)], QuorumRules.Of(body, seats, four).Colleges.Select(college => (college.College, college.Members, college.Counted, college.Needed)));
        Assert.False(QuorumRules.Of(body, seats, four).Reached);
        Assert.True(QuorumRules.Of(body, seats, mixed).Reached);
    }

    [Fact]
    public void Nothing_is_needed_of_a_second_convocation_nor_of_the_whole_network()
    {
        Assert.False(QuorumRules.Of(Body() with { CollegeQuorum = 0.5m }, Seats(60), Sheet([]), free: true).Applies);
        Assert.False(QuorumRules.Of(null, Seats(60), Sheet([("x", AttendanceMode.OnSite)])).Applies);
        Assert.Equal(1, QuorumRules.Of(null, Seats(60), Sheet([("x", AttendanceMode.OnSite)])).Counted);
    }

    [Theory]
    [InlineData(false, 3, 2, 1)] // left out: 2 of 3 are needed, and one of them is there
    [InlineData(true, 4, 2, 2)] // counted all the same
    public void Who_steps_back_counts_only_where_the_rules_say_so(bool counts, int members, int needed, int there)
    {
        var sheet = Sheet([("m1", AttendanceMode.OnSite), ("m2", AttendanceMode.OnSite)]);

        var count = QuorumRules.Of(Body() with { RecusedCount = counts }, Seats(4), sheet, recused: ["m1"]);

        Assert.Equal((members, needed, there), (count.Members, count.Needed, count.Counted));
    }

    internal static Body Body() => new("copil", "Comité", "COPIL", "", 21, 0.5m);

    internal static IReadOnlyList<Seat> Seats(int members) => [.. Enumerable.Range(1, members).Select(n => new Seat($"m{n}", $"o{n}", "c"))];

    internal static AttendanceSheet Sheet(IEnumerable<(string Contact, AttendanceMode Mode)> modes, IEnumerable<(string Contact, string Holder)>? proxies = null) =>
        new(modes.ToDictionary(), (proxies ?? []).ToDictionary(), false);
}
