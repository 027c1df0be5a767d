using Almanach.Core.Cycle;
using Almanach.Core.French;
using Almanach.Web.Cockpit.Texts;
using Almanach.Web.Cockpit.Year;

namespace Almanach.Web.Cockpit.Today;

/// <summary>The first page of the cockpit: four questions answered at a glance, then each in detail.</summary>
public sealed record TodayView(
    string Date, string Title, IReadOnlyList<GlanceView> Glance, IReadOnlyList<TimelinePoint> Timeline, string YearHref,
    IReadOnlyList<OpenView> Open, string Horizon, IReadOnlyList<AheadView> Ahead, IReadOnlyList<WaitingView> Waiting, HealthView Health)
{
    /// <summary>Nothing has begun yet: the page says where to start.</summary>
    public bool Fresh { get; init; }

    public static TodayView Of(TodayMatter matter)
    {
        var open = OpenView.All(matter);
        var ahead = AheadView.All(matter);
        var waiting = WaitingView.All(matter);
        var health = HealthView.Of(matter, waiting);
        var year = Current(matter);
        var fresh = matter.Plans is [var first] && !matter.Sent.Any(IsForTheNetwork) && first.Steps.All(step => step.IsAhead || step.State == StepState.Skipped);
        return new TodayView(
            Words.Capital(matter.Setting.Day(matter.Now)), fresh && health.Troubles.Count == 0 && waiting.Count == 0 ? $"L’année {year} n’a pas commencé" : Heading(year, health, waiting),
            [GlanceView.Of(open), GlanceView.Of(matter, ahead), GlanceView.Of(matter, waiting), GlanceView.Of(health)],
            TimelineView.Around(matter.Setting, matter.Plans, matter.Editions, matter.Now), year is null ? "/cockpit/annee" : Addresses.Year(year.Value),
            open, FrenchDates.Day(matter.Today.AddDays(TodayMatter.Horizon.Days)), ahead, waiting, health)
        {
            Fresh = fresh,
        };
    }

    /// <summary>A text that the coordinator had sent to herself, to read it, is not the beginning of a year.</summary>
    private static bool IsForTheNetwork(SentMatter sent) => !TextSample.IsTrial(sent.Line.Key);

    private static string Heading(int? year, HealthView health, IReadOnlyList<WaitingView> waiting) =>
        year is null ? "Aucune année n’est ouverte"
        : health.Troubles.Count > 0 ? $"L’année {year} demande votre attention"
        : waiting.Count > 0 ? $"L’année {year} vous attend"
        : $"L’année {year} suit son cours";

    /// <summary>The year most at work: that of the first step open or waiting, else of the next one, else the last.</summary>
    private static int? Current(TodayMatter matter) =>
        Year(matter, step => step.State == StepState.Open || step.Waiting) ?? Year(matter, step => step.IsAhead) ?? matter.Plans.LastOrDefault()?.Year;

    private static int? Year(TodayMatter matter, Func<Step, bool> which) => matter.Plans
        .SelectMany(plan => plan.Steps.Where(which).Select(step => (plan.Year, step.Starts)))
        .OrderBy(pair => pair.Starts).Select(pair => (int?)pair.Year).FirstOrDefault();
}

/// <summary>One question of the four, answered in a line.</summary>
/// <param name="Tone">Class of the answer; its words say the same.</param>
public sealed record GlanceView(string Anchor, string Question, string Answer, string More, string? Tone = null)
{
    public static GlanceView Of(IReadOnlyList<OpenView> open) => open switch
    {
        [] => new("ouvert", "Ce qui est ouvert", "Rien pour l’instant", "aucune consultation n’attend de réponse"),
        [var only] => new("ouvert", "Ce qui est ouvert", Answers(only), only.Title),
        [var first, ..] => new("ouvert", "Ce qui est ouvert", Answers(first), $"{first.Title}, et {Words.Counted(open.Count - 1, "autre consultation", "autres consultations", feminine: true)}"),
    };

    public static GlanceView Of(TodayMatter matter, IReadOnlyList<AheadView> ahead)
    {
        var mails = ahead.Where(line => line.Mails > 0).ToList();
        return mails switch
        {
            [] => new("seul", "Ce qui se fera tout seul", "Aucun envoi", ahead.Count == 0 ? "rien dans les deux semaines" : $"dans les deux semaines, mais {Words.Counted(ahead.Count, "échéance", "échéances", feminine: true)}"),
            [var first, ..] => new("seul", "Ce qui se fera tout seul", $"{Words.Capital(matter.Setting.Away(first.At, matter.Now))}, un envoi",
                $"à {Words.People(first.Mails)}{(mails.Count > 1 ? $", puis {Words.Counted(mails.Count - 1, "autre message", "autres messages")}" : "")}"),
        };
    }

    public static GlanceView Of(TodayMatter matter, IReadOnlyList<WaitingView> waiting) => waiting switch
    {
        [] => new("attend", "Ce qui vous attend", "Rien", "vous n’avez rien à faire", "tone-ok"),
        [var first, ..] => new("attend", "Ce qui vous attend", $"{Words.Capital(Words.Counted(waiting.Count, "chose", "choses", feminine: true))} à traiter",
            waiting.Where(one => one.By is not null).MinBy(one => one.By)?.By is { } by ? $"{Which(matter, waiting, by)}{When(matter, by)}" : Words.Lower(first.Title)),
    };

    /// <summary>Which of several a day is said of: the one that waits longest, or that is due first.</summary>
    private static string Which(TodayMatter matter, IReadOnlyList<WaitingView> waiting, DateTimeOffset by) =>
        waiting.Count == 1 ? "" : by < matter.Now ? "la plus ancienne " : "la plus proche ";

    private static string When(TodayMatter matter, DateTimeOffset by) => (matter.Setting.Zone.DayOf(by) == matter.Today, by < matter.Now) switch
    {
        (true, true) => "depuis aujourd’hui",
        (true, false) => "aujourd’hui",
        (false, true) => $"depuis le {matter.Setting.ShortDay(by)}",
        (false, false) => $"avant le {matter.Setting.ShortDay(by)}",
    };

    public static GlanceView Of(HealthView health) => health.Troubles.Count == 0
        ? new("bien", "Est-ce que tout va bien\u202F?", "Oui", health.Well[0].TrimEnd('.'), "tone-ok")
        : new("bien", "Est-ce que tout va bien\u202F?", Words.Capital(Words.Counted(health.Troubles.Count, "point", "points")) + " à regarder", Words.Lower(health.Troubles[0].Name.TrimEnd('.')), "tone-warn");

    private static string Answers(OpenView open) => $"{Numbers.Count(open.Answered, "réponse", "réponses")} sur {Numbers.Digits(open.Asked)}";
}
