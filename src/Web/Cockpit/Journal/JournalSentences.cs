using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Web.Cockpit.Texts;

namespace Almanach.Web.Cockpit.Journal;

/// <summary>A line of the journal as the coordinator reads it.</summary>
internal static class JournalSentences
{
    /// <param name="actor">Whoever decided; empty where nobody did.</param>
    public static string What(string kind, string actor) => kind switch
    {
        nameof(Effect.StartStep) => "Le jour de l’étape est venu",
        nameof(Effect.EndStep) => "La fin de l’étape est venue",
        nameof(Effect.OpenConsultation) => "Consultation ouverte",
        nameof(Effect.HandOver) => "Ce qui était demandé à une personne, passé à une autre",
        nameof(Effect.SendLinks) => "Un nouveau lien, demandé par son adresse",
        nameof(Effect.ReadMail) => "Un message reçu, lu",
        nameof(Effect.AskSuccessor) => "Un organisme sollicité pour dire qui prend la suite",
        nameof(Effect.SuppressAddresses) => "Adresse notée, pour ne plus recevoir ou l’avoir signalé comme indésirable",
        nameof(Effect.AskNewcomer) => "Ce qui est ouvert, regardé pour une personne",
        nameof(Effect.AskImported) => "Ce qui est ouvert, regardé pour les personnes importées",
        nameof(Effect.CloseConsultation) => "Consultation close",
        nameof(Effect.SettleConsultation) => "Les réponses tardives ne sont plus prises",
        nameof(Effect.CollectProposals) => "Propositions mises à jour",
        nameof(Effect.CollectContributions) => "Contributions à la lettre mises à jour",
        nameof(Effect.UpdateCatalogue) => "Réponse d’un producteur portée au catalogue",
        nameof(Effect.CheckDeliveries) => "Fichiers de données vérifiés",
        nameof(Effect.TakeInFile) => "Fichier de données pris en compte",
        nameof(Effect.PrintPortrait) => "Portrait social mis en PDF",
        nameof(Effect.Acknowledge) => "Accusé de réception d’une réponse donnée en plusieurs fois",
        nameof(Effect.CountVote) => "Vote dépouillé",
        nameof(Effect.TellAuthors) => "Auteurs de propositions informés",
        nameof(Effect.Convene) => "Réunion convoquée",
        nameof(Effect.AnnounceDate) => "Date retenue annoncée",
        nameof(Effect.TellNewDate) => "Nouvelle date annoncée",
        nameof(Effect.TellArrangement) => "Nouvelle heure ou nouveau lieu annoncés",
        nameof(Effect.ConveneAgain) => "Réunion convoquée une seconde fois",
        nameof(Effect.CancelMeeting) => "Réunion annulée",
        nameof(Effect.RestoreMeeting) => "Réunion rétablie",
        nameof(Effect.TellRegistered) => "Personnes inscrites prévenues",
        nameof(Effect.TendRegistration) => "Inscriptions suivies",
        nameof(Effect.AdoptActions) => "Actions inscrites au programme",
        nameof(Effect.FollowMeeting) => "Action du programme mise à jour d’après sa rencontre",
        nameof(Effect.RecordFates) => "Devenir des thèmes noté",
        nameof(Effect.JoinUpload) => "Fichier reçu par morceaux",
        nameof(Effect.LaunchGroup) => "Groupe de travail créé",
        nameof(Effect.DrawUp) => "Document composé",
        nameof(Effect.AskApproval) => "Compte-rendu soumis à l’approbation",
        nameof(Effect.SettleMinutes) => "Fin du délai d’approbation du compte-rendu",
        nameof(Effect.ApproveMinutes) => "Compte-rendu approuvé",
        nameof(Effect.OpenYear) => "Année ouverte",
        nameof(Effect.AskAgain) => "Relances du matin préparées",
        nameof(Effect.DeliverBatch) => "Copies d’un message remises",
        nameof(Effect.CallContributions) => "Contributions à la lettre demandées",
        nameof(Effect.PrepareEdition) => "Articles de la lettre réunis",
        nameof(Effect.AskEditors) => "Comité éditorial consulté",
        nameof(Effect.SettleEdition) => "Fin de la relecture de la lettre",
        nameof(Effect.SendEdition) => "Lettre envoyée, ou retenue faute d’article approuvé",
        nameof(Effect.FollowEdition) => "Numéro de la lettre mis à jour d’après son étape",
        nameof(Effect.TakeUpMailing) => "Envoi d’un message repris ou arrêté",
        nameof(Effect.SendMailing) => "Message préparé",
        nameof(Effect.InformContacts) => "Personnes ajoutées informées",
        nameof(Effect.ApplyImport) => "Fichier de contacts importé",
        nameof(Effect.ErasePerson) => "Données d’une personne effacées, à sa demande",
        nameof(Effect.Note) => actor.Length > 0 ? "Décision" : "Automatique",
        _ => "Autre",
    };

    /// <summary>The detail, in names; empty where the rest of the line says all.</summary>
    public static string Detail(JournalNames names, JournalLine line) => line.Kind switch
    {
        nameof(Effect.SendMailing) => names.Message(line.Subject.Split(' ')[0]),
        nameof(Effect.TellAuthors) => TextNames.Of(names.Setting, line.Subject),
        nameof(Effect.OpenYear) => line.Subject,
        nameof(Effect.LaunchGroup) => names.Group(line.Subject),
        nameof(Effect.FollowMeeting) => names.Titled(line.Subject),
        nameof(Effect.AskNewcomer) or nameof(Effect.AskSuccessor) or nameof(Effect.ErasePerson) => names.Person(line.Subject),
        nameof(Effect.SuppressAddresses) => string.Join(", ", line.Subject.Split(' ').Select(names.Person)),
        nameof(Effect.HandOver) => string.Join(", puis ", line.Subject.Split('/').Select(names.Person)),
        nameof(Effect.CollectProposals) or nameof(Effect.CollectContributions) or nameof(Effect.UpdateCatalogue) or nameof(Effect.CheckDeliveries) or nameof(Effect.Acknowledge) when line.Subject.Split('/') is [_, var unit, _] => names.Unit(unit),
        nameof(Effect.Note) => JournalNotes.Of(names, line),
        _ => "",
    };

    public static string Who(JournalNames names, string actor) => actor switch
    {
        "" => "",
        Coordination.Id => "Vous",
        _ => names.Person(actor),
    };
}
