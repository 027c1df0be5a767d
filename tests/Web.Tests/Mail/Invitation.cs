using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Platforms;

namespace Almanach.Web.Tests.Mail;

/// <summary>The invitation to propose themes, from the coordinator's text to the letter.</summary>
internal static class Invitation
{
    public const string Text =
        """
        Objet : Thèmes [année] : vos propositions avant le [clôture]
        Aperçu : Deux minutes suffisent, pour [organisme].
        Titre : Quels sujets travailler ensemble en [année] ?

        Bonjour,

        Le comité de pilotage choisira en décembre les thèmes de nos rencontres de [année]. Nous vous demandons ce que
        **[organisme]** souhaite y voir, et si l’un de ses services peut intervenir. Deux minutes suffisent, jusqu’au
        **[clôture-en-toutes-lettres]** au soir.

        -> Répondre à la collecte

        Vous pouvez aussi simplement répondre à ce message : nous enregistrerons vos propositions et vous enverrons ce que
        nous avons compris.
        """;

    public static readonly Brand Brand = new(
        "pfoss-ara", "PFOSS", "Plate-forme de l’observation sanitaire et sociale Auvergne-Rhône-Alpes", "#155a6e", "#8accdd",
        "04 65 71 00 53", "du lundi au jeudi", "coordination.pfoss@example.org");

    private static readonly Dictionary<string, string> Values = new()
    {
        ["année"] = "2023",
        ["clôture"] = "14 octobre",
        ["clôture-en-toutes-lettres"] = "vendredi 14 octobre 2022",
    };

    private static readonly HashSet<string> OfEach = ["organisme", "de-l-organisme", "lien"];

    /// <summary>As typography leaves it: non-breaking spaces before the colon and the question mark.</summary>
    public static MailContent Content { get; } = MailText
        .Parse(Text.Replace(" :", "\u00A0:", StringComparison.Ordinal).Replace(" ?", "\u00A0?", StringComparison.Ordinal)).Text!
        .Fill(Values, OfEach).Pieces!
        .Under(
            Brand,
            $"Vous recevez ce message parce que vous êtes référente ou référent {Slots.Mark("de-l-organisme")} auprès de la "
            + "plate-forme. Le lien est personnel\u00A0; si vous le transférez, la réponse sera faite au nom de votre organisme.",
            [
                new("Désigner une autre personne", Slots.Mark("lien") + "/autre"),
                new("Choisir ce que je reçois", Slots.Mark("lien") + "/choix"),
                new("Données personnelles", "https://pfoss.example.org/donnees"),
            ]);

    public static Addressee Addressee { get; } = new(
        "c42", new("Élodie Martin", "elodie.martin@drome.example"),
        new Dictionary<string, SlotValue>
        {
            ["organisme"] = new SlotValue.Text("le Département de la Drôme"),
            ["de-l-organisme"] = new SlotValue.Text("du Département de la Drôme"),
            ["lien"] = new SlotValue.Text("https://pfoss.example.org/r/jeton"),
        });

    public static Letter Letter(LetterBodies bodies) => new(
        "2023.collecte-des-themes.invitation", new DateTimeOffset(2022, 9, 12, 6, 0, 0, TimeSpan.Zero),
        new("PFOSS Auvergne-Rhône-Alpes (coordination)", "coordination.pfoss@example.org"),
        new("", "r+jeton@pfoss.example.org"), Content.Subject, bodies, [], []);
}
