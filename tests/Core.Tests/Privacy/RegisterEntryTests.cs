using Almanach.Core.Engine;
using Almanach.Core.Privacy;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Privacy;

/// <summary>The entry of the record of processing activities says what GDPR article 30.1 asks, of any platform.</summary>
public sealed class RegisterEntryTests
{
    // Article 30.1: a to g, and what a supervisory authority asks beside.
    [Theory]
    [InlineData("pfoss-ara")]
    [InlineData("solidarites-exemple")]
    public void Every_heading_of_the_article_has_something_to_say(string platform)
    {
        var setting = Read(platform);

        var entry = RegisterEntry.Of(setting.Platform, readsMail: true);

        Assert.Equal(
            ["Responsable du traitement", "Finalités", "Base légale", "Catégories de personnes", "Catégories de données", "Destinataires", "Sous-traitants",
             "Transferts hors de l’Union européenne", "Durées de conservation", "Mesures de sécurité", "Droits des personnes"], entry.Headings.Select(heading => heading.Title));
        Assert.All(entry.Headings, heading => Assert.All(heading.Lines, line => Assert.NotEqual("", line.Trim())));
        Assert.Contains(entry.Headings[0].Lines, line => line.Contains(setting.Platform.Legal.Controller, StringComparison.Ordinal));
        Assert.Contains(RegisterEntry.ToFill, entry.Markdown(new DateOnly(2026, 7, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_months_are_those_of_the_configuration_and_mail_is_named_only_where_it_is_read()
    {
        var platform = Read("pfoss-ara").Platform;
        var shorter = platform with { Legal = platform.Legal with { RetentionMonths = 24 } };

        var text = RegisterEntry.Of(shorter, readsMail: false).Markdown(new DateOnly(2026, 7, 1));

        Assert.Contains("24\u00A0mois après son départ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("36\u00A0mois", text, StringComparison.Ordinal);
        Assert.DoesNotContain("remise, courriels reçus", text, StringComparison.Ordinal);
        Assert.Contains("1er\u00A0juillet 2026", text, StringComparison.Ordinal);
    }

    // What the public privacy page says of them stands in the entry, too.
    [Theory]
    [InlineData("Finalités", "demandes d’adhésion")]
    [InlineData("Finalités", "page «\u00A0Contact\u00A0»")]
    [InlineData("Catégories de personnes", "Représentant légal et personne référente")]
    [InlineData("Catégories de personnes", "page «\u00A0Contact\u00A0»")]
    [InlineData("Catégories de données", "nom et fonction du représentant légal")]
    [InlineData("Catégories de données", "Messages de la page «\u00A0Contact\u00A0»")]
    [InlineData("Durées de conservation", "Une demande d’adhésion\u00A0: 36\u00A0mois après la décision")]
    [InlineData("Durées de conservation", "page «\u00A0Contact\u00A0»\u00A0: 90 jours")]
    public void Requests_to_join_and_messages_of_the_contact_page_are_in_the_entry(string heading, string words)
    {
        var entry = RegisterEntry.Of(Read("pfoss-ara").Platform, readsMail: false);

        Assert.Contains(entry.Headings.Single(one => one.Title == heading).Lines, line => line.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Data_files_are_in_the_entry_of_a_platform_that_asks_for_them()
    {
        var asking = RegisterEntry.Of(Read("pfoss-ara").Platform, readsMail: false).Markdown(new DateOnly(2026, 7, 1));
        var other = RegisterEntry.Of(Read("solidarites-exemple").Platform, readsMail: false).Markdown(new DateOnly(2026, 7, 1));

        Assert.Contains("Fichiers de données transmis par les organismes", asking, StringComparison.Ordinal);
        Assert.Contains("remplacé sans avoir été accepté, 36\u00A0mois après son dépôt", asking, StringComparison.Ordinal);
        Assert.DoesNotContain("ichiers de données", other, StringComparison.Ordinal);
    }

    private static Setting Read(string platform) => platform == "pfoss-ara" ? TestOffice.Pfoss() : TestOffice.Exemple();
}
