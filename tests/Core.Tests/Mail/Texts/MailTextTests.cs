using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;

namespace Almanach.Core.Tests.Mail.Texts;

public class MailTextTests
{
    private const string Invitation =
        """
        Objet : Thèmes [année] : vos propositions avant le [clôture]
        Aperçu : Deux minutes suffisent, pour [organisme].
        Titre : Quels sujets travailler ensemble en [année] ?

        Bonjour,

        Le comité de pilotage choisira en décembre les thèmes
        de [année] : **[organisme]** est consulté.

        -> Répondre à la collecte

        ## L’an dernier
        - une puce
          qui continue
        - une autre

        > des mots
        > cités

        Date :: mardi 12 avril
        Lieu :: Lyon :: Part-Dieu

        [ordre du jour]
        """;

    private static readonly IReadOnlyDictionary<string, string> Values =
        new Dictionary<string, string> { ["année"] = "2023", ["clôture"] = "14 octobre" };

    private static readonly IReadOnlySet<string> OfEach = new HashSet<string> { "organisme", "lien", "ordre du jour" };

    [Fact]
    public void A_line_that_begins_with_the_sign_of_a_fact_has_no_name_and_is_a_paragraph()
    {
        var text = MailText.Parse("Objet : Essai\n\n :: sans nom\n").Text!;

        Assert.Equal(":: sans nom", Assert.IsType<MailBlock.Paragraph>(Assert.Single(text.Blocks)).Text);
    }

    [Fact]
    public void A_text_is_read_as_its_author_sees_it()
    {
        var text = MailText.Parse(Invitation).Text!;

        Assert.Equal("Thèmes [année] : vos propositions avant le [clôture]", text.Subject);
        Assert.Equal("Deux minutes suffisent, pour [organisme].", text.Preheader);
        Assert.Equal("Quels sujets travailler ensemble en [année] ?", text.Heading);
        Assert.Equal(["année", "clôture", "organisme", "lien", "ordre du jour"], text.Placeholders);
        Assert.Equal(
            ["Paragraph", "Paragraph", "Button", "Heading", "Bullets", "Quote", "Facts", "Paragraph"],
            text.Blocks.Select(block => block.GetType().Name));
        Assert.Equal(
            "Le comité de pilotage choisira en décembre les thèmes de [année] : **[organisme]** est consulté.",
            Assert.IsType<MailBlock.Paragraph>(text.Blocks[1]).Text);
        Assert.Equal(new MailBlock.Button("Répondre à la collecte", "[lien]"), text.Blocks[2]);
        Assert.Equal(["une puce qui continue", "une autre"], Assert.IsType<MailBlock.Bullets>(text.Blocks[4]).Items);
        Assert.Equal("des mots cités", Assert.IsType<MailBlock.Quote>(text.Blocks[5]).Text);
        Assert.Equal(
            [new("Date", "mardi 12 avril"), new("Lieu", "Lyon :: Part-Dieu")],
            Assert.IsType<MailBlock.Facts>(text.Blocks[6]).Rows);
    }

    [Fact]
    public void Filling_replaces_what_is_common_and_marks_what_differs()
    {
        var pieces = MailText.Parse(Invitation).Text!.Fill(Values, OfEach).Pieces!;

        Assert.Equal("Thèmes 2023 : vos propositions avant le 14 octobre", pieces.Subject);
        Assert.Equal($"Deux minutes suffisent, pour {Slots.Mark("organisme")}.", pieces.Preheader);
        Assert.Equal(Slots.Mark("lien"), Assert.IsType<MailBlock.Button>(pieces.Blocks[2]).Address);
        Assert.Equal(new MailBlock.SlotLines("ordre du jour"), pieces.Blocks[^1]);
    }

    [Fact]
    public void A_value_is_not_searched_for_brackets_and_forges_no_slot()
    {
        var text = MailText.Parse("Objet : [titre]\n\nTexte").Text!;

        var pieces = text.Fill(new Dictionary<string, string> { ["titre"] = "[lien] \uE000lien\uE001" }, OfEach).Pieces!;

        Assert.Equal("[lien] lien", pieces.Subject);
    }

    [Fact]
    public void A_word_in_brackets_that_nobody_fills_is_a_problem_that_names_the_others()
    {
        var text = MailText.Parse("Objet : Thèmes\n\nBonjour [orgnisme]\n\n-> Répondre").Text!;

        var filling = text.Fill(Values, new HashSet<string> { "organisme" });

        Assert.Null(filling.Pieces);
        Assert.Equal(
            [
                new(3, "[orgnisme] ne correspond à rien dans ce courriel.", "Mots disponibles\u00A0: [année], [clôture], [organisme]."),
                new(5, "[lien] ne correspond à rien dans ce courriel.", "Mots disponibles\u00A0: [année], [clôture], [organisme]."),
            ],
            filling.Problems);
    }

    [Fact]
    public void Without_a_title_the_subject_serves()
    {
        var text = MailText.Parse("\uFEFFObjet\u00A0: Thèmes\r\n\r\nBonjour").Text!;

        Assert.Equal("Thèmes", text.Heading);
        Assert.Equal("", text.Preheader);
    }

    [Theory]
    // No subject.
    [InlineData("Bonjour\n\nTexte", 1, "Le texte ne commence pas par son objet.")]
    [InlineData("", 1, "Le texte ne commence pas par son objet.")]
    [InlineData("Objet :\n\nTexte", 1, "La ligne « Objet » est vide.")]
    [InlineData("Objet : a\nObjet : b\n\nTexte", 2, "La ligne « Objet » est écrite deux fois.")]
    // A label that does not exist, or no blank line.
    [InlineData("Objet : a\nTiter : b\n\nTexte", 2, "Le texte commence sans ligne vide avant lui.")]
    [InlineData("Objet : a", 2, "Le courriel n’a pas de texte.")]
    [InlineData("Objet : a\n\ndéjà dit […]", 3, "« […] » n’est pas un mot entre crochets.")]
    [InlineData("Objet : a\n\nfin [lien", 3, "« [lien » n’est pas un mot entre crochets.")]
    [InlineData("Objet : a\n\n**gras\n\nsuite**", 3, "Un passage en gras n’est pas refermé.")]
    [InlineData("Objet : a\n\n-> b\n\n-> c", 5, "Le courriel a deux boutons.")]
    [InlineData("Objet : a\n\n->", 3, "Le bouton n’a pas de mots.")]
    [InlineData("Objet : a\n\n##", 3, "L’intertitre est vide.")]
    [InlineData("Objet : a\n\n\uE000lien\uE001", 3, "La ligne contient un caractère invisible que les courriels n’acceptent pas.")]
    public void A_text_that_cannot_be_read_says_where_and_what_to_do(string source, int line, string message)
    {
        var reading = MailText.Parse(source);

        Assert.Null(reading.Text);
        var problem = reading.Problems[0];
        Assert.Equal((line, message.Replace("« ", "«\u00A0", StringComparison.Ordinal).Replace(" »", "\u00A0»", StringComparison.Ordinal)), (problem.Line, problem.Message));
        Assert.EndsWith(".", problem.Remedy);
    }
}
