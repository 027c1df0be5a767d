using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Meetings;

/// <summary>How a meeting goes from planned to held.</summary>
public static class MeetingRules
{
    /// <param name="message">Key of the message that tells people, here and below.</param>
    public static Decision<Meeting> Convene(Meeting meeting, string message, IReadOnlyList<string> agenda, DateTimeOffset now) => meeting.State switch
    {
        MeetingState.Planned => Decision.Accept((meeting with { State = MeetingState.Convened, Agenda = agenda, ConvenedAt = now }).ToldBy(message)),
        MeetingState.Convened or MeetingState.Held => Decision.Done<Meeting>(),
        MeetingState.Cancelled => Refusal.Because(Why.NotNow, Cancelled),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Those who come hear of its date before they are convened.</summary>
    public static Decision<Meeting> Announce(Meeting meeting, string message) => meeting.State == MeetingState.Planned
        ? Decision.Accept(meeting.ToldBy(message))
        : Decision.Done<Meeting>();

    /// <summary>As it was convened, or as its convocation will have it.</summary>
    public static IReadOnlyList<string> Agenda(YearPlan plan, Meeting meeting) => meeting.Agenda.Count > 0 ? meeting.Agenda
        : [.. plan.Steps.Select(step => step.Work).OfType<StepWork.Convene>().FirstOrDefault(convene => $"{plan.Year}-{convene.Meeting}" == meeting.Id)?.Agenda
            .Select(line => Setting.Fill(line, plan.Year)) ?? []];

    /// <summary>It sat without quorum: what it found is kept for the minutes, and the sheet is a new one.</summary>
    /// <param name="was">When it sat, UTC.</param>
    /// <param name="now">When it is convened again, UTC.</param>
    public static Decision<Meeting> ConveneAgain(Meeting meeting, Sitting sitting, DateTimeOffset was, string message, DateTimeOffset now) =>
        meeting.First is not null || meeting.State is MeetingState.Cancelled or MeetingState.Held
            ? Decision.Done<Meeting>()
            : Decision.Accept((meeting with
            {
                State = MeetingState.Convened,
                ConvenedAt = meeting.ConvenedAt ?? now,
                First = new FirstSitting(was, sitting.Quorum.Counted, sitting.Quorum.Needed, sitting.Quorum.Members),
                Attendance = new Dictionary<string, AttendanceMode>(),
                Proxies = null,
                Seats = null,
            }).ToldBy(message));

    /// <summary>What has been held cannot be called off any more.</summary>
    public static Decision<Meeting> Cancel(Meeting meeting, string message) => meeting.State is MeetingState.Planned or MeetingState.Convened
        ? Decision.Accept((meeting with { State = MeetingState.Cancelled }).ToldBy(message))
        : Decision.Done<Meeting>();

    /// <summary>One called off takes place after all, as it was convened, or as it was to be.</summary>
    public static Decision<Meeting> Restore(Meeting meeting, string message) => meeting.State == MeetingState.Cancelled
        ? Decision.Accept((meeting with { State = meeting.ConvenedAt is null ? MeetingState.Planned : MeetingState.Convened }).ToldBy(message))
        : Decision.Done<Meeting>();

    /// <summary>The sheet as a whole, with its proxies and the members of that day.</summary>
    /// <param name="body">Null for the whole network.</param>
    /// <param name="nameOf">The name of a contact, for what is refused.</param>
    /// <param name="seen">Stamp of the sheet that was corrected; null when it does not matter.</param>
    public static Decision<Meeting> RecordAttendance(
        Meeting meeting, IReadOnlyDictionary<string, AttendanceMode> sheet, IReadOnlyDictionary<string, string> proxies, Body? body, IReadOnlyList<Seat> seats, Func<string, string> nameOf,
        string? seen = null)
    {
        if (meeting.State == MeetingState.Cancelled)
            return Refusal.Because(Why.NotNow, Cancelled);
        var kept = ProxyRules.Kept(sheet, proxies);
        if (Same(meeting.Attendance, sheet) && Same(meeting.Proxies ?? new Dictionary<string, string>(), kept))
            return Decision.Done<Meeting>();
        if (seen is not null && seen != AttendanceSheet.Stamp(meeting))
            return Refusal.Because(Why.Changed, "Quelqu’un a enregistré une autre feuille depuis que cette page est ouverte. Ce que vous avez saisi est toujours là\u00A0: relisez-le, puis enregistrez pour remplacer l’autre, ou rouvrez la page pour la voir.");
        return body is not null && ProxyRules.Check(body, seats, sheet, proxies, nameOf) is { Count: > 0 } errors
            ? Refusal.Invalid(errors)
            : Decision.Accept(meeting with { Attendance = sheet, Proxies = kept.Count > 0 ? kept : null, Seats = sheet.Count > 0 && body is not null ? seats : null });
    }

    private static bool Same<T>(IReadOnlyDictionary<string, T> one, IReadOnlyDictionary<string, T> other) =>
        one.Count == other.Count && other.All(row => one.TryGetValue(row.Key, out var value) && Equals(value, row.Value));

    private const string Cancelled = "Cette réunion est annulée. Rouvrez l’étape pour la tenir.";

    /// <summary>The decisions as a whole: sent again, they replace the former ones as long as the step is open.</summary>
    /// <param name="sitting">Who sat: votes and quorum are compared with it.</param>
    /// <param name="advisory">The coordinator knows that the quorum is not reached, and records them as an opinion.</param>
    public static Decision<Meeting> RecordDecisions(
        Meeting meeting, IReadOnlyList<MeetingDecision> decisions, IReadOnlyList<string> notes, Sitting sitting, bool advisory, string actor, DateTimeOffset now)
    {
        if (meeting.State == MeetingState.Cancelled)
            return Refusal.Because(Why.NotNow, Cancelled);
        if (now < meeting.Starts)
            return Refusal.Because(Why.NotNow, "Les décisions s’enregistrent une fois la réunion commencée.");
        decisions = [.. decisions.Select(decision => decision with { Recused = decision.Recused is { Count: > 0 } some ? [.. some.Distinct().Order(StringComparer.Ordinal)] : null })];
        List<FieldError> errors = [.. Check(decisions, meeting.Year), .. DecisionVoteRules.Check(decisions, sitting, decision => decision.Id)];
        if (errors.Count > 0)
            return Refusal.Invalid(errors);
        var withoutQuorum = decisions.Count > 0 && sitting.IsShort(decisions);
        if (withoutQuorum && !advisory)
            return Refusal.Invalid(new FieldError("avis", QuorumWords.Short(sitting)));
        if (notes.Sum(note => note.Length) + decisions.Sum(Length) > MaxCharacters)
            return Refusal.Invalid(new FieldError("notes", $"Le relevé dépasse {MaxCharacters / 1_000} 000 caractères : raccourcissez les notes."));

        var held = meeting with { State = MeetingState.Held, Decisions = decisions, Notes = notes, Advisory = withoutQuorum };
        if (Stored.Write(held) == Stored.Write(meeting))
            return Decision.Done<Meeting>();
        var stamp = Todo.Stamp(now);
        return Decision.Accept(held,
            new Effect.Note(actor, $"décisions de {meeting.Id}", $"note-decisions-{meeting.Id}-{stamp}", now, meeting.Step),
            new Effect.AdoptActions(meeting.Id, $"adopt-{meeting.Id}-{stamp}", now, meeting.Step),
            new Effect.RecordFates(meeting.Year, meeting.Id, $"fates-{meeting.Id}-{stamp}", now, meeting.Step));
    }

    /// <summary>All that is said of a meeting, in characters: its record and its minutes have a limit.</summary>
    public const int MaxCharacters = 200_000;

    private static int Length(MeetingDecision decision) =>
        decision.Id.Length + decision.Text.Length + decision.Themes.Sum(theme => theme.Length)
        + (decision.Action is { } action
            ? action.Title.Length + action.Note.Length + action.Conditions.Sum(condition => condition.Length)
                + action.Occurrences.Sum(occurrence => occurrence.Period.Length + occurrence.Place.Length)
            : 0);

    /// <summary>An action is named by it in keys, addresses and files.</summary>
    private static bool IsName(string id) =>
        id.Length is > 0 and <= 80 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static List<FieldError> Check(IReadOnlyList<MeetingDecision> decisions, int year)
    {
        List<FieldError> errors = [];
        foreach (var decision in decisions)
        {
            if (string.IsNullOrWhiteSpace(decision.Text))
                errors.Add(new FieldError(decision.Id, "Écrivez la décision en une phrase : elle figurera au compte-rendu."));
            if (decision.Outcome == DecisionOutcome.Adopt && decision.Action is null)
                errors.Add(new FieldError(decision.Id, "Dites quelle action du programme cette décision adopte."));
            if (decision.Action is { } action && string.IsNullOrWhiteSpace(action.Title))
                errors.Add(new FieldError(decision.Id, "Donnez un titre à l’action."));
            if (decision.Action?.Occurrences.All(occurrence => ProgrammeRules.IsNear(occurrence, year)) == false)
                errors.Add(new FieldError(decision.Id, ProgrammeRules.TooFar(year)));
            if (decision.Action is { } named && !IsName(named.Id))
                errors.Add(new FieldError(decision.Id, "Nommez l’action avec 1 à 80 lettres minuscules sans accent, chiffres et tirets, comme « atelier-logement »."));
        }
        errors.AddRange(decisions.GroupBy(decision => decision.Action?.Id).Where(group => group.Key is not null && group.Count() > 1)
            .Select(group => new FieldError(group.First().Id, $"Deux décisions adoptent la même action « {group.Key} ».")));
        return errors;
    }
}
