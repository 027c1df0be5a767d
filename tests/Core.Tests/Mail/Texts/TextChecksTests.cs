using Almanach.Core.Mail;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Mail.Texts;

/// <summary>A text changed by the coordinator is only kept if its message can leave.</summary>
public sealed class TextChecksTests
{
    [Theory]
    [InlineData("", "")] // as it is
    [InlineData("Bonjour [prénom],", "")]
    [InlineData("[rappel]", "Mots disponibles")] // a list that another message fills
    [InlineData("Votre réponse : [réponse]", "Mots disponibles")]
    [InlineData("Bonjour [prenom],", "Mots disponibles")]
    public void Only_words_that_this_letter_fills_are_taken(string line, string says)
    {
        var problems = TextChecks.Of(TestOffice.Pfoss().Platform, "invitation-themes", $"{Invitation()}\n{line}\n");

        Assert.Equal(says.Length == 0, problems.Count == 0);
        Assert.All(problems, problem => Assert.Contains(says, problem.Remedy, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.DoesNotContain("[demandes]", problem.Remedy, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-> ", "bouton")]
    [InlineData("[clôture]", "[clôture]")]
    public void A_text_that_loses_what_it_is_for_is_refused(string lost, string says)
    {
        var problems = TextChecks.Of(TestOffice.Pfoss().Platform, "invitation-themes", Invitation().Replace(lost, "", StringComparison.Ordinal));

        Assert.Contains(says, Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_a_message_has_nothing_to_say_of_is_empty_and_keeps_nobody_from_getting_it()
    {
        var test = new TestOffice(TestOffice.Pfoss(), new DateTimeOffset(2021, 10, 1, 8, 0, 0, TimeSpan.Zero));
        await test.Office.Opening.Open(2022, test.Now);
        var contact = test.Office.Setting.Folder.Contacts.First(one => one.Active);
        var member = new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>>());
        var mailing = new Mailing("essai", "accuse", new Dictionary<string, string> { ["année"] = "2022", ["titre"] = "Un titre", ["clôture"] = "mardi" },
            await test.Office.Audiences.Freeze([member]), "Parce que.", new LinkTo(LinkPurpose.Person, "", test.Now.AddDays(1)), Replay.SendAgain);

        await test.Office.MailRoom.Order(mailing, test.Now, "");
        await test.Settle();

        Assert.Contains(test.Mailer.Sent, sent => sent == ("essai", contact.Id));
    }

    private static string Invitation() => TestOffice.Pfoss().Folder.Texts["invitation-themes"];
}
