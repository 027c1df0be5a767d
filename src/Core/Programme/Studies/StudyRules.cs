using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Programme.Studies;

/// <summary>How a study goes from stage to stage.</summary>
public static class StudyRules
{
    public const int MostStages = 12;
    public const int MostStage = 80;

    /// <summary>Characters of the operator and of the cost.</summary>
    public const int MostLine = 300;

    /// <summary>Characters of the scope.</summary>
    public const int MostScope = 2_000;

    private static readonly string[] Usual =
        ["Sujet choisi", "Cadrage et cahier des charges", "Opérateur et financement", "Réalisation", "Validation", "Restitution", "Publication"];

    /// <summary>What actions of a kind go through; empty for a kind that is not followed by stages.</summary>
    public static IReadOnlyList<string> Stages(Platform platform, ActionKind kind) => platform.SettingOf(kind) switch
    {
        { Stages: { Count: > 0 } given } => given,
        _ => kind == ActionKind.Etude ? Usual : [],
    };

    /// <summary>
    /// A stage is reached: the action is confirmed by the second one, done with the last. Gone back to an earlier stage, it has
    /// not reached the later ones any more.
    /// </summary>
    /// <param name="stages">Those of its kind, in order.</param>
    /// <param name="today">On the platform's clock: nothing is reached in advance.</param>
    public static Decision<ProgrammeAction> Reach(
        ProgrammeAction action, IReadOnlyList<string> stages, string stage, DateOnly day, DateOnly today, string actor, DateTimeOffset now)
    {
        var place = Place(stages, stage);
        if (place < 0)
            return Refusal.Invalid(new FieldError("etape", stages.Count == 0 ? "Ce type d’action n’est pas suivi par étapes." : "Choisissez l’une des étapes."));
        var study = action.Study ?? Study.Begun;
        List<StageReached> before = [.. study.Reached.Where(reached => Place(stages, reached.Stage) is var other && other >= 0 && other < place)];
        if (day > today)
            return Refusal.Invalid(new FieldError("le", "Une étape se note une fois atteinte\u00A0: donnez un jour passé, ou aujourd’hui."));
        if (day.Year < action.Year - 5)
            return Refusal.Invalid(new FieldError("le", $"Ce jour est trop lointain\u00A0: donnez un jour depuis {action.Year - 5}."));
        if (before.Count > 0 && day < before[^1].Day)
            return Refusal.Invalid(new FieldError("le", $"L’étape précédente, «\u00A0{before[^1].Stage}\u00A0», a été atteinte le {FrenchDates.Day(before[^1].Day)}\u00A0: donnez un jour qui vienne après."));
        IReadOnlyList<StageReached> reached = [.. before, new StageReached(stages[place], day)];
        if (reached.SequenceEqual(study.Reached))
            return Decision.Done<ProgrammeAction>();
        return ProgrammeRules.Report(
            action with { Study = study with { Reached = reached } }, After(action.State, place, stages.Count), Said(stages[place], day), actor, now) switch
        {
            Decision<ProgrammeAction>.Accepted accepted => Decision.Accept(accepted.State, [.. accepted.Effects,
                new Effect.Note(actor, $"étape de l’action {action.Id}", $"note-stage-{action.Year}-{action.Id}-{Todo.Stamp(now)}", now, "")]),
            Decision<ProgrammeAction>.AlreadyDone => Decision.Accept(action with { Study = study with { Reached = reached } },
                new Effect.Note(actor, $"étape de l’action {action.Id}", $"note-stage-{action.Year}-{action.Id}-{Todo.Stamp(now)}", now, "")),
            var refused => refused,
        };
    }

    /// <summary>What was reported last, but that a stage was reached; null where nothing was.</summary>
    public static string? Told(ProgrammeAction action) =>
        action.Progress.LastOrDefault(note => action.Study is not { } study || study.Reached.All(reached => note.Text != Said(reached.Stage, reached.Day)))?.Text;

    private static string Said(string stage, DateOnly day) => $"{stage}\u00A0: étape atteinte le {FrenchDates.Day(day)}.";

    /// <summary>Who carries it out, what it covers, what it costs.</summary>
    public static Decision<ProgrammeAction> Describe(ProgrammeAction action, string by, string scope, string cost, string actor, DateTimeOffset now)
    {
        List<FieldError> errors = [];
        if (by.Length > MostLine)
            errors.Add(new FieldError("operateur", $"Gardez {MostLine} caractères au plus."));
        if (scope.Length > MostScope)
            errors.Add(new FieldError("champ", "Gardez 2 000 caractères au plus."));
        if (cost.Length > MostLine)
            errors.Add(new FieldError("cout", $"Gardez {MostLine} caractères au plus."));
        if (errors.Count > 0)
            return Refusal.Invalid(errors);
        var study = (action.Study ?? Study.Begun) with { Operator = by, Scope = scope, Cost = cost };
        return study == (action.Study ?? Study.Begun)
            ? Decision.Done<ProgrammeAction>()
            : Decision.Accept(action with { Study = study },
                new Effect.Note(actor, $"fiche de l’action {action.Id}", $"note-study-{action.Year}-{action.Id}-{Todo.Stamp(now)}", now, ""));
    }

    private static ActionState After(ActionState state, int place, int count) =>
        place == count - 1 ? ActionState.Done : place > 0 ? ActionState.Confirmed : state == ActionState.Done ? ActionState.Confirmed : state;

    private static int Place(IReadOnlyList<string> stages, string stage) => stages.Index().Where(pair => pair.Item == stage).Select(pair => pair.Index).DefaultIfEmpty(-1).First();
}
