using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle;

/// <summary>What each kind of step sets off when it opens and when it closes.</summary>
public static class StepEffects
{
    public static IEnumerable<Effect> OnOpen(int year, Step step, DateTimeOffset now)
    {
        var name = $"{year}/{step.Id}";
        var key = $"{year}-{step.Id}";
        return step.Work switch
        {
            StepWork.Consult consult => [new Effect.OpenConsultation(year, consult.Consultation, step.Ends, $"open-{key}", now, name)],
            StepWork.Convene convene => [new Effect.Convene($"{year}-{convene.Meeting}", [.. convene.Agenda.Select(line => Setting.Fill(line, year))], $"convene-{key}", now, name)],
            StepWork.Publish publish => [new Effect.DrawUp(year, publish.Document, publish.Body, $"draw-{key}", now, name)],
            StepWork.OpenNextYear => [new Effect.OpenYear(year + 1, $"year-{year + 1}", now, name)],
            StepWork.ConsolidateThemes or StepWork.Meet or StepWork.Milestone => [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public static IEnumerable<Effect> OnClose(int year, Step step, DateTimeOffset now)
    {
        var name = $"{year}/{step.Id}";
        var key = $"{year}-{step.Id}-{Todo.Stamp(now)}";
        return step.Work switch
        {
            StepWork.Consult consult => [new Effect.CloseConsultation($"{year}-{consult.Consultation}", $"close-{key}", now, name)],
            StepWork.ConsolidateThemes => [new Effect.TellAuthors(year, "devenir-regroupement", $"tell-{key}", now, name)],
            StepWork.Meet { Decides: true } => [new Effect.TellAuthors(year, "devenir-copil", $"tell-{key}", now + AfterFates, name)],
            StepWork.Meet or StepWork.Convene or StepWork.Publish or StepWork.Milestone or StepWork.OpenNextYear => [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The committee's choices reach the board of themes before its authors hear of them.</summary>
    private static readonly TimeSpan AfterFates = TimeSpan.FromMinutes(5);

    public static IEnumerable<Effect> OnReopen(int year, Step step, DateTimeOffset now) => step.Work switch
    {
        StepWork.Consult consult =>
            [new Effect.OpenConsultation(year, consult.Consultation, step.Ends, $"reopen-{year}-{step.Id}-{Todo.Stamp(now)}", now, $"{year}/{step.Id}")],
        StepWork.ConsolidateThemes or StepWork.Meet or StepWork.Milestone or StepWork.Convene or StepWork.Publish or StepWork.OpenNextYear => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <param name="why">What the coordinator says of it; may be empty.</param>
    public static Effect Noted(int year, Step step, CycleCommand command, string what, string why = "") =>
        new Effect.Note(command.Actor, $"étape {step.Id} {what}{(why.Length == 0 ? "" : $"\u00A0: {why}")}", $"note-{year}-{step.Id}-{what}-{Todo.Stamp(command.Now)}", command.Now, $"{year}/{step.Id}");

    /// <summary>Consolidation and the choices of a committee are tasks: only the coordinator says that they are done.</summary>
    public static bool ClosesByItself(this Step step) => step.Work switch
    {
        StepWork.ConsolidateThemes => false,
        StepWork.Meet meet => !meet.Decides,
        StepWork.Consult or StepWork.Milestone or StepWork.Convene or StepWork.Publish or StepWork.OpenNextYear => true,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The meeting step a convocation belongs to.</summary>
    public static string? MeetingOf(Step step) => step.Work is StepWork.Convene convene ? convene.Meeting : null;
}
