using Almanach.Core.French;

namespace Almanach.Core.Tests.French;

public sealed class SimilarityTests
{
    // The themes of the answer page: what 2022 left, what others proposed, what is recorded already.
    static readonly string[] _titles =
    [
        "La mixité sociale à l’école",
        "Les réseaux d’éducation prioritaire",
        "L’habitat des seniors",
        "L’indicateur de fragilité numérique",
        "La visualisation des données",
        "L’observation participative et les « baromètres »",
        "La méthode SPIRAL",
        "La récupération des données auprès des producteurs",
        "Les bénéficiaires du RSA",
        "Les indicateurs de pauvreté et l’observation conjoncturelle",
        "Les inégalités en milieu urbain dense et en milieu rural",
        "L’observatoire IMOPE, données du parc de logements",
        "Lier l’observation à l’action",
        "L’enquête qualitative et la maîtrise d’usage",
        "L’accès aux droits et la fragilité numérique",
        "Le non-recours au RSA",
        "Les jeunes ni en emploi ni en formation",
        "L’habitat des seniors en zone rurale",
        "Mesurer la fragilité numérique à l’échelle des communes",
    ];

    [Fact]
    public void The_three_nearest_of_the_answer_page_are_found_in_order()
    {
        var nearest = Similarity.Nearest("Le non-recours aux droits des jeunes", _titles, title => title, most: 3);

        Assert.Equal(
            ["Le non-recours au RSA", "Les jeunes ni en emploi ni en formation", "L’accès aux droits et la fragilité numérique"],
            nearest);
    }

    [Theory]
    [InlineData("Les personnes âgées", "")] // seniors: synonyms are beyond it
    [InlineData("Le logement des personnes âgées", "L’observatoire IMOPE, données du parc de logements")] // one word in eight is just enough
    [InlineData("L’habitat des séniors", "L’habitat des seniors|L’habitat des seniors en zone rurale")] // either spelling
    [InlineData("Fragilités numériques", "L’indicateur de fragilité numérique|L’accès aux droits et la fragilité numérique|Mesurer la fragilité numérique à l’échelle des communes")]
    [InlineData("La mixité sociale dans les écoles", "La mixité sociale à l’école")]
    [InlineData("Inégalités sociales en milieu rural", "Les inégalités en milieu urbain dense et en milieu rural|La mixité sociale à l’école|L’habitat des seniors en zone rurale")]
    [InlineData("rsa", "Le non-recours au RSA|Les bénéficiaires du RSA")] // an acronym, any case
    [InlineData("Et pourquoi pas", "")] // nothing but small words
    [InlineData("", "")]
    public void What_is_near_is_shown_and_nothing_else(string title, string expected)
    {
        var nearest = Similarity.Nearest(title, _titles, other => other, most: 3).Order(StringComparer.Ordinal);

        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), nearest);
    }

    [Theory]
    [InlineData("L’habitat des seniors", "Habitat, SENIORS", 1)]
    [InlineData("Le non-recours au RSA", "Le non-recours aux droits des jeunes", 4.0 / 7)] // two stems of 3 and of 4
    [InlineData("L’école", "La santé", 0)]
    [InlineData("Les données sociales", "Une donnée sociale", 1)] // plurals
    [InlineData("Les inégalités régionales", "L’inégalité régionale", 1)]
    [InlineData("Le CHRS", "Le CHR", 0)] // an acronym’s last letter is no plural
    public void The_share_of_common_words_is_told(string one, string other, double near)
    {
        Assert.Equal(near, Similarity.Of(one, other), 9);
        Assert.Equal(near, Similarity.Of(other, one), 9);
    }
}
