using Almanach.Core.Engine;
using Almanach.Core.Mail.Suppressions;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Before something is sent: whom it does not reach, and why.</summary>
public sealed class LeftOutTests
{
    private static readonly DateTime Day = new(2021, 9, 28, 8, 0, 0);

    [Theory]
    [InlineData("/cockpit/textes/invitation-themes")] // where a trial is sent from
    [InlineData("/cockpit/annee/2022/charge")]
    [InlineData("/cockpit/etape/2022/collecte/ouvrir")]
    public async Task Whoever_is_not_reached_is_counted_named_and_linked_with_the_reason(string address)
    {
        await using var host = await CockpitHost.At(Day);
        var (objects, refused) = (Partners.Referents[0], Partners.Referents[1]);
        var before = await host.Page(address);
        await host.Office.Objections.Set(objects.Id, true, host.Office.Now);
        await host.Office.Suppressions.Suppress(new Effect.SuppressAddresses([new Suppression(Suppression.Of(refused.Address), SuppressionReason.Bounce, refused.Id, host.Office.Now, "m")], "s", host.Office.Now));

        var said = (await host.Page(address)).QuerySelector("details.left-out")!;

        Assert.Null(before.QuerySelector("details.left-out"));
        Assert.StartsWith("Deux\u00A0personnes ", said.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("une ne veut plus de message et une a une adresse qui ne reçoit plus", said.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [$"/cockpit/reseau/personnes/{objects.Id}", $"/cockpit/reseau/personnes/{refused.Id}"],
            said.QuerySelectorAll("li a").Select(link => link.GetAttribute("href")).Order());
    }
}
