using Almanach.Core.Consultations;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Newsletter;
using Almanach.Web.Mail;
using AngleSharp.Html.Parser;

namespace Almanach.Web.Tests.Mail;

public sealed class MailRenderTests : IDisposable
{
    private static readonly MailBlock[] EveryBlock =
    [
        new MailBlock.Story(
            new Story("insee-1", "Les revenus en 2019", ["Un paragraphe.", "Un **autre**."], ["Insee, mars 2022"], "https://www.example.org/revenus",
                new ContributedPicture("images/aa.png", "Une carte de la région", 1056, 700), [new ArticleItem("Programme", "paru en janvier", "/documents/programme-2022"), new ArticleItem("Sans lien", "", "")], "Insee", IsCut: true),
            "https://pfoss.example.org", "https://pfoss.example.org/lettres/2022-lettre-2#insee-1"),
        new MailBlock.Paragraph($"Pour {Slots.Mark("nom")}, **en gras** & <b>non</b>, 2 ** 3."),
        new MailBlock.Heading("L’an dernier"),
        new MailBlock.Bullets(["une **puce**", "une autre"]),
        new MailBlock.SlotLines("thèmes"),
        new MailBlock.Quote($"« {Slots.Mark("nom")} »"),
        new MailBlock.Facts([new("Date", "mardi 12 avril"), new("Lieu", "Lyon")]),
        new MailBlock.Button("Répondre", Slots.Mark("lien")),
    ];

    private readonly MailRender render = new();

    public void Dispose() => render.Dispose();

    [Fact]
    public async Task The_invitation_is_as_approved()
    {
        var bodies = await render.Mail(Invitation.Content);

        var eml = MimeWriter.Write(Invitation.Letter(bodies), Invitation.Addressee);

        Approved.Is("invitation.html", bodies.Html);
        Approved.Is("invitation.txt", bodies.Text);
        Approved.Is("invitation.eml", eml);
    }

    [Fact]
    public async Task Every_kind_of_block_is_as_approved()
    {
        var bodies = await render.Mail(Invitation.Content with { Blocks = EveryBlock });

        Approved.Is("blocks.html", bodies.Html);
        Approved.Is("blocks.txt", bodies.Text);
    }

    [Fact]
    public void Every_kind_of_block_is_tried()
    {
        var kinds = typeof(MailBlock).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(MailBlock)));

        Assert.Equal(kinds.Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name))),
            EveryBlock.Select(block => block.GetType()).Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name))));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</ul></title></style><svg onload=alert(1)>")]
    [InlineData("\uE000lien\uE001**x**")]
    public async Task Hostile_words_are_shown_and_do_nothing(string hostile)
    {
        var content = Invitation.Content with
        {
            Subject = $"Pour {Slots.Mark("nom")}",
            Preheader = Slots.Mark("nom"),
            Blocks = [.. EveryBlock, new MailBlock.Paragraph(hostile.Replace("\uE000lien\uE001", "", StringComparison.Ordinal))],
        };
        var calm = await Sent(content, "x");

        var page = await Sent(content, hostile);

        Assert.Equal(Count(calm), Count(page));
        Assert.Equal($"Pour {hostile}", page.Title);
        Assert.Equal([hostile, hostile], page.QuerySelectorAll("li").TakeLast(2).Select(item => item.TextContent));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/r/jeton")]
    public async Task A_link_that_is_no_whole_address_is_refused(string address)
    {
        var content = Invitation.Content with { Blocks = [new MailBlock.Button("Répondre", address)] };

        await Assert.ThrowsAsync<ArgumentException>(() => render.Mail(content));
    }

    [Fact]
    public async Task A_colour_that_is_no_colour_is_refused()
    {
        var content = Invitation.Content with { Brand = Invitation.Brand with { AccentNight = "#fff}</style>" } };

        await Assert.ThrowsAsync<ArgumentException>(() => render.Mail(content));
    }

    [Theory]
    [InlineData("04 65 71 00 53", "tel:+33465710053")]
    [InlineData("+33 4 65 71 00 53", "tel:+33465710053")]
    [InlineData("3646", "tel:3646")] // a short number is dialled as it is
    public async Task The_telephone_can_be_dialled(string phone, string expected)
    {
        var bodies = await render.Mail(Invitation.Content with { Brand = Invitation.Brand with { Phone = phone } });

        Assert.NotNull(new HtmlParser().ParseDocument(bodies.Html).QuerySelector($"a[href='{expected}']"));
    }

    [Fact]
    public async Task A_platform_without_telephone_gives_its_mailbox()
    {
        var bodies = await render.Mail(Invitation.Content with { Brand = Invitation.Brand with { Phone = "" } });

        Assert.DoesNotContain("tel:", bodies.Html);
        Assert.Contains("Coordination PFOSS\ncoordination.pfoss@example.org\n", bodies.Text);
    }

    /// <summary>The HTML as a mail program reads it.</summary>
    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Sent(MailContent content, string value)
    {
        var letter = Invitation.Letter(await render.Mail(content));
        var addressee = Invitation.Addressee with
        {
            Slots = new Dictionary<string, SlotValue>(Invitation.Addressee.Slots)
            {
                ["nom"] = new SlotValue.Text(value),
                ["thèmes"] = new SlotValue.Lines([value, value]),
            },
        };
        return new HtmlParser().ParseDocument(Filled(letter, addressee));
    }

    /// <summary>The HTML part, from the bytes that are sent.</summary>
    private static string Filled(Letter letter, Addressee addressee)
    {
        var bytes = MimeWriter.Write(letter, addressee);
        var mail = System.Text.Encoding.ASCII.GetString(bytes);
        var part = mail[mail.IndexOf("<!doctype", StringComparison.Ordinal)..];
        var joined = part.Replace("=\r\n", "", StringComparison.Ordinal);
        return Uri.UnescapeDataString(joined.Replace("%", "%25", StringComparison.Ordinal).Replace('=', '%'));
    }

    private static int Count(AngleSharp.Dom.IDocument page) => page.All.Length;
}
