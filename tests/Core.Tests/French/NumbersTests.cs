using Almanach.Core.French;

namespace Almanach.Core.Tests.French;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0, "zéro")]
    [InlineData(1, "un")]
    [InlineData(11, "onze")]
    [InlineData(17, "dix-sept")]
    [InlineData(20, "vingt")]
    [InlineData(21, "21")]
    [InlineData(1204, "1^204")]
    [InlineData(-3, "−3")] // with the minus sign, not a hyphen
    public void Small_numbers_are_words(int number, string words)
    {
        Assert.Equal(words, Spaces.Shown(Numbers.Words(number)));
    }

    [Fact]
    public void One_has_a_feminine()
    {
        Assert.Equal("une", Numbers.Words(1, feminine: true));
        Assert.Equal("21", Numbers.Words(21, feminine: true));
    }

    [Theory]
    [InlineData(0, "0~réponse")] // zero is singular in French
    [InlineData(1, "1~réponse")]
    [InlineData(2, "2~réponses")]
    [InlineData(34, "34~réponses")]
    [InlineData(1204, "1^204~réponses")]
    [InlineData(1234567, "1^234^567~réponses")]
    [InlineData(-1, "−1~réponse")]
    public void A_count_agrees_with_its_noun(int number, string words)
    {
        Assert.Equal(words, Spaces.Shown(Numbers.Count(number, "réponse", "réponses")));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Lyon", "Lyon")]
    [InlineData("Lyon|Grenoble", "Lyon et Grenoble")]
    [InlineData("Lyon|Grenoble|Clermont-Ferrand", "Lyon, Grenoble et Clermont-Ferrand")]
    public void A_list_ends_with_et(string items, string words)
    {
        Assert.Equal(words, Lists.Join(items.Split('|', StringSplitOptions.RemoveEmptyEntries)));
    }
}
