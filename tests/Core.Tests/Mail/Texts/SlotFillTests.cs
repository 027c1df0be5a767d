using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;
using static Almanach.Core.Tests.Mail.Letters;

namespace Almanach.Core.Tests.Mail.Texts;

public class SlotFillTests
{
    private static string Html(string html, Addressee addressee) =>
        Sent(With(html), addressee).Part("text/html").Text.TrimEnd();

    private static string Text(string text, Addressee addressee) =>
        Sent(With(text: text), addressee).Part("text/plain").Text.ReplaceLineEndings("\n").TrimEnd();

    [Theory]
    // Only what HTML needs is encoded.
    [InlineData("L’été à Évian, c'est « doux »", "L’été à Évian, c&#39;est « doux »")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\"><img src=x onerror=alert(1)>", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("AT&T &amp;", "AT&amp;T &amp;amp;")]
    // A mark inside a value is not filled again.
    [InlineData("\uE000nom\uE001", "\uE000nom\uE001")]
    [InlineData("une ligne\r\nune autre\0", "une ligne<br>une autre")]
    public void A_value_stays_text_in_the_HTML(string value, string expected)
    {
        Assert.Equal($"<p>{expected}</p>", Html($"<p>{Slots.Mark("nom")}</p>", To(("nom", value))));
    }

    [Fact]
    public void A_value_in_an_attribute_or_the_title_stays_on_one_line()
    {
        var html = $"<title>{Slots.Mark("nom")}</title><p title=\"Pour {Slots.Mark("nom")}\">{Slots.Mark("nom")}</p>";

        Assert.Equal(
            "<title>a &quot; b</title><p title=\"Pour a &quot; b\">a &quot;<br>b</p>",
            Html(html, To(("nom", "a \"\nb"))));
    }

    [Theory]
    [InlineData("https://pfoss.example.org/r/x?a=1&b=2", "https://pfoss.example.org/r/x?a=1&amp;b=2")]
    [InlineData("mailto:a@example.org", "mailto:a@example.org")]
    [InlineData("https://x/\" onclick=\"alert(1)", "https://x/&quot; onclick=&quot;alert(1)")]
    public void A_link_may_be_filled(string link, string expected)
    {
        Assert.Equal($"<a href=\"{expected}\">x</a>", Html($"<a href=\"{Slots.Mark("lien")}\">x</a>", To(("lien", link))));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" https://x")]
    [InlineData("/r/jeton")]
    [InlineData("")]
    public void A_link_that_is_no_whole_address_is_refused(string link)
    {
        Assert.Throws<ArgumentException>(() => Html($"<a href=\"{Slots.Mark("lien")}\">x</a>", To(("lien", link))));
    }

    [Fact]
    public void A_slot_outside_the_quotes_of_a_tag_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Html($"<p class={Slots.Mark("nom")}>", To(("nom", "x"))));
    }

    [Fact]
    public void A_list_is_one_item_a_line_where_it_stands_alone_and_commas_in_a_sentence()
    {
        var list = ToList("thèmes", "Logement & santé", "Jeunesse");

        Assert.Equal("<ul><li>Logement &amp; santé</li><li>Jeunesse</li></ul>", Html($"<ul>{Slots.Mark("thèmes")}</ul>", list));
        Assert.Equal("<p>Logement &amp; santé, Jeunesse</p>", Html($"<p>{Slots.Mark("thèmes")}</p>", list));
        Assert.Equal("Voici\n\n– Logement & santé\n– Jeunesse\n\nFin", Text($"Voici\n\n– {Slots.Mark("thèmes")}\n\nFin", list));
        Assert.Equal("Voici Logement & santé, Jeunesse", Text($"Voici {Slots.Mark("thèmes")}", list));
    }

    [Fact]
    public void An_empty_list_leaves_no_line()
    {
        Assert.Equal("Voici\n\nFin", Text($"Voici\n\n– {Slots.Mark("thèmes")}\n\nFin", ToList("thèmes")));
    }

    [Fact]
    public void Paragraphs_are_wrapped_after_they_are_filled()
    {
        var text = Text(
            $"Nous vous demandons ce que {Slots.Mark("organisme")} souhaite y voir, et si l’un de ses services peut intervenir.",
            To(("organisme", "le Département de la Drôme")));

        Assert.Equal(
            "Nous vous demandons ce que le Département de la Drôme souhaite y voir,\net si l’un de ses services peut intervenir.",
            text);
    }

    [Fact]
    public void Bullets_hang_quotes_keep_their_sign_and_links_stay_whole()
    {
        var link = "https://pfoss.example.org/" + new string('x', 90);
        var words = string.Join(' ', Enumerable.Repeat("mot", 20));

        var lines = Text($"– {words}\n> {Slots.Mark("citation")}\nVoir {link} et la suite\n-- ", To(("citation", $"{words}\nb"))).Split('\n');

        Assert.Equal(
            [
                $"– {string.Join(' ', Enumerable.Repeat("mot", 17))}", "  mot mot mot",
                $"> {string.Join(' ', Enumerable.Repeat("mot", 17))}", "> mot mot mot", "> b",
                "Voir", link, "et la suite",
                "--",
            ],
            lines);
    }
}
