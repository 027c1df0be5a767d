using System.Text;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Platforms;

namespace Almanach.Local.Tests.Rehearsal;

/// <summary>What a year of mail must never do to the people who receive it.</summary>
[Collection(RehearsedYear.Name)]
public sealed class MailTests(RehearsedYear year)
{
    [Fact]
    public async Task Nobody_is_reminded_of_what_their_organisation_has_answered()
    {
        var checkedOnce = 0;
        foreach (var day in await Days())
            foreach (var asked in day.Asked)
            {
                var consultation = (await year.Office.Consultations.Find(asked.Subject))!;
                var unit = consultation.Template.Unit == AnswerUnit.Organisation ? RehearsedYear.Setting.Folder.Contacts.Single(contact => contact.Id == asked.Contact).Organisation : asked.Contact;
                var first = (await year.Office.Consultations.History(asked.Subject, unit)).FirstOrDefault() ?? await year.Office.Consultations.AnswerOf(asked.Subject, unit);

                Assert.True(first is null || first.At >= Morning(day), $"{asked.Contact} was reminded of {asked.Subject} on {day.Day}");
                checkedOnce++;
            }
        Assert.True(checkedOnce > 200);
    }

    [Fact]
    public void Nobody_is_reminded_twice_within_a_week()
    {
        var reminders = year.Messages.Where(message => message.State.Mailing.Text == "relance")
            .SelectMany(message => message.Copies.Keys.Select(contact => (contact, message.State.Due))).ToLookup(pair => pair.contact, pair => pair.Due);

        Assert.NotEmpty(reminders);
        foreach (var person in reminders)
            Assert.All(person.Order().Zip(person.Order().Skip(1)), pair => Assert.True(pair.Second - pair.First > TimeSpan.FromDays(6.9), $"{person.Key}: {pair}"));
    }

    [Fact]
    public void Every_copy_went_to_somebody_of_the_frozen_audience_and_to_each_of_them_once()
    {
        Assert.All(year.Messages, message =>
        {
            Assert.Equal(message.State.Mailing.Audience.Count, message.Members.Count);
            Assert.Equal(message.Members.Select(member => member.Contact).Order(), message.Copies.Keys.Order());
        });
    }

    [Fact]
    public void Every_word_in_brackets_was_filled()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(year.Folder.Root, "mails")))
        {
            var mail = Unquoted(File.ReadAllText(file, Encoding.ASCII));

            Assert.False(mail.Contains('[', StringComparison.Ordinal) || mail.Contains(Slots.Open, StringComparison.Ordinal), Path.GetFileName(file));
        }
    }

    [Fact]
    public void No_mail_exclaims_or_gives_orders()
    {
        foreach (var message in year.Messages)
        {
            var words = message.State.Letter.Bodies.Text + message.State.Letter.Subject + string.Concat(message.Members.SelectMany(member => member.Lists.Values).SelectMany(lines => lines));

            Assert.DoesNotContain("!", words, StringComparison.Ordinal);
            Assert.DoesNotContain("veuillez", words, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<List<AskDay>> Days()
    {
        List<AskDay> days = [];
        await foreach (var held in year.Office.Ledger.List<AskDay>(AskDay.Partition, "day|"))
            days.Add(held.Value);
        return days;
    }

    private static DateTimeOffset Morning(AskDay day) => RehearsedYear.Setting.Zone.At(day.Day, RehearsedYear.Setting.Platform.Mail.RemindersAt);

    /// <summary>The mail with its quoted-printable octets (RFC 2045, 6.7) read as UTF-8; the Q encoding of headers uses the same octets.</summary>
    private static string Unquoted(string mail)
    {
        var bytes = new List<byte>(mail.Length);
        for (var i = 0; i < mail.Length; i++)
            if (mail[i] == '=' && i + 2 < mail.Length && byte.TryParse(mail.AsSpan(i + 1, 2), System.Globalization.NumberStyles.HexNumber, null, out var octet))
            {
                bytes.Add(octet);
                i += 2;
            }
            else
                bytes.Add((byte)mail[i]);
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
