using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Messages;
using Almanach.Web.Cockpit.Texts;
using Almanach.Web.Cockpit.Today;

namespace Almanach.Web.Cockpit.Year;

/// <summary>A step's own page.</summary>
/// <param name="Foreseen">What leaves in a moment, then what it will mail, as things stand.</param>
/// <param name="Sent">What it has mailed, but for receipts.</param>
/// <param name="Receipts">How many receipts of answers to it were mailed.</param>
/// <param name="Leaving">What is about to leave and can be undone.</param>
/// <param name="Needs">Steps it waits for.</param>
/// <param name="Followers">Steps that wait for it, or whose dates follow from it.</param>
/// <param name="TellsAtEnd">Its end, not its opening, is what people hear of.</param>
/// <param name="Room">The room where its work is done; null when there is none.</param>
public sealed record StepView(
    int Year, string Title, string Href, string When, string Was, string State, string Does, string? Held,
    IReadOnlyList<MailingView> Foreseen, IReadOnlyList<MessageLine> Sent, int Receipts, IReadOnlyList<LeavingView> Leaving,
    IReadOnlyList<NamedLink> Needs, IReadOnlyList<NamedLink> Followers, NamedLink? Room,
    IReadOnlyList<StepAct> Acts, bool Moves, bool TellsAtEnd)
{
    /// <summary>What an edition writes, and when, as the load of the weeks counts it.</summary>
    public IReadOnlyList<PlannedView> Planned { get; init; } = [];

    /// <summary>Where nothing is foreseen.</summary>
    public string Silence => TellsAtEnd
        ? "Rien ne part à l’ouverture. À la fin, chaque personne qui a fait une proposition apprend ce qu’elle devient\u00A0: vous lirez le message avant."
        : "Aucun message ne part de cette étape.";

    public static StepView Of(
        Setting setting, YearPlan plan, Step step, IReadOnlyList<MailingView> foreseen, IReadOnlyList<MessageLine> sent, int receipts, IReadOnlyList<LeavingView> leaving) => new(
        plan.Year, step.Title, Addresses.Step(plan.Year, step.Id), Words.Capital(setting.When(step)),
        step.Was is { } was && was != step.Starts ? setting.At(was) : "", Words.State(step), WorkOf(setting, plan, step), step.Held,
        foreseen, sent, receipts, leaving,
        [.. step.Needs.Select(plan.Find).OfType<Step>().Select(need => Link(setting, plan, need))],
        [.. Following(setting, plan, step).Select(follower => Link(setting, plan, follower))],
        RoomOf(plan.Year, step), StepActs.Offered(step), StepActs.Moves(step),
        step.Work is StepWork.ConsolidateThemes or StepWork.Meet { Decides: true });

    /// <summary>Its work; of a document or a convocation whose meeting was called off, what becomes of it instead.</summary>
    private static string WorkOf(Setting setting, YearPlan plan, Step step)
    {
        var does = StepWords.Does(setting, step, plan);
        if (step.State is StepState.Open or StepState.Closed || CycleRules.MissedBy(plan, step) is not { } meeting)
            return does;
        return CycleRules.ProspectOf(plan, step) == Prospect.DropsOut
            ? $"«\u00A0{meeting.Title}\u00A0» n’a pas lieu\u00A0: {(step.Work is StepWork.Publish ? "le document n’est pas établi" : "la convocation ne part pas")}, et personne ne reçoit de message."
            : step is { IsAhead: true, Held: null } ? $"«\u00A0{meeting.Title}\u00A0» n’a pas lieu\u00A0: cette étape attend que vous l’ouvriez ou la sautiez. {does}" : does;
    }

    private static NamedLink Link(Setting setting, YearPlan plan, Step step) =>
        new($"{step.Title} ({Words.State(step)}, {setting.ShortDay(step.Starts)})", Addresses.Step(plan.Year, step.Id));

    private static IEnumerable<Step> Following(Setting setting, YearPlan plan, Step step)
    {
        var dated = step.IsBehind ? [] : Shift.Of(setting, plan, step, step.Starts.AddDays(7), step.Ends?.AddDays(7)).Select(date => date.Step).Where(id => id != step.Id);
        return CycleRules.DependentsOf(plan, step.Id).Select(other => other.Id).Concat(dated).Distinct().Select(plan.Find).OfType<Step>().OrderBy(other => other.Starts);
    }

    private static NamedLink? RoomOf(int year, Step step) => step.Work switch
    {
        StepWork.Consult consult when !step.IsAhead && step.State != StepState.Skipped => new("Voir les réponses", Addresses.Consultation($"{year}-{consult.Consultation}")),
        StepWork.ConsolidateThemes => new("Regrouper les propositions", Addresses.Themes(year)),
        StepWork.Meet => new("Ouvrir la page de la réunion", Addresses.Meeting($"{year}-{step.Id}")),
        StepWork.OpenNextYear => new($"Préparer l’année {year + 1}", Addresses.Prepare(year + 1)),
        StepWork.Convene convene => new("Ouvrir la page de la réunion", Addresses.Meeting($"{year}-{convene.Meeting}")),
        _ => null,
    };
}

/// <summary>A message that an edition would write, by what it is for.</summary>
public sealed record PlannedView(string Title, string When)
{
    public static PlannedView Of(Setting setting, PlannedMail mail) => new(TextNames.Of(setting, mail.Text), $"Le {setting.At(mail.At)}, à {Words.People(mail.People.Count)}.");
}

/// <summary>A message about to leave.</summary>
/// <param name="Key">Names it to the form that undoes it.</param>
public sealed record LeavingView(string Key, string Subject, int Count, string At);
