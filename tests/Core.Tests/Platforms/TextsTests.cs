using Almanach.Core.French;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Platforms;

/// <summary>What the mails of both platforms have in common.</summary>
public class TextsTests
{
    public static TheoryData<string, string> Texts()
    {
        var data = new TheoryData<string, string>();
        foreach (var (folder, files) in new[] { ("pfoss-ara", Folders.Pfoss()), ("solidarites-exemple", Folders.Exemple()) })
            foreach (var file in files.Keys.Where(name => name.StartsWith("textes/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
                data.Add($"{folder} {file}", files.Text(file));
        return data;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_set_as_French_mails_are(string name, string text)
    {
        Assert.NotEmpty(name);
        Assert.Equal(Typography.Text(text, Flavour.Mail), text);
        Assert.DoesNotContain('!', text);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_asks_one_thing_and_says_hello(string name, string text)
    {
        var mail = MailText.Parse(text).Text!;

        Assert.Equal(new MailBlock.Paragraph("Bonjour,"), mail.Blocks[0]);
        Assert.Equal(name.EndsWith("code-connexion.md", StringComparison.Ordinal) ? 0 : 1, mail.Blocks.Count(block => block is MailBlock.Button));
    }

    /// <summary>[clôture] is the last day on which one can answer.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_does_not_shut_out_the_last_day(string name, string text)
    {
        Assert.NotEmpty(name);
        Assert.DoesNotMatch(@"avant le\s\[clôture\]", text);
    }

    [Fact]
    public void A_convocation_gives_its_date_and_place_as_facts()
    {
        var mail = MailText.Parse(Folders.Pfoss().Text("textes/convocation.md")).Text!;

        var facts = Assert.Single(mail.Blocks.OfType<MailBlock.Facts>());
        Assert.Equal(["Date", "Lieu"], facts.Rows.Select(row => row.Key));
    }

    [Fact]
    public void The_texts_of_platform_json_are_set_as_French_is()
    {
        var platform = PlatformFolder.Read(Folders.Pfoss()).Loaded!.Platform;

        var page = platform.ActionKinds.SelectMany(kind => kind.Introduction.Concat(kind.Conclusion))
            .Concat(platform.StandingActions.SelectMany(action => action.Sheet).SelectMany(row => row.Contents))
            .Concat(platform.Consultations.SelectMany(one => new[] { one.Heading, one.Lede }));
        var mail = platform.Consultations.SelectMany(one => new[] { one.Title, one.Reminder });

        Assert.All(page, text => Assert.Equal(Typography.Text(text), text));
        Assert.All(mail, text => Assert.Equal(Typography.Text(text, Flavour.Mail), text));
    }
}
