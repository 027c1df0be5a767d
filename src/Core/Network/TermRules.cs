using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Network;

/// <summary>Terms of office: whose ends when, and what is decided of it. Pure. Field names are those of the cockpit's form.</summary>
public static class TermRules
{
    /// <summary>So many days before its end, a term is to be decided on.</summary>
    public const int DaysAhead = 60;

    /// <summary>The members of a body and those whose term is over, by name of their organisation; who has no end yet comes first.</summary>
    public static IReadOnlyList<Seated> Of(Body body, Roster roster, DateOnly today) =>
        [.. roster.Contacts.Values.Where(contact => contact.Active && roster.OrganisationOf(contact.Id) is { Active: true })
            .Where(contact => contact.SitsIn(body.Id) || contact.TermIn(body.Id) is { Last: false } term && term.Until >= today.AddYears(-1))
            .Select(contact => new Seated(contact, roster.Organisations[contact.Organisation], contact.TermIn(body.Id), contact.SitsIn(body.Id)))
            .OrderBy(seated => seated.Term?.Until).ThenBy(seated => Typography.Fold(seated.Organisation.Name), StringComparer.Ordinal).ThenBy(seated => seated.Contact.Id, StringComparer.Ordinal)];

    /// <summary>Those nobody has decided on though the end is near or past; none where the body has no terms.</summary>
    public static IReadOnlyList<Seated> Due(Body body, Roster roster, DateOnly today) => body.TermYears == 0 ? []
        : [.. Of(body, roster, today).Where(seated => seated.Term is { Last: false } term && term.Until.AddDays(-DaysAhead) <= today)];

    /// <summary>The end of a term that follows: so many years after the one before, or from today on where there was none.</summary>
    public static DateOnly Next(Body body, Seated seated, DateOnly today) => (seated.Term?.Until ?? today).AddYears(Math.Max(1, body.TermYears));

    /// <summary>What is amiss with what was decided.</summary>
    public static IReadOnlyList<FieldError> Check(Body body, IReadOnlyList<TermDecision> decisions, Roster roster, DateOnly today)
    {
        List<FieldError> errors = [];
        var seated = Of(body, roster, today).ToDictionary(one => one.Contact.Id);
        foreach (var decision in decisions)
            if (!seated.TryGetValue(decision.Contact, out var one))
                errors.Add(new FieldError($"decision-{decision.Contact}", "Cette personne ne siège plus dans cette instance. Relisez la liste, puis enregistrez de nouveau."));
            else if (decision.Choice is TermChoice.Renewed or TermChoice.Replaced && (decision.Until is not { } until || until <= today || until > today.AddYears(20)))
                errors.Add(new FieldError($"terme-{decision.Contact}", $"Donnez la fin du mandat {Elision.De(one.Contact.Name)}\u00A0: un jour à venir."));
            else if (decision.Choice == TermChoice.Replaced && (roster.Active.All(other => other.Id != decision.By || other.Organisation != one.Contact.Organisation) || decision.By == decision.Contact))
                errors.Add(new FieldError($"par-{decision.Contact}", $"Choisissez qui remplace {one.Contact.Name}, parmi les autres personnes de son organisme. Si elle n’y est pas, ajoutez-la d’abord dans le réseau."));
        return errors;
    }

    /// <summary>The cards that what was decided changes, whole. Only where <see cref="Check"/> finds nothing.</summary>
    public static IReadOnlyList<Contact> Decide(Body body, IReadOnlyList<TermDecision> decisions, Roster roster, DateOnly today)
    {
        Dictionary<string, Contact> changed = [];
        Contact Card(string id) => changed.GetValueOrDefault(id) ?? roster.Contacts[id];
        foreach (var decision in decisions)
        {
            var before = Card(decision.Contact);
            var kind = before.Roles.FirstOrDefault(role => role.Body == body.Id)?.Kind ?? before.TermIn(body.Id)?.Kind ?? RoleKind.Member;
            switch (decision.Choice)
            {
                case TermChoice.Renewed:
                    changed[before.Id] = Seat(before, body.Id, kind, decision.Until!.Value);
                    break;
                case TermChoice.Ended:
                    changed[before.Id] = With(before, new Term(body.Id, kind, before.TermIn(body.Id)?.Until ?? today.AddDays(-1), Last: true)).On(today);
                    break;
                case TermChoice.Replaced:
                    changed[before.Id] = With(before, new Term(body.Id, kind, Earlier(before.TermIn(body.Id)?.Until, today.AddDays(-1)), Last: true)).On(today);
                    changed[decision.By] = Seat(Card(decision.By), body.Id, kind, decision.Until!.Value);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        return [.. changed.Values.Where(contact => Stored.Write(contact) != Stored.Write(roster.Contacts[contact.Id])).OrderBy(contact => contact.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// A card as the coordinator saves it: who is given a role again after the end of a term sits without one, and a term goes
    /// with the role that is taken away.
    /// </summary>
    public static Contact Kept(Contact contact, DateOnly today) =>
        contact.Terms is not { } terms || terms.All(term => term.IsOver(today) != contact.SitsIn(term.Body)) ? contact
            : contact with { Terms = terms.Where(term => term.IsOver(today) != contact.SitsIn(term.Body)).ToList() is { Count: > 0 } kept ? kept : null };

    /// <summary>One sentence for the minutes; empty where nothing was decided.</summary>
    public static string Minutes(Body body, IReadOnlyList<TermDecision> decisions, Roster roster)
    {
        string Names(TermChoice choice) => Lists.Join(decisions.Where(decision => decision.Choice == choice).Select(decision => choice == TermChoice.Replaced
            ? $"{roster.Contacts[decision.Contact].Name}, que remplace {roster.Contacts[decision.By].Name}" : roster.Contacts[decision.Contact].Name));
        List<string> parts = [];
        foreach (var group in decisions.Where(decision => decision.Choice == TermChoice.Renewed).GroupBy(decision => decision.Until!.Value).OrderBy(group => group.Key))
            parts.Add($"sont renouvelés jusqu’au {FrenchDates.Day(group.Key)}\u00A0: {Lists.Join(group.Select(decision => roster.Contacts[decision.Contact].Name))}");
        if (Names(TermChoice.Replaced) is { Length: > 0 } replaced)
            parts.Add($"prennent fin par un remplacement\u00A0: {replaced}");
        if (Names(TermChoice.Ended) is { Length: > 0 } ended)
            parts.Add($"ne sont pas renouvelés\u00A0: {ended}");
        return parts.Count == 0 ? "" : $"Mandats au {body.Name.ToLowerInvariant()}. {string.Join("\u00A0; ", parts.Select((part, index) => index == 0 ? Capitals.First(part) : part))}.";
    }

    private static DateOnly Earlier(DateOnly? one, DateOnly other) => one is { } day && day < other ? day : other;

    private static Contact Seat(Contact contact, string body, RoleKind kind, DateOnly until)
    {
        var roles = contact.SitsIn(body) ? contact.Roles : [.. contact.Roles.Where(role => role.Kind != RoleKind.Reader), new Role(kind, body)];
        return With(contact with { Roles = roles }, new Term(body, kind, until));
    }

    private static Contact With(Contact contact, Term term) => contact with { Terms = [.. (contact.Terms ?? []).Where(other => other.Body != term.Body), term] };
}

/// <summary>Somebody who sits in a body, or did until her term ended.</summary>
/// <param name="Term">Null where no end was ever set.</param>
/// <param name="Sits">Whether she sits today.</param>
public sealed record Seated(Contact Contact, Organisation Organisation, Term? Term, bool Sits);

/// <summary>What is decided of one term.</summary>
/// <param name="Until">The last day of the term that follows; null where none does, or it cannot be read.</param>
/// <param name="By">Id of whoever takes the seat; empty elsewhere.</param>
public sealed record TermDecision(string Contact, TermChoice Choice, DateOnly? Until, string By);

public enum TermChoice
{
    Renewed,

    /// <summary>Not renewed: she sits to the end of her term; without one, no longer.</summary>
    Ended,

    /// <summary>Somebody else of her organisation takes the seat, from now on.</summary>
    Replaced,
}
