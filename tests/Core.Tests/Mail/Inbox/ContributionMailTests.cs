using System.Text;
using Almanach.Core.Consultations;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Network;
using Almanach.Core.Pictures;
using Almanach.Core.Privacy;
using Almanach.Core.Tests.Consultations;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Tests.Pictures;

namespace Almanach.Core.Tests.Mail.Inbox;

/// <summary>A reply to a call for contributions, with a picture: recorded with it, mailed back, and nothing waits; what is no picture does.</summary>
public sealed class ContributionMailTests
{
    /// <summary>A name that replies are looked up by, whatever the calendar.</summary>
    const string Call = "2022-themes";
    const string Article = "Bonjour,\r\n\r\nVoici notre article pour la lettre :\r\n\r\nUn bus dans 14 villages\r\n\r\nDepuis janvier, un bus sillonne les monts, avec deux agents et un ordinateur.\r\n";

    static readonly DateTimeOffset _begins = new(2022, 2, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_picture_attached_becomes_the_contributions_own_without_what_the_camera_wrote()
    {
        var (test, contact) = await Asked();

        await Receive(test, Message(contact, Drawn.With(Drawn.Jpeg, (0xE1, Drawn.Exif(6)))));

        var mail = Assert.Single(await test.Office.Inbox.All());
        var item = Assert.Single((await test.Office.Consultations.AnswerOf(Call, contact.Organisation))!.Contributed);
        Assert.Equal((InboxState.Recorded, false), (mail.State, mail.Waits));
        Assert.Equal(("Un bus dans 14 villages", contact.Id, 160, 240), (item.Title, item.By, item.Picture!.Width, item.Picture.Height));
        Assert.DoesNotContain("Claire", Encoding.Latin1.GetString((await test.Office.Pictures.Bytes(item.Picture.File))!), StringComparison.Ordinal);
        Assert.Empty(await test.Rows(PictureShelf.Partition));
        Assert.Contains(test.Mailer.Sent, sent => sent == ($"receipt-{Call}-{contact.Organisation}-1", contact.Id));
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_left_to_the_coordinator()
    {
        var (test, contact) = await Asked();

        await Receive(test, Message(contact, [.. "%PDF-1.4"u8]));

        var mail = Assert.Single(await test.Office.Inbox.All());
        Assert.Equal((InboxState.Recorded, true), (mail.State, mail.Waits));
        Assert.Null(Assert.Single((await test.Office.Consultations.AnswerOf(Call, contact.Organisation))!.Contributed).Picture);
    }

    [Fact]
    public async Task Ones_own_data_hold_what_one_contributed_and_nothing_of_colleagues()
    {
        var (test, contact) = await Asked();
        await Receive(test, Message(contact, Drawn.Jpeg));
        var before = (await test.Office.Consultations.AnswerOf(Call, contact.Organisation))!;
        await test.Office.Consultations.Take(Call, new AnswerCommand(contact.Organisation, contact.Organisation, "coordination", Channel.Phone, false,
            new Dictionary<string, AnswerValue> { [Contributing.Question] = Contributing.Value([.. before.Contributed, Contributing.Article("Le mot d’une collègue")]) }, test.Now), null);
        var after = (await test.Office.Consultations.AnswerOf(Call, contact.Organisation))!;

        Assert.Equal([contact.Id, "coordination"], after.Contributed.Select(item => item.By));
        Assert.Equal(2, PersonalFiles.Held(after, contact).Count);
        Assert.StartsWith("«\u00A0Un bus dans 14 villages\u00A0» (article)", PersonalFiles.Held(after, contact)[0], StringComparison.Ordinal);
        Assert.Equal($"Image envoyée\u00A0: /{before.Contributed[0].Picture!.File}", PersonalFiles.Held(after, contact)[1]);
    }

    static async Task<(TestOffice Test, Contact Contact)> Asked()
    {
        var test = new TestOffice(TestOffice.Pfoss(), _begins);
        await test.Office.Opening.Open(2022, _begins);
        Assert.Null(await test.Office.Consultations.Open(Contributing.Call(2022, "2022/collecte", _begins.AddDays(21)) with { Id = Call }, [], _begins, _begins));
        await test.Settle();
        return (test, test.Office.Setting.Folder.Contacts.First(one => one.Active && one.Is(RoleKind.Referent)));
    }

    static byte[] Message(Contact contact, byte[] file) => Encoding.UTF8.GetBytes(
        $"From: {contact.Address}\r\nTo: {Mails.Address(contact, Call)}\r\nSubject: Re: Vos contributions\r\nMessage-ID: <c1@exemple.fr>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        + $"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{Article}\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=bus.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(file)}\r\n--b--\r\n");

    static async Task Receive(TestOffice test, byte[] message)
    {
        Assert.Null(await test.Office.Inbox.Receive(message, test.Now));
        await test.Settle();
    }
}
