using System.Globalization;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Groups;

/// <summary>The one message to each of those who wished for a group: it starts, or why it does not; whoever pilots it reads what comes next.</summary>
public static class LaunchMessages
{
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(120);

    /// <summary>Those who answered in favour of it.</summary>
    public static IReadOnlyList<AudienceMember> Told(Candidate candidate, Consultation consultation, Roster roster) => Wish.People(
        candidate.Interested.Select(backer => new Wish(backer.Organisation, backer.Contact)), roster.Having(consultation.Template.Roles, consultation.Template.Body), roster);

    /// <summary>Who is written which text. Of the pilot's organisation, all that answered for it.</summary>
    public static IReadOnlyList<(string Text, IReadOnlyList<AudienceMember> People)> Parts(LaunchCommand command, IReadOnlyList<AudienceMember> told)
    {
        IReadOnlyList<(string Text, IReadOnlyList<AudienceMember> People)> parts = command is LaunchCommand.Launch { Pilot: var pilot }
            ? [(TextCatalogue.GroupPilot, [.. told.Where(member => member.Organisation == pilot)]), (TextCatalogue.GroupLaunched, [.. told.Where(member => member.Organisation != pilot)])]
            : [(TextCatalogue.GroupCarriedOver, told)];
        return [.. parts.Where(part => part.People.Count > 0)];
    }

    /// <param name="people">As they are frozen, or sketched for a preview.</param>
    public static Mailing Of(LaunchCommand command, string text, ProgrammeAction action, Roster roster, Audience people)
    {
        Dictionary<string, string> values = new()
        {
            ["année"] = action.Year.ToString(CultureInfo.InvariantCulture),
            ["titre"] = Typography.Text(action.Title, Flavour.Mail),
        };
        switch (command)
        {
            case LaunchCommand.Launch when text == TextCatalogue.GroupPilot:
                break;
            case LaunchCommand.Launch launch:
                values["pilote"] = roster.Organisations.GetValueOrDefault(launch.Pilot)?.Name ?? "pas encore choisi";
                break;
            case LaunchCommand.CarryOver over:
                values["raison"] = Typography.Text(over.Reason, Flavour.Mail);
                break;
        }
        return new Mailing(
            Key(text, command, action), text, values, people,
            "Vous recevez ce message parce que vous avez répondu, pour [organisme], à la consultation sur les groupes de travail.",
            text == TextCatalogue.GroupPilot ? LaunchMeetingMessages.Link(Group.IdOf(action.Year, action.Id), command.Now)
                : new LinkTo(LinkPurpose.Person, "", command.Now + LinkLasts), Replay.SendAgain);
    }

    private static string Key(string text, LaunchCommand command, ProgrammeAction action) => $"{Name(text)}-{action.Year}-{action.Id}-{Todo.Stamp(command.Now)}".ToLowerInvariant();

    private static string Name(string text) => text switch
    {
        TextCatalogue.GroupPilot => "group-pilot",
        TextCatalogue.GroupLaunched => "group-launched",
        TextCatalogue.GroupCarriedOver => "group-carried-over",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
