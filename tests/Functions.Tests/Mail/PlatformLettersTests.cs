using Almanach.Adapters.Platforms;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;
using Almanach.Functions.Mail;
using Almanach.Web;

namespace Almanach.Functions.Tests.Mail;

public sealed class PlatformLettersTests
{
    [Fact]
    public async Task Every_text_of_the_platform_arrives_as_its_copy_says_whatever_its_words_hold()
    {
        await using var server = await new FakeSendGrid().Start();
        using var mailer = new SendGridMailer(new(FakeSendGrid.Key) { Address = server.Address }, TimeProvider.System, new ListLogger<SendGridMailer>());
        using var render = new WebRender();
        var setting = PlatformOnDisk.Setting(PlatformOnDisk.Demonstration).Setting!;

        foreach (var (id, source) in setting.Folder.Texts)
        {
            var text = MailText.Parse(source).Text!;
            // Every word in brackets is left open, those of the whole message too.
            IReadOnlySet<string> words = new HashSet<string>([.. text.Placeholders, .. AddresseeMaker.PersonalSlots]);
            var content = text.Fill(new Dictionary<string, string>(), words).Pieces!.Under(
                setting.Platform.Brand, "Vous recevez ce message parce que…", [new("Ma page", Slots.Mark("ma page"))]);
            var letter = new Letter(id, DateTimeOffset.UnixEpoch, Letters.Invitation.From, Letters.Invitation.From, content.Subject, await render.Mail(content), [], []);
            Addressee[] people = [Person("a", words, []), Person("b", words, ["l’eau & <b>", "\"deux\"\nlignes"])];

            await mailer.Send(letter, people);

            var copies = server.Taken.Where(mail => mail.Arguments["message"] == id).Select(mail => new LetterCopy(mail.Subject, mail.Html, mail.Text));
            Assert.Equal(people.Select(person => LetterCopy.Of(letter, person)), copies);
        }
        Assert.Equal(setting.Folder.Texts.Count, server.Requests);
    }

    private static Addressee Person(string local, IEnumerable<string> words, string[] lines) => Letters.To(local) with
    {
        Slots = words.ToDictionary(word => word, SlotValue (word) => word switch
        {
            "lien" or "ma page" => new SlotValue.Text($"https://x.example/{local}?a=1&b=2"),
            "demandes" or "rappel" or "réponse" or "propositions" or "ordre du jour" => new SlotValue.Lines(lines),
            _ => new SlotValue.Text($"{word} <{local}> & 'co'"),
        }),
    };
}
