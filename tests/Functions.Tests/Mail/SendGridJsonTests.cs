using System.Text.Json;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;
using Almanach.Functions.Mail;

namespace Almanach.Functions.Tests.Mail;

public sealed class SendGridJsonTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)] // into the sandbox
    public void A_request_says_what_the_package_would_say_of_it(bool meeting, bool sandbox)
    {
        var letter = Letters.Invitation with
        {
            Calendar = meeting ? Letters.Meeting("REQUEST") : null,
            Attachments = meeting ? [new Attachment("ordre du jour é.pdf", "application/pdf", [1, 2, 3, 255])] : [],
        };
        var written = new SendGridLetter(letter, sandbox);
        List<Addressee> people =
        [
            .. Letters.Many(5), Letters.To("nobody") with { Mailbox = new("", "nobody@ccas.example") }, Letters.To("marked") with { Reply = "abc234" },
            Letters.To("odd", "\u0001\u2028\ud83d\ude00 </script> \\ \"", "é\t\r\n"),
        ];
        var request = written.Request([.. people.Select((person, place) => written.Copy(place, person, MailAddresses.Ascii(person.Mailbox.Address)!))]);

        using var ours = JsonDocument.Parse(SendGridJson.Write(request, 1));
        using var theirs = JsonDocument.Parse(request.Serialize());

        Assert.True(JsonElement.DeepEquals(theirs.RootElement, ours.RootElement), $"{theirs.RootElement}\n{ours.RootElement}");
    }
}
