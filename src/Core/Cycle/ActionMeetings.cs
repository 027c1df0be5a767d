using Almanach.Core.Calendar;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Cycle;

/// <summary>The meetings that the programme's actions bring to a year: a step that meets, and the one that invites to it.</summary>
public static class ActionMeetings
{
    /// <summary>More than a year of meetings, and a plan is one record.</summary>
    public const int Most = 100;

    public const int MostAgenda = 20;

    /// <summary>Characters of a line of the agenda.</summary>
    public const int MostLine = 200;

    /// <summary>Days before a meeting at which its invitation leaves, unless the coordinator says otherwise.</summary>
    public const int UsualNotice = 21;

    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>The meetings of an action, in the order in which they were planned.</summary>
    public static IReadOnlyList<Step> Of(YearPlan plan, string action) => [.. plan.Steps.Where(step => step.Action == action && step.Work is StepWork.Meet)];

    /// <summary>The one that is still to come.</summary>
    public static Step? Ahead(YearPlan plan, string action) => Of(plan, action).FirstOrDefault(step => step.IsAhead);

    /// <summary>« atelier-logement » for the action « logement », then « atelier-logement-2 »: that of the meeting to come, or the next that is free.</summary>
    /// <param name="kind">« Atelier ».</param>
    public static string IdOf(YearPlan plan, string kind, string action)
    {
        if (Ahead(plan, action) is { } ahead)
            return ahead.Id;
        var prefix = French.Typography.Slug(kind, 40);
        var id = action == prefix || action.StartsWith($"{prefix}-", StringComparison.Ordinal) ? action : $"{prefix}-{action}";
        return Enumerable.Range(1, Most + 1).Select(n => n == 1 ? id : $"{id}-{n}").First(one => plan.Find(one) is null && plan.Find(Invitation(one)) is null);
    }

    /// <summary>When its invitation leaves: three weeks before, else the next working morning.</summary>
    public static DateTimeOffset Invites(PlatformZone zone, DateTimeOffset starts, DateTimeOffset now)
    {
        var usual = zone.At(Holidays.PreviousWorkingDay(zone.DayOf(starts).AddDays(-UsualNotice)), Morning);
        return usual > now ? usual : Soonest(zone, now);
    }

    /// <summary>The coordinator has the rest of the day to read it again.</summary>
    public static DateTimeOffset Soonest(PlatformZone zone, DateTimeOffset now) => zone.At(Holidays.NextWorkingDay(zone.DayOf(now).AddDays(1)), Morning);

    public static Decision<YearPlan> Add(YearPlan plan, CycleCommand.AddMeeting command)
    {
        var meeting = command.Meeting;
        if (plan.Find(command.Step) is { } known)
            return known.IsAhead && IsThat(known, meeting) ? Decision.Done<YearPlan>()
                : Refusal.Because(Why.NotNow, $"«\u00A0{known.Title}\u00A0» est déjà dans l’année {plan.Year}. Pour changer sa date, déplacez-la\u00A0; pour ne pas la tenir, sautez-la.");
        if (plan.Steps.Count(step => step.Action is not null && step.Work is StepWork.Meet) >= Most)
            return Refusal.Because(Why.NotNow, $"L’année {plan.Year} a déjà {Most} rencontres\u00A0: tenez-en, ou planifiez celle-ci l’année suivante.");
        if (Check(plan, meeting, command.Now) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);

        var meets = new Step(command.Step, "", meeting.Title, meeting.Starts, null, StepState.Planned, true, [],
            new StepWork.Meet(meeting.Kind, null, meeting.Place, meeting.Place.Length == 0, false, meeting.Link, meeting.Minutes), Action: meeting.Action);
        var invites = new Step(Invitation(command.Step), "", $"Invitation\u00A0: {meeting.Title}", meeting.Invites, null, StepState.Planned, true, [],
            new StepWork.Convene(command.Step, meeting.Agenda));
        return Decision.Accept(
            plan with { Steps = [.. plan.Steps.Append(invites).Append(meets).OrderBy(step => step.Starts).ThenBy(step => step.Id, StringComparer.Ordinal)] },
            StepEffects.Noted(plan.Year, meets, command, "planifiée"));
    }

    /// <summary>What the actions of meetings that change must be told: at once what is planned or called off, once it is over what was held.</summary>
    public static IEnumerable<Effect> Follow(YearPlan before, YearPlan after, CycleCommand command)
    {
        foreach (var step in after.Steps)
            if (step is { Action: not null, Work: StepWork.Meet meet } && Changed(before.Find(step.Id), step))
                yield return new Effect.FollowMeeting(after.Year, step.Id, command is CycleCommand.AddMeeting add ? add.Meeting.Reason : "",
                    $"follow-{after.Year}-{step.Id}-{Todo.Stamp(command.Now)}", step.State is StepState.Closed or StepState.Open ? command.Now.AddMinutes(meet.Minutes) : command.Now);
    }

    private static bool Changed(Step? before, Step after) =>
        before is null || (before.Starts, before.State, before.Work) != (after.Starts, after.State, after.Work);

    private static bool IsThat(Step step, NewMeeting meeting) => step.Work is StepWork.Meet meet
        && (step.Action, step.Starts, meet.Minutes, meet.Place, meet.Link) == (meeting.Action, meeting.Starts, meeting.Minutes, meeting.Place, meeting.Link);

    private static string Invitation(string meeting) => $"invitation-{meeting}";

    private static List<FieldError> Check(YearPlan plan, NewMeeting meeting, DateTimeOffset now)
    {
        List<FieldError> errors = [];
        if (meeting.Starts <= now)
            errors.Add(new FieldError("jour", "Choisissez un jour à venir."));
        else if (Math.Abs(meeting.Starts.Year - plan.Year) > 1)
            errors.Add(new FieldError("jour", ProgrammeRules.TooFar(plan.Year)));
        else if (meeting.Invites <= now)
            errors.Add(new FieldError("invitation", "L’invitation part un jour à venir\u00A0: choisissez-en un autre."));
        else if (meeting.Invites >= meeting.Starts)
            errors.Add(new FieldError("invitation", "L’invitation partirait après la rencontre\u00A0: choisissez un jour plus lointain pour la rencontre, ou plus proche pour l’invitation."));
        if (meeting.Minutes is < 15 or > 1_440)
            errors.Add(new FieldError("duree", "Donnez une durée de 15 minutes à 24 heures."));
        errors.AddRange(CycleArrangements.Check(meeting.Place, meeting.Link));
        if (meeting.Agenda.Count > MostAgenda || meeting.Agenda.Any(line => line.Length is 0 or > MostLine))
            errors.Add(new FieldError("ordre", $"Gardez {MostAgenda} points au plus, de {MostLine} caractères au plus."));
        return errors;
    }
}
