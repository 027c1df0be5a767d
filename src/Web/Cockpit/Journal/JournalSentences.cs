using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Web.Cockpit.Texts;

namespace Almanach.Web.Cockpit.Journal;

/// <summary>A line of the journal as the coordinator reads it.</summary>
internal static class JournalSentences
{
    public static string What(string kind) => kind switch
    {
        nameof(Effect.StartStep) => "Le jour de l’étape est venu",
        nameof(Effect.EndStep) => "La fin de l’étape est venue",
        nameof(Effect.OpenConsultation) => "Consultation ouverte",
        nameof(Effect.AskNewcomer) => "Consultations ouvertes proposées à la personne ajoutée",
        nameof(Effect.CloseConsultation) => "Consultation close",
        nameof(Effect.SettleConsultation) => "Les réponses tardives ne sont plus prises",
        nameof(Effect.CollectProposals) => "Propositions recueillies",
        nameof(Effect.CountVote) => "Vote dépouillé",
        nameof(Effect.TellAuthors) => "Auteurs de propositions informés",
        nameof(Effect.Convene) => "Réunion convoquée",
        nameof(Effect.TellNewDate) => "Nouvelle date annoncée",
        nameof(Effect.TellArrangement) => "Nouvelle heure ou nouveau lieu annoncés",
        nameof(Effect.CancelMeeting) => "Réunion annulée",
        nameof(Effect.RestoreMeeting) => "Réunion rétablie",
        nameof(Effect.AdoptActions) => "Actions inscrites au programme",
        nameof(Effect.RecordFates) => "Devenir des thèmes noté",
        nameof(Effect.DrawUp) => "Document composé",
        nameof(Effect.OpenYear) => "Année ouverte",
        nameof(Effect.SendMailing) => "Message préparé",
        nameof(Effect.InformContacts) => "Personnes ajoutées informées",
        nameof(Effect.ApplyImport) => "Fichier de contacts importé",
        nameof(Effect.Note) => "Décision",
        _ => "Autre",
    };

    /// <summary>The detail, without an id: empty where the rest of the line says all.</summary>
    /// <param name="subjects">Subjects of messages, by key.</param>
    public static string Detail(Setting setting, JournalLine line, IReadOnlyDictionary<string, string> subjects) => line.Kind switch
    {
        nameof(Effect.SendMailing) => subjects.GetValueOrDefault(line.Subject.Split(' ')[0], ""),
        nameof(Effect.TellAuthors) => TextNames.Of(setting, line.Subject),
        nameof(Effect.OpenYear) => line.Subject,
        nameof(Effect.Note) => Note(setting, line.Subject, subjects),
        _ => "",
    };

    public static string Who(Roster roster, string actor) => actor switch
    {
        "" => "",
        Coordination.Id => "Vous",
        _ => People.Name(roster, actor),
    };

    /// <summary>Notes begin with what they are about and its id: « étape vote ouverte », « texte relance modifié », « message … annulé ».</summary>
    private static string Note(Setting setting, string subject, IReadOnlyDictionary<string, string> subjects) => subject.Split(' ', 3) switch
    {
        ["étape", _, var rest] => $"Étape {rest}",
        ["texte", var id, var rest] => $"Texte «\u00A0{TextNames.Of(setting, id)}\u00A0» {rest}",
        ["message", var key, var rest] => $"Message {(subjects.TryGetValue(key, out var known) ? $"«\u00A0{known}\u00A0» " : "")}{rest}",
        _ => Words.Capital(subject),
    };
}
