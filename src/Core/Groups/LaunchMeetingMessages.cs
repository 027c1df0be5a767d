using System.Globalization;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Groups;

/// <summary>What those who lead a group are written about it; its button opens the group on their own page.</summary>
public static class LaunchMeetingMessages
{
    /// <summary>The room of one's own page for a group that one leads: « groupe/2022-vieillir ».</summary>
    public const string Room = "groupe";

    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(400);

    /// <summary>Who answers for it; where nobody does any more, the référents of the pilot.</summary>
    public static IReadOnlyList<AudienceMember> Leaders(Group group, Roster roster) => group.Pilot.Length == 0 && group.Referent is null ? []
        : Wish.People([new Wish(group.Pilot, group.Referent)], roster.Having([RoleKind.Referent, RoleKind.Suppleant], null), roster);

    public static LinkTo Link(string group, DateTimeOffset now) => new(LinkPurpose.Person, $"{Room}/{group}", now + LinkLasts);

    /// <param name="planned">With the meeting in its plan.</param>
    public static Mailing Agreed(LaunchMeeting planned, Audience people, Setting setting, DateTimeOffset now) =>
        Of("launch-meeting-agreed", TextCatalogue.LaunchMeetingAgreed, planned.Group, people, now, Values(planned, setting)) with { Expires = planned.Ahead!.Starts };

    /// <summary>What tells those who lead a group; null where nothing is to be told, or the group lives no more.</summary>
    /// <param name="known">With the meeting in its plan.</param>
    /// <param name="step">Of the meeting.</param>
    public static Mailing? Of(LaunchMeeting known, Step step, LaunchNews news, Audience people, Setting setting, DateTimeOffset now) => (news.Kind, known.Group.State) switch
    {
        (LaunchNewsKind.None, _) or (_, GroupState.Closed) => null,
        (LaunchNewsKind.Planned, _) => Agreed(known, people, setting, now),
        (LaunchNewsKind.Moved, _) => Of("launch-meeting-moved", TextCatalogue.LaunchMeetingMoved, known.Group, people, now,
            new(Values(known, setting)) { ["ancienne date"] = FrenchDates.DayAt(setting.Zone.LocalOf(news.Was!.Value)) }) with
        { Expires = known.Ahead!.Starts },
        // As with those convened: that it was called off is worth knowing even late.
        (LaunchNewsKind.CalledOff, _) => Of("launch-meeting-off", TextCatalogue.LaunchMeetingCalledOff, known.Group, people, now,
            new() { ["date"] = FrenchDates.DayAt(setting.Zone.LocalOf(news.Was ?? step.Starts)) }),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Dictionary<string, string> Values(LaunchMeeting planned, Setting setting)
    {
        var meet = (StepWork.Meet)planned.Ahead!.Work;
        return new()
        {
            ["date"] = FrenchDates.DayAt(setting.Zone.LocalOf(planned.Ahead.Starts)),
            ["durée"] = FrenchDates.Length(meet.Minutes),
            ["lieu"] = Presence.Where(meet),
            ["envoi"] = FrenchDates.Day(setting.Zone.DayOf(planned.Invitation!.Starts)),
        };
    }

    public static Mailing Declined(Group group, string reason, Audience people, DateTimeOffset now) =>
        Of("launch-meeting-declined", TextCatalogue.LaunchMeetingDeclined, group, people, now, new() { ["raison"] = Typography.Text(reason, Flavour.Mail) });

    private static Mailing Of(string what, string text, Group group, Audience people, DateTimeOffset now, Dictionary<string, string> values)
    {
        values["année"] = group.Year.ToString(CultureInfo.InvariantCulture);
        values["titre"] = Typography.Text(group.Title, Flavour.Mail);
        return new Mailing($"{what}-{group.Id}-{Todo.Stamp(now)}".ToLowerInvariant(), text, values, people,
            "Vous recevez ce message parce que [organisme] pilote ce groupe de travail.", Link(group.Id, now), Replay.SendAgain);
    }
}
