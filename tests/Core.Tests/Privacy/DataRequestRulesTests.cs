using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Privacy;

namespace Almanach.Core.Tests.Privacy;

/// <summary>What is asked of one's own data, and until when it is answered.</summary>
public sealed class DataRequestRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Contact Claire = new("c1", "insee", "Claire", "Martin", "claire@example.org", "", [], "", default);

    // GDPR art. 12.3: one month.
    [Theory]
    [InlineData("2026-07-01", "2026-08-01")]
    [InlineData("2026-01-31", "2026-02-28")] // a month without that day ends on its last
    [InlineData("2027-12-15", "2028-01-15")]
    public void A_request_is_answered_within_a_month(string asked, string until) => Assert.Equal(DateOnly.Parse(until, null), DataRequestRules.Deadline(DateOnly.Parse(asked, null)));

    [Fact]
    public void Erasure_asked_twice_is_asked_once_and_may_be_asked_again_once_settled()
    {
        var first = State(DataRequestRules.Erasure(Claire, null, Now));

        Assert.IsType<Decision<DataRequest>.AlreadyDone>(DataRequestRules.Erasure(Claire, first, Now.AddHours(1)));
        Assert.Equal(first with { At = Now.AddDays(2) }, State(DataRequestRules.Erasure(Claire, first with { Settled = Now.AddDays(1) }, Now.AddDays(2))));
    }

    [Fact]
    public void Another_address_takes_the_place_of_the_one_asked_before()
    {
        var first = State(DataRequestRules.Address(Claire, "c.martin@example.org", null, Now));

        Assert.IsType<Decision<DataRequest>.AlreadyDone>(DataRequestRules.Address(Claire, "C.Martin@example.org", first, Now));
        Assert.Equal("claire.martin@example.org", State(DataRequestRules.Address(Claire, "claire.martin@example.org", first, Now)).Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pas une adresse")]
    [InlineData("CLAIRE@example.org")] // the one we have
    public void An_address_that_takes_no_mail_or_is_hers_already_is_refused(string address) =>
        Assert.Equal("courriel", Assert.IsType<Decision<DataRequest>.Refused>(DataRequestRules.Address(Claire, address, null, Now)).Refusal.Fields.Single().Field);

    [Fact]
    public void Once_settled_no_address_is_kept_in_the_request()
    {
        var asked = State(DataRequestRules.Address(Claire, "c.martin@example.org", null, Now));

        var settled = State(DataRequestRules.Settle(asked, Now.AddDays(1)));

        Assert.Equal(asked with { Address = "", Settled = Now.AddDays(1) }, settled);
        Assert.IsType<Decision<DataRequest>.AlreadyDone>(DataRequestRules.Settle(settled, Now.AddDays(2)));
    }

    private static DataRequest State(Decision<DataRequest> decision) => Assert.IsType<Decision<DataRequest>.Accepted>(decision).State;
}
