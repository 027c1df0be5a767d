using Almanach.Core.Mail.Texts;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Newsletter;

/// <summary>What the coordinator is told of an edition: its list may say that nothing waits, and no sentence may promise the contrary.</summary>
public sealed class EditionTextsTests
{
    [Theory]
    [InlineData(true, TextCatalogue.EditionSent)]
    [InlineData(true, TextCatalogue.EditionHeld)]
    [InlineData(false, TextCatalogue.EditionSent)]
    [InlineData(false, TextCatalogue.EditionHeld)]
    public void The_list_of_what_waits_stands_under_a_heading(bool pfoss, string id)
    {
        var text = MailText.Parse((pfoss ? TestOffice.Pfoss() : TestOffice.Exemple()).Folder.Texts[id]).Text!;

        var list = text.Blocks.ToList().FindIndex(block => block is Core.Mail.Letters.MailBlock.Paragraph { Text: "[propositions]" });

        Assert.IsType<Core.Mail.Letters.MailBlock.Heading>(text.Blocks[list - 1]);
    }
}
