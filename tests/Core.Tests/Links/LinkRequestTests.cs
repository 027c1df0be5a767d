using Almanach.Core.Engine;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Tests.Engine;
using static Almanach.Core.Tests.Newsletter.Subscriptions.Readers;

namespace Almanach.Core.Tests.Links;

/// <summary>Somebody types an address to be sent a link.</summary>
public sealed class LinkRequestTests
{
    private const string Hers = "C-1@insee.example";
    private const string Nobodys = "X-1@insee.example";

    [Theory]
    [InlineData(LinkPurpose.Person)]
    [InlineData(LinkPurpose.Space)]
    public async Task Before_it_is_answered_the_same_is_done_whoever_has_the_address(LinkPurpose purpose)
    {
        var (hers, nobodys) = (await Asked(purpose, Hers), await Asked(purpose, Nobodys));
        hers.Done.Sort(StringComparer.Ordinal);
        nobodys.Done.Sort(StringComparer.Ordinal);

        Assert.Equal(hers.Done, [.. nobodys.Done.Select(row => row.Replace(Nobodys, Hers, StringComparison.Ordinal))]);
        await hers.Test.Settle();
        await nobodys.Test.Settle();

        Assert.Equal(["c-1"], hers.Test.Mailer.Sent.Select(sent => sent.Contact));
        Assert.Empty(nobodys.Test.Mailer.Sent);
    }

    [Theory]
    [InlineData(Hers)]
    [InlineData(Nobodys)]
    public async Task Nothing_of_what_was_typed_is_kept_once_it_is_looked_up(string address)
    {
        var (test, _) = await Asked(LinkPurpose.Space, address);

        await test.Settle();

        Assert.Empty(await test.Rows(LinkRequest.Partition));
        Assert.DoesNotContain(await test.Journal(Now.AddDays(-1), Now.AddDays(1)), line => line.Kind == nameof(Effect.SendLinks));
    }

    [Fact]
    public async Task While_very_many_wait_one_more_is_refused_kindly_and_taken_once_they_are_looked_up()
    {
        var test = await Office(Contact("c-1"));
        for (var one = 0; one < LinkRequestDesk.MostWaiting; one++)
            Assert.Null(await test.Office.LinkRequests.Ask(LinkPurpose.Space, Nobodys, $"flood-{one}", test.Now));

        var refused = await test.Office.LinkRequests.Ask(LinkPurpose.Space, Hers, "hers", test.Now);
        await test.Settle();

        Assert.Equal(Why.NotNow, refused!.Why);
        Assert.Null(await test.Office.LinkRequests.Ask(LinkPurpose.Space, Hers, "hers", test.Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pas une adresse")]
    public async Task What_is_no_address_is_told_at_its_field(string typed)
    {
        var test = await Office(Contact("c-1"));

        Assert.Equal("adresse", Assert.Single((await test.Office.LinkRequests.Ask(LinkPurpose.Person, typed, "a", test.Now))!.Fields).Field);
        Assert.Empty(await test.Rows(LinkRequest.Partition));
    }

    [Fact]
    public async Task What_could_not_be_looked_up_is_erased_the_night_after()
    {
        var (test, _) = await Asked(LinkPurpose.Person, Hers);

        await test.Office.Retention.Erase(Now.AddHours(23));
        var kept = (await test.Rows(LinkRequest.Partition, LinkRequest.Row(""))).Count;
        await test.Office.Retention.Erase(Now.AddHours(25));

        Assert.Equal(1, kept);
        Assert.Empty(await test.Rows(LinkRequest.Partition, LinkRequest.Row("")));
        await test.Settle();
        Assert.Empty(test.Mailer.Sent);
    }

    private static async Task<(TestOffice Test, List<string> Done)> Asked(LinkPurpose purpose, string address)
    {
        var test = await Office(Contact("c-1"));
        Assert.Null(await test.Office.LinkRequests.Ask(purpose, address, "a", test.Now));
        List<string> rows = [];
        foreach (var partition in new[] { LinkRequest.Partition, Core.Consultations.FreshLinks.Partition, Agenda.Partition, MailingLine.Partition })
            rows.AddRange((await test.Rows(partition)).Select(row => $"{partition} {row.Key} {row.Value}"));
        return (test, rows);
    }
}
