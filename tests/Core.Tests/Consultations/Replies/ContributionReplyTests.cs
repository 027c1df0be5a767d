using System.Text.Json;
using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Replies;
using Almanach.Core.Pictures;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Platforms;
using static Almanach.Core.Tests.Consultations.Replies.Given;

namespace Almanach.Core.Tests.Consultations.Replies;

/// <summary>Replies to a call for contributions: an article, a link, nothing this time; what is doubtful waits.</summary>
public sealed class ContributionReplyTests
{
    const string Article = "Un bus France services dans 14 villages\n\nDepuis janvier, un bus aménagé sillonne les monts. À son bord, deux agents, un ordinateur et une imprimante.\n\nPourquoi un bus ?\n\nPersonne ne fait 40 kilomètres pour un formulaire.";

    static readonly Consultation _call = Asking(Question(QuestionKind.Contributions, false)) with { };
    static readonly KeptPicture _bus = new($"images/{new string('a', 64)}.jpg", 1_200, 800);

    [Theory]
    [InlineData(Article, "Article: Un bus France services dans 14 villages [Depuis janvier, un bus aménagé sillonne les monts. À son bord, deux agents, un ordinateur et une imprimante.//Pourquoi un bus ?//Personne ne fait 40 kilomètres pour un formulaire.]")]
    [InlineData("Bonjour Claire,\n\nVoici notre article pour la lettre :\n\n" + Article + "\n\nBien cordialement", "Article: Un bus France services dans 14 villages [Depuis janvier, un bus aménagé sillonne les monts. À son bord, deux agents, un ordinateur et une imprimante.//Pourquoi un bus ?//Personne ne fait 40 kilomètres pour un formulaire.]")]
    [InlineData("Bonjour,\n\nVoici une publication à signaler :\n\nLe logement des jeunes en Drôme\nUne étude de l’observatoire sur les parcours résidentiels, à lire sur https://drome.example.fr/etude.", "Publication: Le logement des jeunes en Drôme [Une étude de l'observatoire sur les parcours résidentiels, à lire sur https://drome.example.fr/etude.] <https://drome.example.fr/etude>")]
    [InlineData("Bonjour,\n\nLe baromètre de la pauvreté vient de paraître : https://barometre.example.fr/2027\n\nBonne journée", "Link: Le baromètre de la pauvreté vient de paraître <https://barometre.example.fr/2027>")]
    [InlineData("Le baromètre de la pauvreté\nhttps://barometre.example.fr/2027", "Link: Le baromètre de la pauvreté <https://barometre.example.fr/2027>")]
    [InlineData("https://barometre.example.fr/2027 le baromètre de la pauvreté\nL’atlas des aidants : https://aidants.example.fr/", "Link: Le baromètre de la pauvreté <https://barometre.example.fr/2027> | Link: L'atlas des aidants <https://aidants.example.fr/>")]
    [InlineData("Bonjour,\n\nUn guichet pour les aidants à Valence\n\nLe Département ouvre en mars un guichet unique pour les aidants, rue Berthelot.\n\nCordialement", "Article: Un guichet pour les aidants à Valence [Le Département ouvre en mars un guichet unique pour les aidants, rue Berthelot.]")]
    [InlineData("Titre : Un guichet pour les aidants\nTexte : Le Département l’ouvre en mars à Valence, rue Berthelot.", "Article: Un guichet pour les aidants [Le Département l'ouvre en mars à Valence, rue Berthelot.]")]
    [InlineData("Titre : Un guichet pour les aidants\n\nTexte :\nLe Département l’ouvre en mars : https://drome.example.fr/aidants", "Article: Un guichet pour les aidants [Le Département l'ouvre en mars : https://drome.example.fr/aidants] <https://drome.example.fr/aidants>")]
    [InlineData("Bonjour, nous n’avons rien à proposer ce trimestre. Bien à vous", "rien")]
    [InlineData("Rien pour ce numéro", "rien")]
    [InlineData("Bonsoir, rien à proposer ce trimestre. Bonnes fêtes !", "rien")]
    [InlineData("Bonjour, nous n’avons rien à proposer pour ce numéro. Belles fêtes de fin d’année à toutes", "rien")]
    [InlineData("RAS de notre côté, merci", "rien")]
    [InlineData("Pas d’article cette fois-ci.", "rien")]
    [InlineData("Nous n’avons pas de proposition cette année", "rien")]
    public void Is_taken(string text, string expected) => Assert.Equal(expected, Said(Read(_call, text)));

    [Theory]
    [InlineData("Bonjour, je vous enverrai un article la semaine prochaine.")] // later
    [InlineData("Nous y réfléchissons.")]
    [InlineData("Quelle longueur pour un article ?")]
    [InlineData("Rien pour l’instant, je vous redis.")]
    [InlineData("https://barometre.example.fr/2027")] // a link without a word
    [InlineData("Voici un lien : https://barometre.example.fr/2027")]
    [InlineData("Je vous envoie ceci : https://barometre.example.fr/2027")]
    [InlineData("Voici notre article en pièce jointe.")] // in a file nobody reads
    [InlineData("Bonjour,\n\nVoici deux articles pour la lettre :\n\n" + Article)] // where does the second begin?
    [InlineData("Bonjour,\n\nVoici un événement pour la lettre :\n\nJournée des aidants\nLe 13 avril 2027 à Valence, entrée libre pour toutes et tous.")] // its day is to be checked
    [InlineData(Article + "\n\nPourriez-vous me dire si c’est trop long ?")] // a question to somebody
    [InlineData(Article + "\n\nMerci de me rappeler avant de publier.")]
    [InlineData(Article + "\n\nJe ne suis plus en poste à partir de lundi.")]
    [InlineData("Depuis janvier, un bus aménagé sillonne les monts. À son bord, deux agents, un ordinateur et une imprimante, qui reçoivent sans rendez-vous.")] // no title
    [InlineData("Merci pour la lettre, toujours aussi intéressante.")]
    [InlineData("Oui")]
    [InlineData("Parfait\n\nOn fait comme ça, le texte est bon et peut partir ainsi.")] // about something else
    [InlineData("Très beau numéro\n\nToute l’équipe du service a pris beaucoup de plaisir à lire ce numéro sur la santé.")] // said of the letter
    [InlineData("Fermeture du service\n\nToute l’équipe est absente jusqu’au 12 novembre et reprendra ses activités ensuite.")]
    [InlineData("Réunion de lundi\n\nElle est déplacée au 12 novembre à 14 heures, dans la même salle, sur votre demande.")]
    [InlineData("Désinscrivez-moi de cette liste")]
    public void Waits_for_a_person(string text) => Assert.Equal("?", Said(Read(_call, text)));

    [Theory]
    [InlineData("article-thirty-lines", "UN AN DE PERMANENCES MOBILES", "https://www.insertion-hl.example.org/camion")]
    [InlineData("newsletter-article-photo-caption", "Un bus France services dans 14 villages", "https://www.cc-monts.example.fr/bus")]
    public void An_article_of_the_samples_is_one_contribution(string sample, string title, string link)
    {
        var text = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folders.Root, "tests", "mails", "replies", sample + ".json"))).RootElement.GetProperty("text").GetString()!;

        var item = Assert.Single(Items(Of(text, "Re: la lettre", 1, _bus)));

        Assert.Equal((ContributionKind.Article, title, link), (item.Kind, item.Title, item.Link));
        Assert.Equal((_bus.File, 1_200, 800), (item.Picture!.File, item.Picture.Width, item.Picture.Height));
        if (sample.StartsWith("news", StringComparison.Ordinal))
            Assert.Equal("Le bus à Saint-Amour, le 12 janvier 2027. Crédit : CC des Monts", item.Picture.Alt);
    }

    [Fact]
    public void The_subject_is_the_title_where_it_is_the_senders_own()
    {
        var text = Article[(Article.IndexOf('\n', StringComparison.Ordinal) + 2)..].Replace("Pourquoi un bus ?\n\n", "", StringComparison.Ordinal);

        Assert.Equal("Un bus dans les monts", Assert.Single(Items(Of(text, "Un bus dans les monts", 0))).Title);
        Assert.IsType<Understanding.Unclear>(Of(text, "Re: Vos contributions", 0));
        Assert.IsType<Understanding.Unclear>(Of("Le Département ouvre en mars un guichet unique pour les aidants.", "Un bus dans les monts", 0)); // one line, too short to be an article
        Assert.IsType<Understanding.Unclear>(Of(text, "Votre contribution à la lettre", 0));
    }

    [Fact]
    public void Two_pictures_or_a_picture_among_several_links_wait()
    {
        Assert.IsType<Understanding.Unclear>(Of(Article, "", 2, _bus, _bus));
        Assert.IsType<Understanding.Unclear>(Of("Le baromètre : https://a.example.fr/\nL’atlas : https://b.example.fr/", "", 1, _bus));
        Assert.Equal("Image qui accompagne «\u00A0Un bus France services dans 14 villages\u00A0»", Assert.Single(Items(Of(Article, "", 1, _bus))).Picture!.Alt);
    }

    [Fact]
    public void A_second_mail_adds_and_the_same_again_does_not()
    {
        var before = Before(("contributions", new AnswerValue.Contributions([Contributing.Article("Un bus France services dans 14 villages", id: "caf-1") with { By = "c-9" }, Contributing.Article("Un colloque", id: "caf-2")]))) with { By = "c-9" };

        var same = Items(Read(_call, Article, before: before));
        var more = Items(Read(_call, "Le baromètre de la pauvreté : https://a.example.fr/", before: before));

        Assert.Equal(["caf-1", "caf-2"], same.Select(item => item.Id));
        Assert.Equal(["caf-1", "caf-2", ""], more.Select(item => item.Id));
    }

    [Fact]
    public void Nothing_this_time_after_something_was_sent_waits()
    {
        var before = Before(("contributions", new AnswerValue.Contributions([Contributing.Article("Un colloque", id: "caf-2")])));

        Assert.Equal("?", Said(Read(_call, "Rien pour ce numéro", before: before)));
    }

    static Understanding Of(string text, string subject, int files, params KeptPicture[] pictures) =>
        ReplyRules.Of(_call, new Reply(text, files, null, "c-1", Now, subject) { Pictures = pictures }, null, new PlatformZone("Europe/Paris"));

    static IReadOnlyList<Contribution> Items(Understanding understood) =>
        ((AnswerValue.Contributions)Assert.IsType<Understanding.Answered>(understood).Values["contributions"]).Items;
}
