using System.Text;
using Almanach.Core.Data.Deliveries.Uploads;
using Almanach.Core.French;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Platforms;
using Almanach.Core.Retention;

namespace Almanach.Core.Privacy;

/// <summary>
/// The entry of the record of processing activities (« fiche de registre », GDPR art. 30.1), from what the platform says of
/// itself and from the rules that erase: what only the controller knows is left to be filled in, and says so.
/// </summary>
/// <param name="Headings">In the order of article 30.1.</param>
public sealed record RegisterEntry(string Title, IReadOnlyList<RegisterHeading> Headings)
{
    /// <summary>Stands where only the controller knows.</summary>
    public const string ToFill = "À compléter par le responsable du traitement";

    /// <param name="readsMail">Whether the mail that arrives is read.</param>
    public static RegisterEntry Of(Platform platform, bool readsMail)
    {
        var legal = platform.Legal;
        var months = Numbers.Count(legal.RetentionMonths, "mois", "mois");
        var letters = platform.Newsletters.Count > 0;
        var files = platform.Consultations.Any(consultation => consultation.AsksDeliveries());
        var secret = platform.Consultations.Any(consultation => consultation.IsSecret());
        return new RegisterEntry($"Fiche de registre\u00A0: {platform.Brand.Name}",
        [
            new("Responsable du traitement",
            [
                $"{legal.Controller}.",
                $"Délégué à la protection des données\u00A0: {legal.Dpo}.",
                $"Service chargé du traitement\u00A0: la coordination de la plate-forme ({platform.Coordinator.Name}, {platform.Brand.Mailbox}).",
            ]),
            new("Finalités",
            [
                "Consulter les organismes membres sur les travaux de l’année et recueillir leurs propositions, leurs réponses et leurs votes.",
                "Convoquer et tenir les réunions, en établir les comptes-rendus.",
                "Publier le programme de l’année et le suivre, animer les groupes de travail.",
                "Tenir la liste des personnes qui représentent les organismes, et les informer.",
                "Inscrire le public aux rencontres ouvertes, et recevoir les sujets qu’il propose.",
                "Étudier les demandes d’adhésion, et répondre aux messages de la page «\u00A0Contact\u00A0».",
                .. letters ? [$"Envoyer {(platform.Newsletters.Count == 1 ? "la lettre" : "les lettres")} de la plate-forme aux membres et au public abonné."] : Array.Empty<string>(),
            ]),
            new("Base légale",
            [
                legal.Basis,
                .. letters ? ["Abonnement du public à une lettre\u00A0: le consentement, donné sur le formulaire puis confirmé par un lien, et retiré en un geste (article 6, paragraphe 1, point a)."] : Array.Empty<string>(),
            ]),
            new("Catégories de personnes",
            [
                "Personnes qui représentent un organisme membre, ou y sont tenues informées.",
                "Personnes inscrites à une rencontre ouverte à tous.",
                "Personnes qui proposent un sujet sur la page publique.",
                "Représentant légal et personne référente d’un organisme qui demande à adhérer.",
                "Personnes qui écrivent par la page «\u00A0Contact\u00A0».",
                .. letters ? ["Personnes abonnées à une lettre, hors du réseau."] : Array.Empty<string>(),
                "Intervenants aux rencontres, personnes ressources des groupes de travail.",
                "Coordination de la plate-forme.",
            ]),
            new("Catégories de données",
            [
                "Identité et vie professionnelle\u00A0: prénom, nom, organisme, fonction, adresse électronique, rôles et mandats, provenance de l’adresse.",
                "Demandes d’adhésion\u00A0: nom et fonction du représentant légal\u00A0; prénom, nom, fonction et adresse électronique de la personne référente\u00A0; ce que l’organisme dit vouloir faire.",
                "Messages de la page «\u00A0Contact\u00A0»\u00A0: nom et adresse donnés, objet, texte.",
                "Participation\u00A0: réponses et propositions, présences et représentations aux réunions, inscriptions et besoins déclarés pour y venir.",
                .. files ? ["Fichiers de données transmis par les organismes\u00A0: qui les a déposés, quand, qui a attesté qu’ils peuvent l’être, et qui a accepté que des valeurs en soient lues corrigées. Ce sont des résultats agrégés\u00A0; aucun fichier nominatif n’est attendu."] : Array.Empty<string>(),
                .. letters ? ["Lettres\u00A0: celles que chaque membre ne veut plus recevoir, et depuis quand\u00A0; d’une personne abonnée hors du réseau, l’adresse seule et le jour de sa confirmation."] : Array.Empty<string>(),
                $"Échanges\u00A0: messages envoyés et leur remise{(readsMail ? ", courriels reçus" : "")}, demandes.",
                .. secret ? ["Votes secrets\u00A0: qui a voté d’une part, les bulletins d’autre part, sans lien entre les deux."] : Array.Empty<string>(),
                "Traces\u00A0: journal des décisions, par identifiants, sans nom ni adresse.",
                "Aucune donnée sensible n’est demandée. Un besoin déclaré pour venir à une rencontre peut toucher à la santé\u00A0: il n’est lu que par la coordination, et effacé avec l’inscription.",
            ]),
            new("Destinataires",
            [
                "La coordination, pour l’ensemble.",
                "Les membres\u00A0: le nom des organismes qui proposent et soutiennent. Les collègues\u00A0: qui a répondu pour leur organisme. Les membres d’une instance\u00A0: le nom de ceux qui y siègent.",
                "Le public\u00A0: le programme et les documents publiés, où figurent des organismes.",
            ]),
            new("Sous-traitants",
            [
                $"Hébergement\u00A0: {legal.Hosting}.",
                $"Envoi des messages, sauvegardes\u00A0: {Lower(ToFill)} (nom du prestataire, contrat au sens de l’article 28).",
            ]),
            new("Transferts hors de l’Union européenne", [$"Aucun n’est fait par l’application elle-même. {ToFill} pour ses prestataires."]),
            new("Durées de conservation",
            [
                $"Une personne\u00A0: {months} après son départ, ou celui de son organisme\u00A0; à sa demande, sans attendre. De qui s’est opposé aux messages, l’adresse seule est gardée.",
                $"Le texte d’un message\u00A0: {months} après son envoi. Sa nature, sa date et sa remise restent.",
                $"Un courriel reçu\u00A0: {RetentionRules.MailDays} jours après qu’il est traité.",
                $"Qu’une adresse ne reçoit plus, ou a signalé un message comme indésirable (son empreinte seule)\u00A0: tant qu’elle est celle d’une personne, sinon {months}.",
                $"Un message de la page «\u00A0Contact\u00A0»\u00A0: {RetentionRules.MailDays} jours après qu’il est traité.",
                $"Une demande d’adhésion\u00A0: {months} après la décision, ou après la demande si personne n’a décidé. Acceptée, la personne référente entre dans le réseau, avec la durée d’une personne.",
                $"Un fichier d’import\u00A0: {RetentionRules.ImportDays} jours.",
                $"Une inscription à une rencontre\u00A0: {RegistrationTimes.DaysKept} jours après la rencontre\u00A0; sans confirmation, {RegistrationRules.Hold.TotalHours:0} heures.",
                $"L’adresse laissée avec un sujet, une demande de remplacement ou sur ses données\u00A0: {months}.",
                .. letters ? [$"Un abonnement à une lettre\u00A0: jusqu’au désabonnement, qui efface l’adresse aussitôt\u00A0; une demande non confirmée, {SubscriptionRequest.Lasts.TotalDays:0} jours."] : Array.Empty<string>(),
                $"Le nom d’un intervenant\u00A0: {months} après la fin de l’année de son programme\u00A0; celui d’une personne ressource, {months} après la fin du groupe.",
                .. files ? [$"Un fichier de données\u00A0: sans limite tant qu’il vaut ou s’il a été accepté\u00A0; remplacé sans avoir été accepté, {months} après son dépôt\u00A0; dont l’envoi n’a pas abouti, {UploadRules.Days} jours."] : Array.Empty<string>(),
                "Sans limite\u00A0: les réponses, qui sont celles des organismes, sans le nom de qui les a données une fois la personne effacée\u00A0; les comptes-rendus et documents, tels qu’ils ont été diffusés.",
                $"L’effacement se fait chaque nuit, à partir de {RetentionRules.Hour} heures, et le journal en rend compte.",
            ]),
            new("Mesures de sécurité",
            [
                "Les membres n’ont ni compte ni mot de passe\u00A0: un lien personnel signé, qui expire, se révoque au départ et n’est jamais inscrit dans les traces.",
                "La coordination entre avec un code à usage unique envoyé à sa seule adresse\u00A0; chaque formulaire porte un jeton.",
                "Les échanges sont chiffrés (HTTPS)\u00A0; les pages personnelles ne sont ni indexées ni gardées en cache.",
                "Le journal et les traces ne contiennent ni nom, ni adresse, ni réponse. Aucun traceur, aucune mesure d’audience.",
                "Rien n’est perdu si le programme s’arrête\u00A0: toute décision est écrite avec ce qui en découle. Les sauvegardes se restaurent, et sont de nouveau effacées la première nuit.",
            ]),
            new("Droits des personnes",
            [
                "Accès et portabilité\u00A0: depuis leur page, un fichier JSON de tout ce qui est conservé. Rectification\u00A0: nom et fonction aussitôt, adresse après vérification.",
                .. letters ? ["Lettres\u00A0: chaque lettre porte un lien pour ne plus la recevoir, qui vaut sans compte ni délai, et celui qui ouvre le choix de tout ce que l’on reçoit."] : Array.Empty<string>(),
                "Opposition\u00A0: en un choix, à effet immédiat. Effacement\u00A0: demandé depuis leur page, fait par la coordination dans le mois.",
                "Information\u00A0: un message à chaque personne ajoutée, la page «\u00A0Données personnelles\u00A0», et l’adresse de la CNIL.",
            ]),
        ]);
    }

    /// <summary>The same to be kept as a text.</summary>
    public string Markdown(DateOnly day)
    {
        var text = new StringBuilder($"# {Title}\n\nÉtablie le {FrenchDates.Day(day)}, d’après la configuration de la plate-forme (RGPD, article 30).\n");
        foreach (var heading in Headings)
            text.Append($"\n## {heading.Title}\n\n").AppendJoin('\n', heading.Lines.Select(line => $"- {line.ReplaceLineEndings(" ")}")).Append('\n');
        return text.ToString();
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}

public sealed record RegisterHeading(string Title, IReadOnlyList<string> Lines);
