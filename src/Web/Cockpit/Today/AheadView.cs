using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Messages;
using Almanach.Web.Cockpit.Texts;

namespace Almanach.Web.Cockpit.Today;

/// <summary>Something that will happen by itself.</summary>
/// <param name="Mails">To how many people something leaves; 0 for nothing.</param>
/// <param name="Names">Who they are.</param>
public sealed record AheadView(DateTimeOffset At, string When, string Title, string Detail, string Href, int Mails, IReadOnlyList<string> Names)
{
    /// <summary>Why some are not reminded that morning; empty where nobody is held back.</summary>
    public string Waits { get; init; } = "";

    /// <summary>Who they are.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    public static IReadOnlyList<AheadView> All(TodayMatter matter) =>
        [.. matter.Pending.Where(pending => pending.At > matter.Now).Select(pending => Of(matter, pending)).OfType<AheadView>()
            .Concat(Told(matter.Mornings).Select(morning => Reminder(matter, morning)))
            .OrderBy(ahead => ahead.At)];

    /// <summary>The mornings without those on which the same people go on waiting and nothing leaves.</summary>
    private static IEnumerable<Morning> Told(IReadOnlyList<Morning> mornings)
    {
        HashSet<string> waiting = [];
        foreach (var morning in mornings)
        {
            if (morning.People.Count > 0 || !waiting.IsSupersetOf(morning.Held))
                yield return morning;
            waiting = [.. morning.Held];
        }
    }

    private static AheadView? Of(TodayMatter matter, Pending pending) => pending.Effect switch
    {
        Effect.StartStep start when Find(matter, start.Year, start.Id) is { } step => Opening(matter, start, step),
        Effect.EndStep end when Find(matter, end.Year, end.Id) is { } step => new AheadView(
            pending.At, matter.Setting.At(pending.At), $"Clôture\u00A0: {step.Title}", "Aucun message ne part.", Addresses.Step(end.Year, end.Id), 0, []),
        Effect.TellAuthors tell => new AheadView(
            pending.At, matter.Setting.At(pending.At), TextNames.Of(matter.Setting, tell.Text), "Un message part à chaque personne qui a fait une proposition, puis peut être annulé pendant une minute dans Messages.",
            Addresses.Messages, 0, []),
        Effect.SendMailing send => new AheadView(
            pending.At, matter.Setting.At(pending.At), Named(matter.Setting, send.Mailing), $"Un message part à {Words.People(send.Mailing.Audience.Count)}. Il peut encore être annulé.",
            Addresses.Messages, send.Mailing.Audience.Count, []),
        Effect.CallContributions call when Edited(matter, call.Edition) is ({ } step, { } letter) && letter.Contributors.Count > 0 => new AheadView(
            Leaves(matter, pending), matter.Setting.At(Leaves(matter, pending)), $"Demande de contributions\u00A0: {step.Title}", "Un message part aux personnes à qui les contributions sont demandées.",
            Addresses.Edition(call.Edition), matter.Roster.Having(letter.Contributors, null).Count, []),
        Effect.PrepareEdition prepare when Edited(matter, prepare.Edition) is ({ } step, { Editors: null }) => new AheadView(
            pending.At, matter.Setting.At(pending.At), $"Articles réunis\u00A0: {step.Title}", "Aucun message ne part\u00A0: vous approuvez les articles.", Addresses.Edition(prepare.Edition), 0, []),
        Effect.PrepareEdition prepare when Edited(matter, prepare.Edition) is ({ } step, not null) => new AheadView(
            Leaves(matter, pending), matter.Setting.At(Leaves(matter, pending)), $"Articles réunis\u00A0: {step.Title}", "Un message part au comité éditorial, s’il y a des articles.",
            Addresses.Edition(prepare.Edition), 0, []),
        _ => null,
    };

    /// <summary>When people are written to about what falls due for an edition: nobody is on a day off.</summary>
    private static DateTimeOffset Leaves(TodayMatter matter, Pending pending) => Core.Newsletter.EditionTimes.Writes(pending.At, pending.At, matter.Setting.Zone);

    private static (Step? Step, NewsletterSetting? Letter) Edited(TodayMatter matter, string edition) =>
        matter.Plans.SelectMany(plan => plan.Steps.Where(step => Core.Newsletter.Edition.IdOf(plan.Year, step.Id) == edition)).FirstOrDefault() is { Work: StepWork.SendEdition work } step
            ? (step, matter.Setting.Newsletter(work.Newsletter)) : default;

    /// <summary>« Convocation à une réunion : Comité de pilotage »: what its text is for, and about what.</summary>
    private static string Named(Setting setting, Mailing mailing)
    {
        var name = TextNames.Of(setting, mailing.Text);
        var about = mailing.Values.GetValueOrDefault("document") ?? mailing.Values.GetValueOrDefault("titre");
        return about is { Length: > 0 } && !name.Contains(':', StringComparison.Ordinal) ? $"{name}\u00A0: {about}" : name;
    }

    private static AheadView Opening(TodayMatter matter, Effect.StartStep start, Step step)
    {
        var mailings = matter.Foreseen.GetValueOrDefault(start.Step)?.Mailings ?? [];
        var members = mailings.SelectMany(mailing => mailing.Audience.Few.Where(member => People.Reached(matter.Roster, matter.Suppressed, mailing, member.Contact))).ToList();
        return new AheadView(
            start.Due, matter.Setting.At(start.Due), step.Title, Outcome(matter, start.Year, step, members.Count), Addresses.Step(start.Year, step.Id),
            Obstacle(matter, start.Year, step) is null ? members.Count : 0, [.. members.Select(member => People.Name(matter.Roster, member.Contact))]);
    }

    private static string Outcome(TodayMatter matter, int year, Step step, int people) => Obstacle(matter, year, step) switch
    {
        { } obstacle => obstacle,
        null when people == 0 && step.Work is StepWork.SendEdition => "Elle part avec les articles approuvés d’ici là\u00A0; sans aucun, rien ne part.",
        null when people > 0 => $"Un message part à {Words.People(people)}.",
        null => "Aucun message ne part.",
    };

    /// <summary>Why the step will not open by itself on its day; null when it will.</summary>
    private static string? Obstacle(TodayMatter matter, int year, Step step)
    {
        if (!step.Automatic)
            return "Elle vous attendra\u00A0: c’est vous qui l’ouvrez.";
        var plan = matter.Plans.First(plan => plan.Year == year);
        if (CycleRules.ProspectOf(plan, step) is var prospect and not Prospect.TakesPlace)
            return prospect == Prospect.DropsOut
                ? "Elle n’aura pas lieu\u00A0: la réunion qu’elle suppose ne se tient pas."
                : "Elle vous attendra\u00A0: la réunion dont elle part ne se tient pas.";
        var needs = step.Needs.Select(plan.Find).OfType<Step>().Where(need => !need.IsBehind && !Over(need, step.Starts)).Select(need => $"«\u00A0{need.Title}\u00A0»").ToList();
        return needs.Count == 0 ? null : $"Elle attendra que soit terminé\u00A0: {Lists.Join(needs)}.";
    }

    private static bool Over(Step need, DateTimeOffset by) => need.ClosesByItself() && need.Automatic && (need.Ends ?? need.Starts) <= by;

    private static AheadView Reminder(TodayMatter matter, Morning morning)
    {
        var at = matter.Setting.Zone.At(morning.Day, matter.Setting.Platform.Mail.RemindersAt);
        var titles = matter.Open.Where(open => morning.Subjects.Contains(open.Consultation.Id))
            .Select(open => open.Consultation.Template.Title).ToList();
        var budget = matter.Setting.Platform.Mail.BudgetOrDefault();
        return new AheadView(
            at, matter.Setting.At(at), $"{(morning.People.Count > 0 ? "Relance" : "Relance retenue")}\u00A0: {Lists.Join(titles)}",
            morning.People.Count > 0 ? $"À {Words.People(morning.People.Count)} au plus\u00A0: la liste est revue juste avant l’envoi." : "Aucun message ne part.",
            titles.Count == 1 ? Addresses.Consultation(morning.Subjects[0]) : "/cockpit/consultations",
            morning.People.Count, [.. morning.People.Select(person => People.Name(matter.Roster, person))])
        {
            Waits = morning.Held.Count == 0 ? "" : $"{Words.People(morning.Held.Count)} {(morning.Held.Count == 1 ? "attendra\u00A0: déjà sollicitée" : "attendront\u00A0: déjà sollicitées")} {BudgetWords.Rule(budget)}.",
            Waiting = [.. morning.Held.Select(person => People.Name(matter.Roster, person))],
        };
    }

    private static Step? Find(TodayMatter matter, int year, string step) => matter.Plans.FirstOrDefault(plan => plan.Year == year)?.Find(step);
}
