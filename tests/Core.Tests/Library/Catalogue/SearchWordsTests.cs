using Almanach.Core.Library.Catalogue;

namespace Almanach.Core.Tests.Library.Catalogue;

public class SearchWordsTests
{
    [Theory]
    // What people take for one word.
    [InlineData("départemental", "départementales", "départementaux", "départementale")]
    [InlineData("âgé", "âgée", "âgés", "âgées")]
    [InlineData("réseau", "réseaux")]
    [InlineData("travail", "travaux")]
    [InlineData("étude", "études", "Étude", "ETUDES")]
    [InlineData("aide", "aides")]
    public void One_word_however_it_is_written(params string[] forms)
    {
        Assert.Single(forms.SelectMany(SearchWords.Stems).Distinct());
    }

    [Theory]
    // Acronyms keep their letters; short words too.
    [InlineData("CHRS", "chrs")]
    [InlineData("RSA", "rsa")]
    [InlineData("bas", "bas")]
    [InlineData("2021", "2021")]
    [InlineData("de l’œuvre", "oeuvr")]
    [InlineData("Loire-Atlantique", "loir atlantiqu")]
    public void Words_of_a_text(string text, string stems)
    {
        Assert.Equal(stems.Split(' '), SearchWords.Stems(text));
    }

    [Fact]
    public void Only_so_many_words_are_asked_for()
    {
        Assert.Equal(SearchWords.Most, SearchWords.Asked(string.Join(' ', Enumerable.Range(1000, 500))).Count);
    }
}
