using Almanach.Core.Calendar;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Platforms;

namespace Almanach.Core.Tests.Mail.Budget;

public sealed class SolicitationsTests
{
    /// <summary>Messages that inform, confirm or thank, or that were asked for a moment ago.</summary>
    static readonly string[] _askNothing =
    [
        "abonnement-a-confirmer", "accuse", "accuse-courriel", "accuse-fichier", "accuse-secret", "alertes-tableau-de-bord", "annulation-reunion", "bienvenue-adhesion", "bienvenue-information", "changement-reunion", "code-connexion",
        "compte-rendu-approuve", "contribution-retiree", "courriel-a-lire", "courriel-opposition", "courrier-en-attente",
        "date-retenue", "devenir-copil", "devenir-regroupement", "document", "groupe-lance", "groupe-reporte", "inscription-attente", "inscription-confirmee",
        "inscription-demandee", "inscription-place", "inscription-rappel", "lien-espace", "maintien-reunion", "nouveau-lien", "numero-parti", "numero-retenu", "proposition-retiree",
        "rencontre-non-tenue", "report-reunion",
        "reunion-lancement-annulee", "reunion-lancement-deplacee", "reunion-lancement-prevue", "secret-a-revoir",
    ];

    [Fact]
    public void Every_text_either_asks_something_or_is_known_to_ask_nothing()
    {
        var folder = PlatformFolder.Read(Folders.Pfoss()).Loaded!;

        Assert.Equal(_askNothing, folder.Texts.Keys.Where(text => Solicitations.Of(folder.Platform, text) is null).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("relance", SolicitationKind.Reminder)]
    [InlineData("invitation-themes", SolicitationKind.Invitation)]
    [InlineData("invitation-date", SolicitationKind.DatePoll)]
    [InlineData("convocation", SolicitationKind.Convocation)]
    [InlineData("invitation-rencontre", SolicitationKind.Convocation)]
    [InlineData("approbation", SolicitationKind.Minutes)]
    [InlineData("demande-successeur", SolicitationKind.Successor)]
    [InlineData("prise-de-relais", SolicitationKind.Task)]
    public void A_text_asks(string text, SolicitationKind kind)
    {
        Assert.Equal(kind, Solicitations.Of(PlatformFolder.Read(Folders.Pfoss()).Loaded!.Platform, text));
    }

    [Theory]
    [InlineData("2022-03-21", 0)] // that very morning, at the hour of the reminders: counted the next day
    [InlineData("2022-03-20", 1)] // a Sunday counts like any day
    [InlineData("2022-03-08", 1)] // the thirteenth day before: still within the fourteen
    [InlineData("2022-03-07", 0)] // the fourteenth: out
    [InlineData("2022-03-27", 0)] // later
    public void A_message_counts_in_the_window_of_a_morning(string sent, int times)
    {
        var (zone, morning) = (new PlatformZone("Europe/Paris"), new DateOnly(2022, 3, 21));
        var day = DateOnly.Parse(sent, System.Globalization.CultureInfo.InvariantCulture);
        var tally = new SolicitationTally([new Solicited(zone.At(day, new TimeOnly(9, 0)), day, SolicitationKind.Convocation, ["c-1"])]);

        var counted = tally.Times(morning, zone.At(morning, new TimeOnly(9, 0)), 14);

        Assert.Equal(times, counted.GetValueOrDefault("c-1").All);
        Assert.Equal(0, counted.GetValueOrDefault("c-1").Reminders);
    }
}
