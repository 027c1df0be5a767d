using Almanach.Core.Engine;
using Almanach.Core.Network;

namespace Almanach.Core.Groups;

/// <summary>How a group changes while it lives.</summary>
public static class LivingRules
{
    public const int MostMembers = 100;
    public const int MostResources = 30;
    public const int MostName = 120;
    public const int MostOrganisation = 160;

    /// <summary>Characters of the plan.</summary>
    public const int MostPlan = 10_000;

    /// <summary>Characters of a year's report.</summary>
    public const int MostReport = 4_000;

    /// <summary>Its pilot, référent, members, resource persons and plan anew; what else it is stays.</summary>
    public static Decision<Group> Edit(Group group, GroupEdit edit, Roster roster)
    {
        List<FieldError> errors = [];
        if (edit.Pilot.Length > 0 && !roster.Organisations.ContainsKey(edit.Pilot))
            errors.Add(new FieldError("pilote", "Choisissez un organisme du réseau."));
        if (edit.Referent is { } referent && roster.OrganisationOf(referent) is null)
            errors.Add(new FieldError("referent", "Choisissez une personne du réseau."));
        if (edit.Members.Count > MostMembers)
            errors.Add(new FieldError("organismes", $"Un groupe a au plus {MostMembers} membres."));
        if (edit.Members.Except(group.Members).Any(member => !roster.Organisations.ContainsKey(member.Organisation) || (member.Contact is { } contact && roster.Contacts.GetValueOrDefault(contact)?.Organisation != member.Organisation)))
            errors.Add(new FieldError("organismes", "Choisissez chaque membre parmi les organismes et les personnes du réseau."));
        if (edit.Resources.Count > MostResources)
            errors.Add(new FieldError("ressources", $"Un groupe a au plus {MostResources} personnes ressources."));
        if (edit.Resources.Any(person => person.Name.Length is 0 or > MostName || person.Organisation.Length > MostOrganisation))
            errors.Add(new FieldError("ressources", $"Donnez à chaque personne ressource un nom, {MostName} caractères au plus, et un organisme, {MostOrganisation} au plus."));
        if (edit.Plan.Length > MostPlan)
            errors.Add(new FieldError("plan", "Gardez 10 000 caractères au plus."));
        if (errors.Count > 0)
            return Refusal.Invalid(errors);
        var edited = group with { Pilot = edit.Pilot, Referent = edit.Referent, Members = edit.Members, Resources = edit.Resources, Plan = edit.Plan };
        return Stored.Write(edited) == Stored.Write(group) ? Decision.Done<Group>() : Decision.Accept(edited);
    }

    /// <summary>What it did in a year; said again, it replaces what was said of that year.</summary>
    /// <param name="today">On the platform's clock: no report of a year to come.</param>
    public static Decision<Group> Report(Group group, int year, string text, DateOnly today, DateTimeOffset now)
    {
        if (year < group.Launched.Year || year > today.Year)
            return Refusal.Invalid(new FieldError("annee", $"Donnez une année de {group.Launched.Year} à {today.Year}."));
        if (text.Length is 0 or > MostReport)
            return Refusal.Invalid(new FieldError("bilan", "Écrivez le bilan de l’année, 4 000 caractères au plus."));
        if (group.Reports.Any(report => report.Year == year && report.Text == text))
            return Decision.Done<Group>();
        return Decision.Accept(group with
        {
            Reports = [.. group.Reports.Where(report => report.Year != year).Append(new YearReport(year, text, now)).OrderBy(report => report.Year)],
        });
    }

    /// <summary>Launched once more: the pilot and the volunteers of now, beside the members, the plan and the reports it has.</summary>
    public static Group Again(Group before, Group launched) => before with
    {
        Launched = launched.Launched,
        Pilot = launched.Pilot,
        Referent = launched.Referent,
        Members = [.. before.Members.Union(launched.Members)],
        Closed = null,
        Proposal = null,
    };

    /// <summary>Ends its work, or takes it up again.</summary>
    public static Decision<Group> Turn(Group group, GroupState state, DateTimeOffset now) => state == group.State
        ? Decision.Done<Group>()
        : Decision.Accept(group with { Closed = state == GroupState.Closed ? now : null });

    /// <summary>Who comes for a member, and who answers for the group, once somebody takes another's place; null when nothing changes.</summary>
    public static Group? Pass(Group group, string from, string to)
    {
        if (group.Referent != from && group.Members.All(member => member.Contact != from))
            return null;
        return group with
        {
            Referent = group.Referent == from ? to : group.Referent,
            Members = [.. group.Members.Select(member => member.Contact == from ? member with { Contact = to } : member).Distinct()],
        };
    }

    /// <summary>A group past keeping, without its resource persons; null when nothing changes.</summary>
    /// <param name="past">Whether an instant is past keeping.</param>
    public static Group? After(Group group, Func<DateTimeOffset, bool> past) =>
        group.Closed is { } closed && group.Resources.Count > 0 && past(closed) ? group with { Resources = [] } : null;

    /// <summary>Without one resource person; null when she is none.</summary>
    public static Group? Without(Group group, Func<string, bool> isHer) =>
        group.Resources.Any(person => isHer(person.Name)) ? group with { Resources = [.. group.Resources.Where(person => !isHer(person.Name))] } : null;
}

/// <summary>What the coordinator may change of a group.</summary>
public sealed record GroupEdit(string Pilot, string? Referent, IReadOnlyList<GroupMember> Members, IReadOnlyList<ResourcePerson> Resources, string Plan);
