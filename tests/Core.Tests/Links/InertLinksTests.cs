using System.Text;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Core.Network;

namespace Almanach.Core.Tests.Links;

/// <summary>What a text shows to others of somebody's own links: nothing.</summary>
public sealed class InertLinksTests
{
    private const string Root = "https://pfoss.example.org";

    private static readonly DateTimeOffset Mailed = new(2021, 10, 4, 7, 0, 0, TimeSpan.Zero);
    private static readonly Contact Anne = new("c-1", "o", "Anne", "Exemple", "anne@example.org", "", [], "", default);
    private static readonly LinkMaker Links = new(new LinkSigner(new([new("a", Encoding.ASCII.GetBytes("a made-up key of thirty-two bytes"))])), Root);

    [Fact]
    public void A_link_of_any_purpose_leads_to_the_public_page()
    {
        foreach (var link in Enum.GetValues<LinkPurpose>().Select(purpose => Links.Address(new LinkTo(purpose, "", Mailed), Anne)).Append(Links.Choices(Anne, Mailed)).Append(Links.Address(new LinkTo(LinkPurpose.Person, "suite/c-2", Mailed), Anne)))
        {
            Assert.Contains("/v1.", link, StringComparison.Ordinal);
            Assert.Equal($"Voici : {Root}/, puis.", Links.Inert($"Voici : {link}, puis."));
            Assert.Equal($"<a href=\"{Root}/\">{Root}/</a>", Links.Inert($"<a href=\"{link}\">{link}</a>"));
            Assert.Equal($"{Root}/", Links.Inert($"{link}?x=1#y"));
        }
    }

    [Theory]
    [InlineData("https://pfoss.example.org/lettres/2022-lettre-2")]
    [InlineData("https://api.example.org/v1.0/etudes")]
    [InlineData("La version v1.2.3.4 est parue.")]
    public void Other_words_stay(string text) => Assert.Equal(text, Links.Inert(text));
}
