using Almanach.Core.Platforms;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Mail;

/// <summary>Until when each kind of message makes sense: a new kind decides here.</summary>
public sealed class ExpiryTests
{
    private const string Begins = "the meeting begins";
    private const string Closes = "the question closes";
    private const string Day = "its day is over";

    /// <summary>By its text; null for what is worth reading however late. The invitation to a consultation makes sense until that closes, whatever its text.</summary>
    private static readonly Dictionary<string, string?> Until = new()
    {
        ["relance"] = Day, // the next morning asks anew
        ["appel-contributions"] = Closes,
        ["relecture-lettre"] = Closes,
        ["approbation"] = Closes,
        ["approbation-nouvelle"] = Closes,
        ["invitation-date"] = Closes,
        ["convocation"] = Begins,
        ["seconde-convocation"] = Begins,
        ["invitation-rencontre"] = Begins,
        ["date-retenue"] = Begins,
        ["report-reunion"] = Begins,
        ["changement-reunion"] = Begins,
        ["maintien-reunion"] = Begins,
        ["reunion-lancement-prevue"] = Begins,
        ["reunion-lancement-deplacee"] = Begins,
        ["inscription-demandee"] = "the place is free again",
        ["abonnement-a-confirmer"] = "the address is erased",
        ["lien-espace"] = "the link works no more",
        ["inscription-confirmee"] = Begins,
        ["inscription-attente"] = Begins,
        ["inscription-place"] = Begins,
        ["inscription-rappel"] = Begins,
        // That something does not take place is worth knowing even late.
        ["annulation-reunion"] = null,
        ["reunion-lancement-annulee"] = null,
        ["groupe-reporte"] = null,
        ["rencontre-non-tenue"] = null,
        // What was done, decided or published stays so.
        ["accuse"] = null,
        ["accuse-courriel"] = null,
        ["accuse-secret"] = null,
        ["accuse-fichier"] = null,
        ["proposition-retiree"] = null,
        ["contribution-retiree"] = null,
        ["numero-parti"] = null,
        ["devenir-regroupement"] = null,
        ["devenir-copil"] = null,
        ["document"] = null,
        ["compte-rendu-approuve"] = null,
        ["groupe-lance"] = null,
        ["alertes-tableau-de-bord"] = null,
        ["secret-a-revoir"] = null,
        // What is to be done has no day.
        ["courrier-en-attente"] = null,
        // What one wrote is read however late.
        ["courriel-a-lire"] = null,
        ["courriel-opposition"] = null,
        ["numero-retenu"] = null,
        ["groupe-pilote"] = null,
        ["reunion-lancement-a-revoir"] = null,
        ["demande-successeur"] = null,
        ["prise-de-relais"] = null,
        // The law asks for it; and a link says itself until when it works.
        ["bienvenue-information"] = null,
        ["bienvenue-adhesion"] = null,
        ["nouveau-lien"] = null,
        ["code-connexion"] = null, // leaves at once or not at all, beside the outbox
    };

    [Fact]
    public void Every_kind_of_message_says_until_when_it_makes_sense()
    {
        var texts = TestOffice.Pfoss().Folder.Texts.Keys.Concat(TestOffice.Exemple().Folder.Texts.Keys).Concat(TextCatalogue.Names).Distinct();

        Assert.All(texts.Where(text => TextCatalogue.Find(text) is not null), text => Assert.Contains(text, Until.Keys));
        Assert.All(Until.Keys, text => Assert.NotNull(TextCatalogue.Find(text)));
    }

    [Fact]
    public async Task What_leaves_in_a_year_expires_as_its_kind_says()
    {
        var (test, _) = await EffectsTwiceTests.Walk(TestOffice.Pfoss(), 2022, store => store);

        HashSet<string> seen = [];
        await foreach (var line in test.Office.MailRoom.Lines(DateTimeOffset.MinValue, DateTimeOffset.MaxValue))
        {
            if (line.Key == "essai-suspendu")
                continue;
            var mailing = (await test.Office.MailRoom.Find(line.Key))!.Mailing;
            var expires = TextCatalogue.Find(line.Text) is null || Until[line.Text] is not null;
            Assert.True(expires == mailing.Expires is not null, $"{line.Key} ({line.Text})");
            Assert.True(mailing.Expires is null || mailing.Expires > line.Due, $"{line.Key} is late before it leaves.");
            seen.Add(line.Text);
        }
        Assert.Superset(new HashSet<string>(["invitation-themes", "convocation", "document", "demande-successeur", "courrier-en-attente"]), seen);
        Assert.InRange(seen.Count, 10, Until.Count);
    }
}
