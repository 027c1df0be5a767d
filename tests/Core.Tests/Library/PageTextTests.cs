using Almanach.Core.Library.Pages;

namespace Almanach.Core.Tests.Library;

/// <summary>What the texts of pages may hold, and nothing else.</summary>
public sealed class PageTextTests
{
    [Fact]
    public void Headings_paragraphs_and_lists_are_read()
    {
        var blocks = PageText.Read("## Nos missions\nUne ligne\nsa suite\n\n- une puce\n  qui continue\n- une autre\n\n### Plus bas\nFin.");

        Assert.Collection(blocks,
            block => Assert.Equal(new PageBlock.Heading(2, "Nos missions"), block),
            block => Assert.Equal(new PageBlock.Paragraph("Une ligne\nsa suite"), block),
            block => Assert.Equal(["une puce qui continue", "une autre"], Assert.IsType<PageBlock.Bullets>(block).Items),
            block => Assert.Equal(new PageBlock.Heading(3, "Plus bas"), block),
            block => Assert.Equal(new PageBlock.Paragraph("Fin."), block));
    }

    [Theory]
    [InlineData("[la carte](https://exemple.fr/a?b=c)", "https://exemple.fr/a?b=c")]
    [InlineData("[contact](/contact)", "/contact")]
    [InlineData("[accueil](/)", "/")]
    [InlineData("[écrire](mailto:a@b.fr)", "mailto:a@b.fr")]
    [InlineData("[x](javascript:alert(1))", null)]
    [InlineData("[x](//ailleurs.example)", null)]
    [InlineData("[x](/\\ailleurs.example)", null)]
    [InlineData("[x](data:text/html,x)", null)]
    [InlineData("[x](https://a\"onmouseover=)", null)]
    public void A_link_leads_to_a_site_a_page_of_ours_or_a_mailbox(string text, string? href) =>
        Assert.Equal(href, PageSpan.Of(text)[0].Href);

    [Fact]
    public void Both_platforms_have_pages_and_a_name_that_no_page_uses_is_told()
    {
        var files = Platforms.Folders.Exemple();
        files["pages/carte.md"] = "Une carte."u8.ToArray();

        var reading = Core.Platforms.PlatformFolder.Read(files);

        Assert.Contains(reading.Problems, problem => problem.File == "pages/carte.md");
        Assert.Equal(["adherer", "carte", "charte", "qui-sommes-nous"], reading.Loaded!.Pages.Keys.Order());
        Assert.NotEmpty(Core.Platforms.PlatformFolder.Read(Platforms.Folders.Pfoss()).Loaded!.Pages);
    }
}
