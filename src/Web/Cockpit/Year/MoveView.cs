using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Cycle.Collisions;
using Almanach.Core.Engine;
using Almanach.Web.Cockpit.Messages;

namespace Almanach.Web.Cockpit.Year;

/// <summary>A step to be moved: its new days, and everything that follows, proposed in one list.</summary>
/// <param name="Starts">The new first day as the field sends it; empty for an open step, whose end alone can change.</param>
/// <param name="Ends">The new last day; null for a step of one instant.</param>
/// <param name="Moves">The step itself first, then what depends on it; empty until a day is given.</param>
/// <param name="Stamp">What was shown: the same must be what is confirmed.</param>
/// <param name="Polled">Those who come were asked for the date: they are told of it, and the question closes.</param>
public sealed record MoveView(
    string Title, string Href, string Now, string? Starts, string? Ends, IReadOnlyList<MoveLine> Moves,
    IReadOnlyList<MailingView> Mailings, int People, string Stamp, string Grace, bool Polled = false);

/// <summary>One step and its proposed dates.</summary>
/// <param name="Own">It is the step that is moved: always accepted.</param>
/// <param name="Impossible">Why it cannot be moved there; null when it can.</param>
/// <param name="Flags">Holidays, other steps that day, notice too short.</param>
public sealed record MoveLine(string Step, string Title, string From, string To, bool Own, bool Accepted, string? Impossible, IReadOnlyList<string> Flags)
{
    public bool Stays => To == From;

    /// <param name="accepted">Steps that are ticked; null before anybody chose: all but those open whose end, announced already, would come earlier.</param>
    public static IReadOnlyList<MoveLine> All(Setting setting, YearPlan plan, IReadOnlyList<NewDate> dates, IReadOnlyCollection<string>? accepted, DateTimeOffset now) =>
        [.. dates.Select((date, i) => Of(setting, plan, plan.With(Possible(plan, dates, now)), date, i == 0, accepted, now))];

    private static MoveLine Of(Setting setting, YearPlan plan, YearPlan moved, NewDate date, bool own, IReadOnlyCollection<string>? accepted, DateTimeOffset now)
    {
        var step = plan.Find(date.Step)!;
        var impossible = step.IsAhead && date.Starts < now ? "Cette date est déjà passée\u00A0: laissez l’étape où elle est, ou déplacez-la ensuite."
            : date.Ends <= now ? "Cette fin est déjà passée." : null;
        var shortened = !own && impossible is null && step.State == StepState.Open && date.Ends < step.Ends;
        return new MoveLine(
            step.Id, step.Title, setting.When(step), setting.When(step with { Starts = date.Starts, Ends = date.Ends }),
            own, own || (impossible is null && (accepted?.Contains(step.Id) ?? !shortened)), own ? null : impossible,
            [.. shortened ? (string[])["Elle est ouverte, et sa fin est déjà annoncée\u00A0: cochez seulement si vous voulez l’avancer."] : [], .. YearCollisions.Of(setting, moved, moved.Find(step.Id)!).Select(collision => collision.Sentence)]);
    }

    /// <summary>The dates that are still ahead: a proposal in the past is shown, and cannot be accepted.</summary>
    /// <param name="dates">The step itself first.</param>
    public static IReadOnlyList<NewDate> Possible(YearPlan plan, IReadOnlyList<NewDate> dates, DateTimeOffset now) =>
        [.. dates.Where((date, i) => i == 0 || ((date.Starts >= now || plan.Find(date.Step)!.State == StepState.Open) && !(date.Ends <= now)))];

    /// <summary>Names the dates shown: the same stamp means the same dates.</summary>
    public static string Stamp(IReadOnlyList<NewDate> dates) =>
        string.Join('.', dates.Select(date => $"{date.Step}-{Todo.Stamp(date.Starts)}-{(date.Ends is { } ends ? Todo.Stamp(ends) : "")}"));

    /// <summary>What a day looks like in a field.</summary>
    public static string? LastDay(Setting setting, DateTimeOffset? ends) => ends is { } end ? Days.Field(ConsultationDesk.LastDay(end, setting.Zone)) : null;
}
