using System.Globalization;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Groups;

/// <summary>The one message to those who wished for a group: it starts, or why it does not.</summary>
public static class LaunchMessages
{
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(120);

    /// <summary>Those who answered in favour of it.</summary>
    public static IReadOnlyList<AudienceMember> Told(Candidate candidate, Consultation consultation, Roster roster) => Wish.People(
        candidate.Interested.Select(backer => new Wish(backer.Organisation, backer.Contact)), roster.Having(consultation.Template.Roles, consultation.Template.Body), roster);

    /// <param name="people">As they are frozen, or sketched for a preview.</param>
    public static Mailing Of(LaunchCommand command, ProgrammeAction action, Roster roster, Audience people)
    {
        Dictionary<string, string> values = new()
        {
            ["année"] = action.Year.ToString(CultureInfo.InvariantCulture),
            ["titre"] = Typography.Text(action.Title, Flavour.Mail),
        };
        switch (command)
        {
            case LaunchCommand.Launch launch:
                values["pilote"] = roster.Organisations.GetValueOrDefault(launch.Pilot)?.Name ?? "pas encore choisi";
                break;
            case LaunchCommand.CarryOver over:
                values["raison"] = Typography.Text(over.Reason, Flavour.Mail);
                break;
        }
        return new Mailing(
            Key(command, action), command is LaunchCommand.Launch ? TextCatalogue.GroupLaunched : TextCatalogue.GroupCarriedOver, values, people,
            "Vous recevez ce message parce que vous avez répondu, pour [organisme], à la consultation sur les groupes de travail.",
            new LinkTo(LinkPurpose.Person, "", command.Now + LinkLasts), Replay.SendAgain);
    }

    private static string Key(LaunchCommand command, ProgrammeAction action) =>
        $"{(command is LaunchCommand.Launch ? "group-launched" : "group-carried-over")}-{action.Year}-{action.Id}-{Todo.Stamp(command.Now)}".ToLowerInvariant();
}
