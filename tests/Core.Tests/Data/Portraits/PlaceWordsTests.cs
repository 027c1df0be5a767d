using Almanach.Core.Data.Portraits;

namespace Almanach.Core.Tests.Data.Portraits;

/// <summary>Articles and prepositions before the names of territories.</summary>
public sealed class PlaceWordsTests
{
    [Theory]
    [InlineData("Ain", "dans l’Ain", "l’Ain", "de l’Ain")]
    [InlineData("Isère", "en Isère", "l’Isère", "de l’Isère")]
    [InlineData("Ardèche", "en Ardèche", "l’Ardèche", "de l’Ardèche")]
    [InlineData("Savoie", "en Savoie", "la Savoie", "de la Savoie")]
    [InlineData("Haute-Savoie", "en Haute-Savoie", "la Haute-Savoie", "de la Haute-Savoie")] // its h is not mute
    [InlineData("Rhône", "dans le Rhône", "le Rhône", "du Rhône")]
    [InlineData("Drôme", "dans la Drôme", "la Drôme", "de la Drôme")]
    [InlineData("Alpes-Maritimes", "dans les Alpes-Maritimes", "les Alpes-Maritimes", "des Alpes-Maritimes")]
    [InlineData("Métropole de Lyon", "dans la métropole de Lyon", "la métropole de Lyon", "de la métropole de Lyon")]
    [InlineData("Paris", "à Paris", "Paris", "de Paris")] // no article
    [InlineData("Ici", null, "le département", "du département")] // the platform does not say how
    public void A_department_is_said_with_its_article(string name, string? within, string the, string of)
    {
        var place = PlaceWords.OfDepartment(name, within);

        Assert.Equal((the, of), (place.The, place.Of));
        Assert.Equal(within ?? "dans ce département", place.In);
    }

    [Theory]
    [InlineData("CC Bièvre Isère", "la CC Bièvre Isère")]
    [InlineData("CA du Pays Voironnais", "la CA du Pays Voironnais")]
    [InlineData("Grenoble-Alpes-Métropole", "Grenoble-Alpes-Métropole")]
    [InlineData("Métropole de Lyon", "la Métropole de Lyon")]
    public void An_EPCI_is_said_with_its_article_where_its_kind_has_one(string name, string said) => Assert.Equal(said, FrenchPhrase.WithArticle(name));
}
