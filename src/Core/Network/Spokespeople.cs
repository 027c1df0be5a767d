using Almanach.Core.Platforms;

namespace Almanach.Core.Network;

/// <summary>Who is asked what an organisation answers, by the roles that the platform's questions name.</summary>
public static class Spokespeople
{
    public static bool Asks(this Platform platform, Contact contact) => platform.Consultations.Any(template =>
        template is { Unit: AnswerUnit.Organisation, Body: null } && template.Roles.Any(contact.Is));

    /// <summary>What is amiss where an organisation has no référent; null where it has one.</summary>
    /// <param name="people">Its people who are there.</param>
    public static string? Missing(this Platform platform, IReadOnlyList<Contact> people)
    {
        if (people.Any(person => person.Is(RoleKind.Referent)))
            return null;
        var asked = people.Where(person => platform.Asks(person)).Select(person => person.Name).ToList();
        return asked.Count == 0
            ? "Sans personne référente ni suppléante, rien ne lui est demandé."
            : $"Sans personne référente\u00A0: ce qui lui est demandé va à {French.Lists.Join(asked)}.";
    }
}
