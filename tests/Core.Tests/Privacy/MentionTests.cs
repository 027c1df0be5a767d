using Almanach.Core.Network;
using Almanach.Core.Privacy;

namespace Almanach.Core.Tests.Privacy;

/// <summary>Whether a text names somebody.</summary>
public sealed class MentionTests
{
    private static readonly Mention Claire = new(Of("Claire", "Müller-Léon", "claire.muller@dept26.example.org"));

    [Theory]
    [InlineData("Vous prenez la suite de Claire Müller-Léon.", true)]
    [InlineData("CLAIRE MULLER-LEON", true)]
    [InlineData("Müller-Léon Claire, Département", true)]
    [InlineData("Claire\u00A0Müller-Léon", true)]
    [InlineData("Claire\nMüller-Léon", true)] // a text part is folded at seventy characters
    [InlineData("<p>Claire M&#xFC;ller-L&#xE9;on</p>", true)]
    [InlineData("écrit à Claire.Muller@dept26.example.org hier", true)]
    [InlineData("Claire Müller", false)]
    [InlineData("Marie-Claire Müller-Léonard", false)]
    [InlineData("Claire Müller-Léonard", false)]
    [InlineData("xclaire.muller@dept26.example.org", false)]
    [InlineData("", false)]
    public void Her_address_or_both_her_names_name_her(string text, bool named) => Assert.Equal(named, Claire.In(text));

    [Fact]
    public void One_name_alone_is_too_many_peoples_to_be_hers() => Assert.False(new Mention(Of("", "Secrétariat", "secretariat@example.org")).In("Le secrétariat répond."));

    [Fact]
    public void Who_has_neither_is_never_named() => Assert.False(new Mention(Of("", "", "")).In("Tout le monde."));

    private static Contact Of(string first, string last, string address) => new("c1", "insee", first, last, address, "", [], "", default);
}
