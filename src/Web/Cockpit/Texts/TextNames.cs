using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Texts;

/// <summary>What each text is for, and what its words in brackets become.</summary>
internal static class TextNames
{
    /// <summary>« Accusé de réception d’une réponse »; an invitation bears its consultation's title.</summary>
    public static string Of(Setting setting, string id) => id switch
    {
        "relance" => "Relance de ceux qui n’ont pas répondu",
        "accuse" => "Accusé de réception d’une réponse",
        TextCatalogue.SecretReceipt => "Accusé d’un vote secret",
        "accuse-courriel" => "Accusé de réception d’une réponse par courriel",
        "proposition-retiree" => "Proposition retirée par une autre personne",
        TextCatalogue.ContributionGone => "Contribution retirée par une autre personne",
        "devenir-regroupement" => "Ce que deviennent les propositions, après le regroupement",
        "devenir-copil" => "Ce que deviennent les propositions, après le comité",
        "convocation" => "Convocation à une réunion",
        "document" => "Mise en ligne d’un document",
        "approbation-nouvelle" => "Nouvelle version d’un compte-rendu à approuver",
        "approbation" => "Compte-rendu soumis à l’approbation",
        "compte-rendu-approuve" => "Compte-rendu approuvé",
        "date-retenue" => "Date retenue d’une réunion",
        "report-reunion" => "Nouvelle date d’une réunion",
        "changement-reunion" => "Nouvelle heure ou nouveau lieu d’une réunion",
        "seconde-convocation" => "Seconde convocation d’une réunion",
        "annulation-reunion" => "Annulation d’une réunion",
        "maintien-reunion" => "Réunion annulée, puis maintenue",
        "invitation-rencontre" => "Invitation du réseau à une rencontre",
        "invitation-date" => "Choix de la date d’une réunion",
        TextCatalogue.RegistrationAsked => "Inscription à confirmer",
        TextCatalogue.RegistrationConfirmed => "Inscription confirmée",
        TextCatalogue.RegistrationWaiting => "Inscription sur la liste d’attente",
        TextCatalogue.RegistrationPlaceFound => "Place libérée pour une personne en attente",
        TextCatalogue.RegistrationReminder => "Rappel aux personnes inscrites, deux jours avant",
        TextCatalogue.SubscriptionAsked => "Abonnement à une lettre, à confirmer",
        TextCatalogue.GroupLaunched => "Groupe de travail lancé",
        TextCatalogue.GroupPilot => "Groupe de travail lancé\u00A0: à qui le pilote",
        TextCatalogue.LaunchMeetingMoved => "Réunion de lancement d’un groupe, déplacée",
        TextCatalogue.LaunchMeetingCalledOff => "Réunion de lancement d’un groupe, annulée",
        TextCatalogue.LaunchMeetingAgreed => "Réunion de lancement d’un groupe, prévue",
        TextCatalogue.LaunchMeetingDeclined => "Réunion de lancement d’un groupe, à revoir",
        TextCatalogue.GroupCarriedOver => "Groupe de travail reporté",
        TextCatalogue.NotHeld => "Rencontre du programme qui ne se tient pas",
        TextCatalogue.Succession => "À qui prend la suite d’une autre personne",
        TextCatalogue.NameSuccessor => "Qui prend la suite\u202F?",
        TextCatalogue.EditionCall => "Demande de contributions à la lettre",
        TextCatalogue.EditionReview => "Articles de la lettre, à relire",
        TextCatalogue.EditionSent => "Lettre partie\u00A0: à la coordination",
        TextCatalogue.EditionHeld => "Lettre retenue\u00A0: à la coordination",
        Core.Newsletter.EditionLetter.Text => "Lettre d’informations",
        TextCatalogue.MailWaiting => "Courrier reçu qui vous attend",
        TextCatalogue.ReplyWaits => "Courriel reçu, que la coordination doit lire",
        TextCatalogue.ObjectionRead => "Courriel reçu, qui demande à ne plus rien recevoir",
        TextCatalogue.JoinWelcome => "Adhésion acceptée",
        TextCatalogue.FileReceipt => "Accusé de réception d’un fichier de données",
        TextCatalogue.LeakFound => "Secret statistique à revoir, au producteur d’un fichier",
        TextCatalogue.Alerts => "Alertes du tableau de bord social",
        "bienvenue-information" => "Information des personnes ajoutées au réseau",
        TextCatalogue.SpaceLink => "Lien pour entrer dans l’espace des membres",
        "nouveau-lien" => "Nouveau lien personnel",
        "code-connexion" => "Code pour entrer dans le cockpit",
        _ => setting.Platform.Consultations.FirstOrDefault(template => template.Invitation == id) is { } consultation
            ? $"Invitation\u00A0: {Plain(consultation.Title)}"
            : Words.Capital(id.Replace('-', ' ')),
    };

    /// <summary>The words that may stand in brackets, each with what it becomes.</summary>
    public static IReadOnlyList<(string Word, string Meaning)> Allowed(Setting setting, string id) =>
        [.. TextCatalogue.Of(id, setting.Platform).Allowed.Select(word => (word, Meaning(word)))];

    /// <summary>What fills a word in a preview.</summary>
    public static string Sample(Setting setting, string word, DateTimeOffset now) => word switch
    {
        "année" => $"{setting.Zone.DayOf(now).Year + 1}",
        "clôture" => FrenchDates.Day(setting.Zone.DayOf(now).AddDays(21)),
        "date" => FrenchDates.DayAt(setting.Zone.DayOf(now).AddDays(30), new TimeOnly(9, 30)),
        "jour et heures" => FrenchDates.Span(setting.Zone.DayOf(now).AddDays(30).ToDateTime(new TimeOnly(9, 30)), setting.Zone.DayOf(now).AddDays(30).ToDateTime(new TimeOnly(11, 30))),
        "durée" => FrenchDates.Length(120),
        "fichier" => "rsa 2021.csv",
        "constat" => "3 valeurs à corriger",
        "ancienne date" => FrenchDates.DayAt(setting.Zone.DayOf(now).AddDays(23), new TimeOnly(9, 30)),
        "réunion" => $"le {FrenchDates.DayAt(setting.Zone.DayOf(now).AddDays(30), new TimeOnly(9, 30))}, en visioconférence",
        "titre" => "Collecte des thèmes",
        "lieu" or "ancien lieu" => "en visioconférence",
        "document" => "Programme de travail",
        "source" => "le fichier des contacts de la plate-forme",
        "par" or "personne" or "prédécesseur" => "Claire Martin",
        "situation" => "ne répond plus pour votre organisme",
        "suite" => "La page garde vos mots\u00A0: vous pouvez les proposer de nouveau.",
        "rencontre" => "Atelier",
        "pilote" => "Département de la Drôme",
        "raison" => "Il manque un pilote.",
        "lettres" => "la lettre «\u00A0Lettre d’informations\u00A0»",
        "envoi" => FrenchDates.Day(setting.Zone.DayOf(now).AddDays(9)),
        "code" => "ABCD-EFGH",
        "nombre" => "trois chiffres",
        "adresse" => "https://…/tableau-de-bord/tendances",
        "messages" => "Deux messages reçus attendent",
        "depuis" => FrenchDates.Day(setting.Zone.DayOf(now).AddDays(-2)),
        "jour" => FrenchDates.Day(setting.Zone.DayOf(now)),
        _ => $"[{word}]",
    };

    /// <summary>Lists that each reader has of their own.</summary>
    public static IReadOnlyList<string> SampleLines(string word) => word switch
    {
        "réponse" => ["Proposition\u00A0: l’accès aux droits des jeunes", "Format souhaité\u00A0: atelier"],
        "contributions" => ["«\u00A0Un bus dans 14 villages\u00A0» (article)"],
        "propositions" => ["«\u00A0L’accès aux droits des jeunes\u00A0»\u00A0: retenue par le comité de pilotage"],
        "rappel" => ["Collecte des thèmes, votre réponse jusqu’au mardi 2\u00A0novembre"],
        "livraisons" => ["Allocataires du RSA par EPCI, au 31\u00A0décembre 2021, jusqu’au mardi 31\u00A0mai"],
        "échéance" => ["jusqu’au mardi 31\u00A0mai"],
        "fiches" => ["Recensement de la population (2021)", "Revenus disponibles (depuis 2009)"],
        "alertes" => ["Foyers allocataires du RSA, Ain\u00A0: 9\u202F120 foyers en 2022, en hausse de 6,1\u00A0% depuis 2021"],
        "demandes" => ["La collecte des thèmes attend vos propositions."],
        "ordre du jour" => ["Bilan de l’année écoulée", "Choix des thèmes"],
        _ => [],
    };

    private static string Meaning(string word) => word switch
    {
        "organisme" => "l’organisme de la personne, avec son article\u00A0: « le Département de la Drôme »",
        "prénom" => "le prénom de la personne",
        "lien" => "son lien personnel\u00A0; la ligne qui commence par -> en fait un bouton",
        "ma page" => "l’adresse de sa page personnelle",
        "plateforme" => "le nom court de la plate-forme",
        "année" => "l’année du programme de travail",
        "titre" => "le titre de la consultation, de la réunion ou du groupe",
        "clôture" => "le dernier jour pour répondre, en toutes lettres, et l’heure quand la fin n’est pas à minuit",
        "date" => "le jour et l’heure de la réunion",
        "jour et heures" => "le jour, l’heure et la fin prévue de la réunion",
        "durée" => "combien de temps dure la réunion",
        "réunion" => "quand et où se tient la réunion dont on demande qui vient",
        "ancienne date" => "le jour et l’heure d’abord prévus",
        "lieu" => "le lieu de la réunion, ou son lien de visioconférence",
        "ancien lieu" => "le lieu d’abord prévu",
        "document" => "le titre du document",
        "fichier" => "le nom du fichier reçu",
        "constat" => "ce que la vérification a trouvé\u00A0: « rien à corriger », « 3 valeurs à corriger », « ne peut pas être lu »",
        "source" => "d’où viennent les coordonnées de la personne",
        "rencontre" => "de quelle sorte est la rencontre",
        "pilote" => "l’organisme qui pilote le groupe",
        "raison" => "pourquoi le groupe ou la rencontre n’a pas lieu, ou ce qu’il faudrait changer, comme vous l’avez écrit",
        "lettres" => "les lettres demandées, avec leur article",
        "envoi" => "le jour où tout le réseau est invité",
        "code" => "le code de connexion",
        "messages" => "combien de messages reçus vous attendent",
        "depuis" => "le jour où le premier d’entre eux est arrivé",
        "jour" => "le jour où la personne a écrit",
        "personne" => "le nom de la personne à remplacer",
        "prédécesseur" => "le nom de la personne remplacée",
        "situation" => "ce qu’il en est\u00A0: elle ne répond plus, ou son adresse est refusée",
        "par" => "la personne qui a retiré la proposition",
        "suite" => "ce qui peut encore être fait, ou ce que devient le sujet",
        "rappel" => "ce qui est attendu et jusqu’à quand, en une ligne",
        "livraisons" => "les fichiers de données attendus de l’organisme, un par ligne",
        "échéance" => "jusqu’à quand le premier de ces fichiers est attendu\u00A0: « jusqu’au mardi 31 mai »",
        "alertes" => "les chiffres qui passent un seuil, un par ligne",
        "nombre" => "combien de chiffres passent un seuil",
        "adresse" => "l’adresse de la page des tendances",
        "fiches" => "les fiches de l’organisme au catalogue, une par ligne",
        "demandes" => "ce qui est demandé à la personne, une ligne par demande",
        "réponse" => "ce qui a été enregistré, une ligne par réponse",
        "contributions" => "chaque contribution de la personne, en entier",
        "propositions" => "chaque proposition de la personne et ce qu’elle devient",
        "ordre du jour" => "l’ordre du jour, une ligne par point",
        _ => "rempli à l’envoi",
    };

    /// <summary>A message in a list: its subject, or what its text is for when the subject differs from one person to the next or is erased; a trial says so.</summary>
    public static string Title(Setting setting, MailingLine line) =>
        Marked(line.Key, line.Erased || line.Subject.Contains('[', StringComparison.Ordinal) ? Of(setting, line.Text) : line.Subject);

    /// <summary>« Thèmes 2022 : … (essai) » where the message was one.</summary>
    public static string Marked(string key, string subject) => TextSample.IsTrial(key) ? $"{subject} (essai)" : subject;

    private static string Plain(string title) => title.Replace(" [année]", "", StringComparison.Ordinal);
}
