using Almanach.Core.Consultations;
using static Almanach.Core.Tests.Consultations.Contributing;

namespace Almanach.Core.Tests.Consultations;

/// <summary>What a contribution must hold, by kind; each mistake is told beside its field.</summary>
public sealed class ContributionChecksTests
{
    static readonly Contribution _article = Article("Un bus dans 14 villages");
    static readonly Contribution _event = _article with { Kind = ContributionKind.Event, Day = new DateOnly(2027, 4, 13), Place = "Valence" };
    static readonly Contribution _picture = _article with { Kind = ContributionKind.Picture, Picture = Bus };

    public static TheoryData<Contribution, string> Items => new()
    {
        { _article, "" },
        { _article with { Title = " " }, "titre" },
        { _article with { Title = new string('x', 161) }, "titre" },
        { _article with { Text = new string('x', 4_000) }, "" },
        { _article with { Text = new string('x', 4_001) }, "texte" },
        { _article with { Author = new string('x', 201) }, "auteur" },
        { _article with { Kind = (ContributionKind)9 }, "genre" },
        { _article with { Day = new DateOnly(2027, 4, 13) }, "jour" }, // a day is an event's
        { _article with { Place = "Valence" }, "lieu" },
        { _article with { Kind = ContributionKind.Link }, "lien" }, // a link without its address
        { _article with { Kind = ContributionKind.Link, Link = "https://www.cc-monts.example.fr/bus" }, "" },
        { _event, "" },
        { _event with { Place = "" }, "" },
        { _event with { Place = new string('x', 201) }, "lieu" },
        { _event with { Day = null }, "jour" },
        { _picture, "" },
        { _picture with { Picture = null }, "image" },
        { _picture with { Picture = Bus with { Alt = " " } }, "description" },
        { _picture with { Picture = Bus with { Alt = new string('x', 301) } }, "description" },
        { _picture with { Picture = Bus with { File = "images/../secret" } }, "image" },
        { _picture with { Picture = Bus with { File = $"images/{new string('a', 64)}.svg" } }, "image" },
        { _picture with { Picture = Bus with { File = Bus.File + "\n" } }, "image" },
        { _picture with { Picture = Bus with { Width = 0 } }, "image" },
        { _article with { Picture = Bus }, "" },
    };

    [Theory]
    [MemberData(nameof(Items))]
    public void A_contribution_is_taken_or_its_field_named(Contribution item, string field)
    {
        var errors = ContributionChecks.Of(Question, [item]);

        Assert.Equal(field.Length == 0 ? [] : [field], errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData("https://www.cc-monts.example.fr/bus?ligne=2#horaires", true)]
    [InlineData("http://cc-monts.example.fr", true)]
    [InlineData("HTTPS://été.example.fr/", true)]
    [InlineData("www.cc-monts.example.fr/bus", false)] // no scheme
    [InlineData("javascript:alert(1)//a.b", false)]
    [InlineData("data:text/html,a.b", false)]
    [InlineData("ftp://a.example.fr/", false)]
    [InlineData("mailto:a@example.fr", false)]
    [InlineData("https://banque.example.fr@pirate.example/", false)] // a name before the host
    [InlineData("https://localhost/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://a.example.fr/deux mots", false)]
    [InlineData("https://a.example.fr/\nBcc:x", false)]
    [InlineData("https://a.example.fr/\"onclick=", false)]
    [InlineData("https://", false)]
    [InlineData("//a.example.fr/", false)]
    public void Only_the_address_of_a_page_is_a_link(string link, bool taken)
    {
        var errors = ContributionChecks.Of(Question, [_article with { Link = link }]);

        Assert.Equal(taken, errors.Count == 0);
    }

    [Fact]
    public void A_link_is_kept_to_its_length()
    {
        var link = "https://a.example.fr/" + new string('x', 1_000);

        Assert.Equal(["lien"], ContributionChecks.Of(Question, [_article with { Link = link }]).Select(error => error.Field));
    }

    [Fact]
    public void Ten_contributions_are_taken_and_no_more()
    {
        Assert.Empty(ContributionChecks.Of(Question, [.. Enumerable.Repeat(_article, 10)]));
        Assert.Equal([Question], ContributionChecks.Of(Question, [.. Enumerable.Repeat(_article, 11)]).Select(error => error.Field));
    }
}
