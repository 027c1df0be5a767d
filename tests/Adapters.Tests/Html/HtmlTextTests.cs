using Almanach.Adapters.Html;

namespace Almanach.Adapters.Tests.Html;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>Bonjour,</p><p>Deux thèmes&nbsp;:</p>", "Bonjour,\n\nDeux thèmes\u00A0:")]
    [InlineData("Bonjour<br>Anne<br><br>Oui", "Bonjour\nAnne\n\nOui")]
    [InlineData("<ul><li>un</li><li>deux</li></ul>", "- un\n- deux")]
    [InlineData("<ol><li>un<li>deux</ol>", "1. un\n2. deux")]
    [InlineData("<p class=MsoListParagraph><span>·<span>&nbsp;&nbsp;&nbsp; </span></span>un</p>", "- un")]
    [InlineData("<p class=MsoNormal>un</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>deux</p>", "un\n\u00A0\ndeux")]
    [InlineData("<p>oui</p><blockquote type=cite><p>quand&nbsp;?</p><blockquote>avant</blockquote></blockquote>", "oui\n>\n> quand\u00A0?\n>>\n>> avant")]
    [InlineData("<blockquote style='margin:0 0 0 40px;border:none'>en retrait</blockquote>", "en retrait")]
    [InlineData("<div>oui</div><div class=gmail_signature>Anne</div>", "oui\n-- \nAnne")]
    [InlineData("<p>le <s>12</s> 14</p>", "le ~~12~~ 14")]
    [InlineData("<p>le <span style='text-decoration: line-through'>12</span> 14</p>", "le ~~12~~ 14")]
    [InlineData("<table><tr><td>12</td><td>oui</td></tr><tr><td>14</td><td>non</td></tr></table>", "12 oui\n14 non")]
    [InlineData("<div style='display:none'>aperçu</div><style>p{}</style><script>alert(1)</script>oui<!-- non -->", "oui")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("un <b>mot</b>\n   puis  deux", "un mot puis deux")]
    [InlineData("", "")]
    [InlineData("<", "<")]
    public void Words_are_read_as_a_person_sees_them(string html, string text) => Assert.Equal(text, new HtmlText().Text(html));
}
