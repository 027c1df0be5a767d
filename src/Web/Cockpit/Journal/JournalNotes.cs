using System.Globalization;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Cockpit.Texts;

namespace Almanach.Web.Cockpit.Journal;

/// <summary>
/// What people decided, in words. A note begins with what it is about and names it by id (« contact c0012 »,
/// « étape vote ouverte »): names stand in place of ids here.
/// </summary>
internal static class JournalNotes
{
    public static string Of(JournalNames names, JournalLine line) => line.Subject.Split(' ') switch
    {
        ["étape", "de", "l’action", var id] => $"Étape atteinte par l’action {names.Action(id, line.Key)}",
        ["étape", _, .. var rest] => $"Étape {Skipped(string.Join(' ', rest))}",
        ["texte", var id, .. var rest] => $"Texte «\u00A0{TextNames.Of(names.Setting, id)}\u00A0» {string.Join(' ', rest)}",
        ["message", "reçu", _, "rattaché"] => "Message reçu, rattaché à une personne et à une question",
        ["message", "reçu", _, var done] => $"Message reçu, {done}",
        ["message", var key, .. var rest] => $"Message {(names.Message(key) is { Length: > 0 } subject ? $"«\u00A0{subject}\u00A0» " : "")}{string.Join(' ', rest)}",
        ["organisme", var id] => $"Fiche enregistrée\u00A0: {names.Organisation(id)}",
        ["contact", var id] => $"Fiche enregistrée\u00A0: {names.Person(id)}",
        ["personne", var id, "ajoutée"] => $"Personne ajoutée\u00A0: {names.Person(id)}",
        ["rôles", "de", var from, "passés", "à", var to] => $"Rôles {Elision.De(names.Person(from))}, passés à {names.Person(to)}",
        ["invitation", "de", var id] => $"Invitation à ce qui est ouvert\u00A0: {names.Person(id)}",
        ["départ", "de", var id] => $"Départ\u00A0: {names.Person(id)}",
        ["plus", "de", "message", "à", var id] => $"Plus de message à {names.Person(id)}",
        ["lettre", var list, "quittée"] => $"Ne veut plus recevoir {Letter(names, list)}",
        ["lettre", var list, "reprise"] => $"Reçoit de nouveau {Letter(names, list)}",
        ["lettre", var list, "quittée", "pour", var id] => $"{names.Person(id)} ne veut plus recevoir {Letter(names, list)}",
        ["lettre", var list, "reprise", "pour", var id] => $"{names.Person(id)} reçoit de nouveau {Letter(names, list)}",
        ["lettre", var list, "abonnement", "retiré"] => $"Un abonnement à {Letter(names, list)} retiré, à la demande de la personne",
        ["adresse", "essayée", "de", "nouveau", "pour", var id] => $"Adresse essayée de nouveau pour {names.Person(id)}",
        ["messages", "repris", "pour", var id] => $"Messages repris pour {names.Person(id)}",
        ["données", "effacées\u00A0:", .. var ids] => Erased(names, [.. ids.Select(id => id.TrimEnd(','))]),
        ["effacement", "demandé", "par", var id] => $"Effacement demandé par {names.Person(id)}",
        ["changement", "d’adresse", "demandé", "par", var id] => $"Changement d’adresse demandé par {names.Person(id)}",
        ["demande", "close", "de", var id] => $"Demande sur ses données, close\u00A0: {names.Person(id)}",
        ["effacement", "de", var id] => $"Effacement des données\u00A0: {names.Person(id)}",
        ["demande", "de", "remplacement", "pour", var id] => $"Demande de remplacement pour {names.Organisation(id)}",
        ["demande", "de", "remplacement", _, "traitée"] => "Demande de remplacement traitée",
        ["suite", "de", var from, "par", var to] => $"{names.Person(to)} prend la suite {Elision.De(names.Person(from))}",
        ["mandats", var body, "décidés"] => $"Mandats décidés\u00A0: {names.Setting.Platform.BodyOf(body)?.Name ?? body}",
        ["import", _, .. var rest] => $"Import\u00A0: {string.Join(' ', rest)}",
        ["consultation", var id, "ouverte"] => $"Consultation ouverte\u00A0: {names.Titled(id)}",
        ["réponse", "prise", "par", "téléphone", var key] => $"Réponse prise par téléphone\u00A0: {Answered(names, key)}",
        ["réponse", "notée", "d’un", "courriel", var key] => $"Réponse notée d’un courriel\u00A0: {Answered(names, key)}",
        ["décisions", "de", var id] => $"Décisions enregistrées\u00A0: {names.Titled(id)}",
        ["action", var id, var state] => $"Action {names.Action(id, line.Key)}\u00A0: {State(state)}",
        ["groupe", var id, "fiche"] => $"Fiche enregistrée\u00A0: {names.Group(id)}",
        ["groupe", var id, "bilan"] => $"Bilan enregistré\u00A0: {names.Group(id)}",
        ["groupe", var id, "fin"] => $"Groupe terminé\u00A0: {names.Group(id)}",
        ["groupe", var id, "reprise"] => $"Groupe repris\u00A0: {names.Group(id)}",
        ["catalogue", "fiche", var id, var done] => $"Fiche du catalogue {done}\u00A0: {names.Entry(id)}",
        ["catalogue", "inventaire", "importé", var count] => $"Inventaire importé au catalogue\u00A0: {Entries(count)}",
        ["catalogue", "erreur", _, "traitée"] => "Erreur signalée au catalogue, traitée",
        ["catalogue", "proposition", _, var done] => $"Proposition d’un producteur {done}, au catalogue",
        ["catalogue", "besoin", _, var done] => $"Besoin exprimé au catalogue, {done}",
        ["intervenants", "de", "l’action", var id] => $"Intervenants de l’action {names.Action(id, line.Key)}",
        ["fiche", "de", "l’action", var id] => $"Fiche de l’action {names.Action(id, line.Key)}",
        ["dates", "de", "l’action", var id] => $"Dates de l’action {names.Action(id, line.Key)}",
        ["document", var id, "déposé"] => $"Document déposé\u00A0: {names.Document(id)}",
        ["document", var id, "remplacé"] => $"Nouvelle version déposée\u00A0: {names.Document(id)}",
        ["document", var id, "fiche"] => $"Fiche du document\u00A0: {names.Document(id)}",
        ["document", var id, "retiré"] => $"Document retiré\u00A0: {names.Document(id)}",
        ["document", var id, "remis"] => $"Document remis en ligne\u00A0: {names.Document(id)}",
        ["document", var id, "diffusion"] => $"Diffusion du document\u00A0: {names.Document(id)}",
        ["page", var id, "modifiée"] => $"Page du site modifiée\u00A0: {Site.SiteWords.Page(id)}",
        ["adhésion", "acceptée", _] => "Demande d’adhésion acceptée",
        ["adhésion", "déclinée", _] => "Demande d’adhésion déclinée",
        ["compte-rendu", "approuvé", var year] => $"Compte-rendu publié comme approuvé ({year})",
        ["nouvelle", "version", var kind, var year] => $"Nouvelle version\u00A0: {Document(kind)} ({year})",
        _ => Words.Capital(line.Subject),
    };

    /// <summary>« Données effacées, le temps de conservation passé : 2 personnes, CAF de la Drôme, Insee ».</summary>
    private static string Erased(JournalNames names, IReadOnlyList<string> ids)
    {
        var organisations = ids.Select(id => names.Roster.OrganisationOf(id)?.Name).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return $"Données effacées, le temps de conservation passé\u00A0: {Numbers.Count(ids.Count, "personne", "personnes")}{string.Concat(organisations.Select(name => $", {name}"))}";
    }

    /// <summary>Notes of before said « passée » of a step left out.</summary>
    private static string Skipped(string what) => what.StartsWith("passée", StringComparison.Ordinal) ? $"sautée{what["passée".Length..]}" : what;

    private static string Letter(JournalNames names, string list) =>
        names.Setting.Platform.Newsletters.FirstOrDefault(letter => letter.Id == list) is { } letter ? $"«\u00A0{letter.Title}\u00A0»" : "une lettre";

    private static string Entries(string count) => int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Numbers.Count(number, "fiche", "fiches") : count;

    private static string State(string state) => Posted.Named<ActionState>(state) is { } known ? ProgrammeWords.Name(known) : state;

    private static string Document(string kind) => Posted.Named<DocumentKind>(kind) is { } known ? Words.Document(known) : kind;

    /// <summary>« 2022-themes-dreets-1 »: the unit stands between the consultation and the revision.</summary>
    private static string Answered(JournalNames names, string key)
    {
        var known = names.Roster.Organisations.Keys.Concat(names.Roster.Contacts.Keys)
            .Where(unit => key[..Math.Max(0, key.LastIndexOf('-'))].EndsWith($"-{unit}", StringComparison.Ordinal)).MaxBy(unit => unit.Length);
        return known is null ? key : names.Unit(known);
    }
}
