using Almanach.Adapters.Sqlite;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Pausing;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Ports;
using Microsoft.Playwright;

namespace Almanach.Local.Tests.Browser;

/// <summary>A message that is suspended while it leaves, on a phone.</summary>
[Takes(15)]
public sealed class SuspendedMessageTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private const string Message = "invite-2022-themes";

    [Fact]
    public async Task The_page_of_a_suspended_message_and_the_first_page_are_sound_and_it_goes_on_by_keyboard()
    {
        var page = await site.Open(phone: true);
        await page.GotoAsync(site.CockpitDoor);
        await page.Press("Entrer");
        await Suspend();
        for (var steps = 0; steps < 10 && (await page.GotoAsync($"{site.Root}/cockpit/messages/{Message}"))!.Status != 200; steps++)
        {
            await page.GotoAsync(site.Root + "/cockpit");
            await page.Press("Aller à la prochaine étape");
        }

        await WithoutLetter(page);
        await page.IsSound();
        Assert.Contains("L’envoi est suspendu depuis le", await page.Words(), StringComparison.Ordinal);
        await page.GotoAsync(site.Root + "/cockpit");
        await page.IsSound();
        Assert.Contains("Un envoi est suspendu", await page.Words(), StringComparison.Ordinal);

        await page.Press("Un envoi est suspendu");
        await page.Press("Reprendre l’envoi");
        await site.Mail(Message);
        await page.GotoAsync($"{site.Root}/cockpit/messages/{Message}");
        await WithoutLetter(page);
        await page.IsSound();
        Assert.DoesNotContain("suspendu", await page.Words(), StringComparison.Ordinal);
    }

    /// <summary>The frame of the letter runs no script, axe's neither: it would wait for it for ever.</summary>
    private static Task WithoutLetter(IPage page) => page.EvaluateAsync("() => document.querySelectorAll('iframe').forEach(frame => frame.remove())");

    /// <summary>As if she had been quicker than the first copy, which leaves the outbox within a moment.</summary>
    private async Task Suspend()
    {
        using var file = new SqliteFile(Path.Combine(site.Data, "almanach.db"));
        var store = new SqliteStore(file);
        Assert.True(await store.Commit(PausedMailing.Partition, [new Change.Put(Message, Stored.Write(new PausedMailing(Message)))]));
        Assert.True(await store.Commit(MailingState.Partition(Message),
            [new Change.Insert(SendingControl.Key, Stored.Write(new SendingControl(1, SendingState.Paused, new DateTimeOffset(2021, 9, 13, 7, 0, 0, TimeSpan.Zero))))]));
    }
}
