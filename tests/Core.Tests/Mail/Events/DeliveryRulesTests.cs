using Almanach.Core.Engine;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Sending;

namespace Almanach.Core.Tests.Mail.Events;

/// <summary>What is known of a copy, whoever tells first and however often.</summary>
public sealed class DeliveryRulesTests
{
    [Theory]
    // In the order in which things happen.
    [InlineData(Delivery.Sent, Delivery.Delivered, Delivery.Delivered)]
    [InlineData(Delivery.Sent, Delivery.Delayed, Delivery.Delayed)]
    [InlineData(Delivery.Delayed, Delivery.Delivered, Delivery.Delivered)]
    [InlineData(Delivery.Delivered, Delivery.Bounced, Delivery.Bounced)] // a server may take a mail and send it back later
    [InlineData(Delivery.Delivered, Delivery.Complained, Delivery.Complained)]
    // Told late: nothing is forgotten.
    [InlineData(Delivery.Delivered, Delivery.Delayed, Delivery.Delivered)]
    [InlineData(Delivery.Delivered, Delivery.Sent, Delivery.Delivered)]
    [InlineData(Delivery.Bounced, Delivery.Delivered, Delivery.Bounced)]
    [InlineData(Delivery.Complained, Delivery.Delivered, Delivery.Complained)]
    [InlineData(Delivery.Sent, Delivery.Sent, Delivery.Sent)]
    // Dropped by the provider: never handed on.
    [InlineData(Delivery.Sent, Delivery.Suppressed, Delivery.Suppressed)]
    [InlineData(Delivery.Sent, Delivery.Refused, Delivery.Refused)]
    // Unclear after a request that broke off: the provider knows.
    [InlineData(Delivery.Unknown, Delivery.Sent, Delivery.Sent)]
    [InlineData(Delivery.Unknown, Delivery.Delayed, Delivery.Delayed)]
    [InlineData(Delivery.Unknown, Delivery.Delivered, Delivery.Delivered)]
    [InlineData(Delivery.Unknown, Delivery.Bounced, Delivery.Bounced)]
    // A first try left before its sender died; the second came too late, or was refused.
    [InlineData(Delivery.Expired, Delivery.Delivered, Delivery.Delivered)]
    [InlineData(Delivery.Refused, Delivery.Delivered, Delivery.Delivered)]
    // Told before we have written that it left.
    [InlineData(Delivery.Pending, Delivery.Delivered, Delivery.Delivered)]
    [InlineData(Delivery.Claimed, Delivery.Sent, Delivery.Sent)]
    public void What_is_known_after_an_event(Delivery before, Delivery told, Delivery after) =>
        Assert.Equal(after, DeliveryRules.After(before, Event(told)));

    /// <summary>Every set of up to four of what a provider may say, in every order, with each said twice, from every state.</summary>
    [Fact]
    public void Events_in_any_order_and_twice_give_the_same_state()
    {
        Delivery[] said = [Delivery.Sent, Delivery.Delayed, Delivery.Delivered, Delivery.Bounced, Delivery.Complained, Delivery.Suppressed, Delivery.Refused];
        foreach (var start in Enum.GetValues<Delivery>())
            for (var set = 0; set < 1 << said.Length; set++)
            {
                var events = said.Where((_, index) => (set & 1 << index) != 0).Select(Event).ToList();
                if (events.Count > 4)
                    continue;
                var ends = Orders(events).Select(order => order.Aggregate(start, DeliveryRules.After)).ToHashSet();
                var twice = Orders(events).Select(order => order.Concat(order.Reverse()).Aggregate(start, DeliveryRules.After)).ToHashSet();

                Assert.Single(ends);
                Assert.Equal(ends, twice);
                Assert.True(ends.Single() >= start);
            }
    }

    /// <summary>What we write of a copy and what a provider says of it meet in either order.</summary>
    [Fact]
    public void What_we_did_and_what_is_told_meet_in_either_order()
    {
        foreach (var one in Enum.GetValues<Delivery>())
            foreach (var other in Enum.GetValues<Delivery>())
            {
                Assert.Equal(DeliveryRules.Joined(one, other), DeliveryRules.Joined(other, one));
                foreach (var third in Enum.GetValues<Delivery>())
                    Assert.Equal(DeliveryRules.Joined(DeliveryRules.Joined(one, other), third), DeliveryRules.Joined(one, DeliveryRules.Joined(other, third)));
            }
    }

    [Fact]
    public void Each_state_is_to_be_sent_or_final_and_what_arrived_has_gone()
    {
        Assert.Equal(Enum.GetValues<Delivery>().Order(), Deliveries.Outstanding.Concat(Deliveries.Final).Order());
        Assert.Subset(Deliveries.Gone.ToHashSet(), Deliveries.Arrived.ToHashSet());
        Assert.Subset(Deliveries.Worrying.ToHashSet(), Deliveries.Failed.ToHashSet());
        Assert.Empty(Deliveries.Outstanding.Intersect(Deliveries.Worrying));
    }

    /// <summary>The batches of a program that knew five states.</summary>
    [Fact]
    public void Records_of_before_read_the_same()
    {
        const string Before = """1 {"index":0,"first":0,"count":5,"state":"Settled","claimedAt":"2021-10-04T07:00:00+00:00","attempt":1,"outcomes":{"a":"Sent","b":"Deferred","c":"Refused","d":"Unknown","e":"Suppressed"}}""";

        var batch = Stored.Read<MailBatch>(Before);

        Assert.Equal([Delivery.Sent, Delivery.Deferred, Delivery.Refused, Delivery.Unknown, Delivery.Suppressed], batch.Outcomes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value));
        Assert.Equal(Before, Stored.Write(batch));
    }

    [Theory]
    [InlineData(BatchState.Pending, Delivery.Pending)]
    [InlineData(BatchState.Claimed, Delivery.Claimed)]
    public void A_copy_nothing_was_written_of_is_where_its_batch_is(BatchState state, Delivery expected)
    {
        var batch = new MailBatch(0, 0, 2, state, null, 0, new Dictionary<string, Delivery> { ["a"] = Delivery.Delivered });

        Assert.Equal((Delivery.Delivered, expected), (DeliveryRules.Of(batch, "a"), DeliveryRules.Of(batch, "b")));
    }

    private static DeliveryEvent Event(Delivery state) => new("0", "c-1", state, DateTimeOffset.UnixEpoch);

    private static IEnumerable<IReadOnlyList<DeliveryEvent>> Orders(IReadOnlyList<DeliveryEvent> events) => events.Count == 0
        ? [[]]
        : events.SelectMany((first, index) => Orders([.. events.Where((_, other) => other != index)]).Select(rest => (IReadOnlyList<DeliveryEvent>)[first, .. rest]));
}
