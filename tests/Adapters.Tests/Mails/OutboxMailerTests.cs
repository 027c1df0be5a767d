using Almanach.Adapters.Memory;
using Almanach.Adapters.Outbox;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Mails;

public sealed class OutboxMailerTests
{
    private readonly MemoryFiles files = new();

    [Fact]
    public async Task Each_addressee_has_a_file_with_the_bytes_of_the_mail()
    {
        var (zoe, ali) = (Letters.To("c17", "zoe@ccas.example"), Letters.To("c18", "ali@caf.example"));

        var outcomes = await new OutboxMailer(files).Send(Letters.Invitation, [zoe, ali]);

        Assert.Equal([MailOutcome.Sent, MailOutcome.Sent], outcomes);
        Assert.Equal(["mails/20260914-0630-themes-2027-c17.eml", "mails/20260914-0630-themes-2027-c18.eml"], await files.List("").ToListAsync());
        Assert.Equal(MimeWriter.Write(Letters.Invitation, zoe), await files.Read("mails/20260914-0630-themes-2027-c17.eml"));
    }

    [Fact]
    public async Task Sending_again_changes_nothing()
    {
        var mailer = new OutboxMailer(files);
        await mailer.Send(Letters.Invitation, [Letters.To("c17", "zoe@ccas.example")]);
        var before = await files.Read("mails/20260914-0630-themes-2027-c17.eml");

        await mailer.Send(Letters.Invitation, [Letters.To("c17", "zoe@ccas.example")]);

        Assert.True(mailer.Repeatable);
        Assert.Single(await files.List("").ToListAsync());
        Assert.Equal(before, await files.Read("mails/20260914-0630-themes-2027-c17.eml"));
    }

    [Fact]
    public async Task Keys_a_file_name_cannot_hold_still_have_a_file_each()
    {
        string[] keys = ["relance/2027", "relance:2027", "Relance-2027", "relance-2027", "../../etc", "", new('k', 300), new('k', 301), "été"];

        foreach (var key in keys)
            await new OutboxMailer(files).Send(Letters.Invitation with { Key = key }, [Letters.To("C 17", "zoe@ccas.example")]);

        Assert.Equal(keys.Length, (await files.List("mails/20260914-0630-").ToListAsync()).Count);
    }

    [Fact]
    public async Task An_address_that_cannot_be_written_is_refused_alone()
    {
        var outcomes = await new OutboxMailer(files).Send(
            Letters.Invitation, [Letters.To("c1", "zoé@ccas.example"), Letters.To("c2", "zoe@ccas-évian.example")]);

        Assert.Equal([MailOutcome.NoSuchAddress, MailOutcome.Sent], outcomes);
    }

    [Fact]
    public async Task What_cannot_be_written_after_the_first_comes_back_and_is_said_then()
    {
        var open = Letters.To("c2", "ali@caf.example") with { Slots = new Dictionary<string, SlotValue>() };
        var mailer = new OutboxMailer(files);

        var outcomes = await mailer.Send(Letters.Invitation, [Letters.To("c1", "zoe@ccas.example"), open]);

        Assert.Equal([MailOutcome.Sent, MailOutcome.Deferred], outcomes);
        await Assert.ThrowsAsync<MissingSlotException>(() => mailer.Send(Letters.Invitation, [open]));
    }
}
