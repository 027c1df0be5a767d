using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Library.Space;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Core.Tests.Engine;
using static Almanach.Core.Tests.Newsletter.Subscriptions.Readers;

namespace Almanach.Core.Tests.Library.Space;

/// <summary>Links by which a member enters her area.</summary>
public sealed class SpaceDeskTests
{
    private const string Address = "c-1@insee.example";

    /// <summary>Midnight on the platform's clock.</summary>
    private static readonly DateTimeOffset Midnight = new(2021, 10, 4, 22, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Whoever_asks_every_minute_for_her_neither_locks_her_out_nor_fills_her_mailbox()
    {
        var test = await Office(Contact("c-1"));

        for (var minute = 0; minute < 24 * 60; minute++)
        {
            await test.Office.Space.Send(Address, Midnight.AddMinutes(minute));
            if (minute % 30 == 0)
                Assert.Contains(await Sent(test), link => Midnight.AddMinutes(minute) < link.At + SpaceDesk.Lasts);
        }

        Assert.InRange((await Sent(test)).Count, SpaceDesk.MostInADay + 1, SpaceDesk.MostInADay + 12);
    }

    [Fact]
    public async Task When_all_she_was_sent_are_used_she_gets_another()
    {
        var test = await Office(Contact("c-1"));

        for (var number = 1; number <= SpaceDesk.MostInADay + 2; number++)
        {
            var now = Midnight.AddMinutes(5 * number);
            await test.Office.Space.Send(Address, now);
            Assert.Equal(number, (await Sent(test)).Count);
            Assert.Null(await test.Office.Space.Enter(Link(number), now));
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(119, true)] // the first answer was let go, and its cookie with it
    [InlineData(120, false)]
    public async Task A_link_pressed_twice_leads_inside_twice_and_no_later(int seconds, bool enters)
    {
        var test = await Office(Contact("c-1"));
        await test.Office.Space.Send(Address, Midnight);
        Assert.Null(await test.Office.Space.Enter(Link(1), Midnight.AddMinutes(1)));
        // Pressing again does not make it last.
        Assert.Null(await test.Office.Space.Enter(Link(1), Midnight.AddMinutes(2)));

        Assert.Equal(enters, await test.Office.Space.Enter(Link(1), Midnight.AddMinutes(1).AddSeconds(seconds)) is null);
    }

    [Fact]
    public async Task An_earlier_link_works_until_its_own_time_is_over()
    {
        var test = await Office(Contact("c-1"));
        for (var minute = 0; minute < 10; minute++)
            await test.Office.Space.Send(Address, Midnight.AddMinutes(minute));

        Assert.Null(await test.Office.Space.Enter(Link(1), Midnight.AddMinutes(30)));
        Assert.NotNull(await test.Office.Space.Enter(Link(2), Link(2).Expires));
    }

    private static PersonalLink Link(int number) => new(LinkPurpose.Space, "c-1", $"20211005-{number}", Midnight + SpaceDesk.Lasts, 1);

    private static async Task<List<SentLink>> Sent(TestOffice test) =>
        [.. (await test.Rows(FreshLinks.Partition, "espace-")).Values.Select(Stored.Read<SentLink>)];
}
