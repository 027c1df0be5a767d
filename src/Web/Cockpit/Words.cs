using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit;

/// <summary>How the cockpit says dates, states and people.</summary>
internal static class Words
{
    /// <summary>« mardi 12 avril 2022 à 9 h ».</summary>
    public static string At(this Setting setting, DateTimeOffset instant) => FrenchDates.DayAt(setting.Zone.LocalOf(instant));

    /// <summary>« mardi 12 avril 2022 ».</summary>
    public static string Day(this Setting setting, DateTimeOffset instant) => FrenchDates.Day(setting.Zone.DayOf(instant));

    /// <summary>« mardi 12 avril ».</summary>
    public static string ShortDay(this Setting setting, DateTimeOffset instant) => FrenchDates.ShortDay(setting.Zone.DayOf(instant));

    /// <summary>An end, as people say it: « vendredi 14 octobre 2022 au soir » for the midnight that follows.</summary>
    public static string End(this Setting setting, DateTimeOffset ends) => FrenchDates.EndInFull(setting.Zone.LocalOf(ends));

    /// <summary>« dans onze jours ».</summary>
    public static string Away(this Setting setting, DateTimeOffset instant, DateTimeOffset now) =>
        FrenchDates.Relative(setting.Zone.DayOf(instant), setting.Zone.DayOf(now));

    public static string People(int count) => Numbers.Count(count, "personne", "personnes");

    /// <summary>« deux personnes », « 31 personnes ».</summary>
    public static string Counted(int count, string singular, string plural, bool feminine = false) =>
        count == 0 ? $"{(feminine ? "aucune" : "aucun")} {singular}" : $"{Numbers.Words(count, feminine)}\u00A0{(count < 2 ? singular : plural)}";

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A step is left out, a meeting does not take place; a step is done, a meeting was held.</summary>
    /// <param name="edition">What became of the edition it sends; null for any other step.</param>
    public static string State(Step step, EditionState? edition = null) => step switch
    {
        { State: StepState.Closed } when edition == EditionState.Held => "retenue",
        { State: StepState.Closed } when edition == EditionState.GivenUp => "abandonnée",
        { Waiting: true } => "vous attend",
        { State: StepState.Planned } => Agree(step, "prévu"),
        { State: StepState.Postponed } => Agree(step, "reporté"),
        { State: StepState.Open } => "en cours",
        { State: StepState.Closed, Work: StepWork.Meet } => Agree(step, "tenu"),
        { State: StepState.Closed } => "faite",
        { State: StepState.Skipped, Work: StepWork.Meet } => "n’a pas lieu",
        { State: StepState.Skipped } => "sautée",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A meeting bears its own gender, any other step that of « étape ».</summary>
    private static string Agree(Step step, string masculine) =>
        Gender.Agree(step.Work is StepWork.Meet meet ? meet.Kind : "étape", masculine);

    /// <summary>When a step happens: one instant, or from and until.</summary>
    public static string When(this Setting setting, Step step) => step.Ends is { } ends
        ? $"du {setting.At(step.OpenedAt is { } opened && opened < step.Starts ? opened : step.Starts)} au {setting.End(ends)}"
        : $"le {setting.At(step.Starts)}";

    /// <summary>Name of a body in a sentence; the network without one.</summary>
    public static string Body(this Setting setting, string? body) =>
        body is null ? "le réseau" : $"le {Lower(setting.Platform.Bodies.FirstOrDefault(other => other.Id == body)?.Name ?? body)}";

    /// <summary>The first letter small, unless an acronym begins.</summary>
    public static string Lower(string text) => text is [_, var second, ..] && char.IsLower(second) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    /// <summary>« le programme de travail »; minutes of another meeting than the one that chooses the actions are named after it.</summary>
    public static string Document(StepWork.Publish work, Core.Cycle.YearPlan plan) => work.Meeting is { } meeting && plan.Find(meeting) is { } step
        ? $"le compte-rendu de la réunion «\u00A0{step.Title}\u00A0»"
        : Document(work.Document);

    public static string Document(DocumentKind kind) => kind switch
    {
        DocumentKind.BilanEtCollecte => "le bilan de l’année et la collecte des thèmes",
        DocumentKind.CompteRendu => "le compte-rendu du comité",
        DocumentKind.Programme => "le programme de travail",
        DocumentKind.Bilan => "le bilan de l’année",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
