using Almanach.Core.French;
using FsCheck;
using FsCheck.Fluent;

namespace Almanach.Core.Tests.French;

public sealed class TypographyTests
{
    [Theory]
    [InlineData("L'accès aux droits", "L’accès aux droits")]
    [InlineData("aujourd'hui, l'« État », l'**eau**", "aujourd’hui, l’«~État~», l’**eau**")]
    [InlineData("Qui pourrait intervenir ?", "Qui pourrait intervenir^?")]
    [InlineData("Qui pourrait intervenir?", "Qui pourrait intervenir^?")] // none typed
    [InlineData("Quoi?! Non!", "Quoi^?! Non^!")] // one space before a run
    [InlineData("un ; deux: trois", "un^; deux~: trois")]
    [InlineData("«Bonjour» et «  bonsoir  »", "«~Bonjour~» et «~bonsoir~»")]
    [InlineData("«^étroit^»", "«~étroit~»")] // the wrong one is set right
    [InlineData("« »", "«~»")]
    [InlineData("(facultatif ?) et (quoi?)", "(facultatif^?) et (quoi^?)")]
    [InlineData("**Lieu :** Lyon", "**Lieu~:** Lyon")]
    [InlineData("50 % de 1 200 €", "50~% de 1 200~€")]
    [InlineData("Le COPIL a lieu à 14:30.", "Le COPIL a lieu à 14:30.")] // an hour
    [InlineData("De 9 h 40 à 10 h 42", "De 9 h 40 à 10 h 42")]
    [InlineData("Un protocole comme http: ou mailto: ici", "Un protocole comme http: ou mailto: ici")]
    [InlineData("Voir https://example.org/a;b?x=l'eau&y=1! ici", "Voir https://example.org/a;b?x=l'eau&y=1! ici")]
    [InlineData("[l'aide](https://example.org/?q=l'eau) : ici", "[l’aide](https://example.org/?q=l'eau)~: ici")]
    [InlineData("« https://example.org/ »", "«~https://example.org/~»")]
    [InlineData("Écrire à o'brien@example.org : merci", "Écrire à o'brien@example.org~: merci")]
    [InlineData("www.example.org/l'eau ; suite", "www.example.org/l'eau^; suite")]
    [InlineData("a:b;c?d", "a:b;c?d")] // no end of a phrase
    [InlineData("? seul", "? seul")] // nothing before
    [InlineData("Un titre\n: suite", "Un titre\n: suite")] // a new line stays one
    [InlineData("", "")]
    public void A_page_gets_its_spaces_and_apostrophes(string typed, string expected)
    {
        Assert.Equal(expected, Spaces.Shown(Typography.Text(Spaces.Real(typed))));
    }

    [Theory]
    [InlineData("Qui pourrait intervenir ?", "Qui pourrait intervenir~?")]
    [InlineData("1^204 réponses ; « oui » : l'an dernier !", "1~204 réponses~; «~oui~»~: l’an dernier~!")]
    public void A_mail_has_no_narrow_space(string typed, string expected)
    {
        Assert.Equal(expected, Spaces.Shown(Typography.Text(Spaces.Real(typed), Flavour.Mail)));
    }

    [Fact]
    public void Doing_it_twice_is_doing_it_once()
    {
        string[] pieces = ["a", "l'", "'", " ", "\u00A0", "\u202F", "«", "»", ":", ";", "?", "!", "(", ")", "*", "50", "%", "€", "http:", "https://x.fr/a'b?", "o'b@x.fr", "www.x", "\n", "é", "14:30"];
        var texts = Gen.Elements(pieces).ListOf().Select(string.Concat);

        Prop.ForAll(texts.ToArbitrary(), text =>
            Twice(text, Flavour.Page) && Twice(text, Flavour.Mail)
            && Typography.Text(Typography.Text(text), Flavour.Mail) == Typography.Text(text, Flavour.Mail)).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

        static bool Twice(string text, Flavour flavour) =>
            Typography.Text(Typography.Text(text, flavour), flavour) == Typography.Text(text, flavour);
    }

    [Theory]
    [InlineData("Œuvre à l’Été", "oeuvre a l’ete")]
    [InlineData("ÇÀÉÈÊËÎÏÔÙÛÜŸÆ", "caeeeeiiouuuyae")]
    [InlineData("Straße, Łódź, Kovač, Ñandú, Ångström, þórr", "strasse, lodz, kovac, nandu, angstrom, thorr")]
    [InlineData("e\u0301te\u0301", "ete")] // accents apart, as some machines send them
    [InlineData("RSA 2023", "rsa 2023")]
    [InlineData("Ελλάδα", "ελλάδα")] // another script is only lowered
    public void Folding_drops_case_accents_and_ligatures(string text, string folded)
    {
        Assert.Equal(folded, Typography.Fold(text));
    }

    [Theory]
    [InlineData("L’accès aux droits", 40, "l-acces-aux-droits")]
    [InlineData("Département de la Drôme (26)", 40, "departement-de-la-drome-26")]
    [InlineData("L’accès aux droits", 11, "l-acces-aux")] // ends with a word
    [InlineData("L’accès aux droits", 10, "l-acces")] // never cuts one
    [InlineData("anticonstitutionnellement", 10, "anticonsti")] // unless it must
    [InlineData("  — ?! ", 10, "")]
    [InlineData("Œil & œuvre", 40, "oeil-oeuvre")]
    public void A_slug_is_letters_digits_and_dashes(string text, int max, string slug)
    {
        Assert.Equal(slug, Typography.Slug(text, max));
    }

    /// <summary>Two minutes, were the time to grow with the square of the length.</summary>
    [Theory(Timeout = 60_000)]
    [InlineData("é")]
    [InlineData("a.")]
    [InlineData("a-")]
    [InlineData(" ")]
    [InlineData("a@")]
    public async Task A_very_long_word_is_typeset(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length));

        var set = await Task.Run(() => Typography.Text(text + "a ?"), TestContext.Current.CancellationToken);

        Assert.EndsWith("\u202F?", set);
    }
}
