using System.Globalization;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Network;
using Almanach.Web.Cockpit.Messages;
using Almanach.Web.Cockpit.Texts;
using Almanach.Web.Cockpit.Today;

namespace Almanach.Web.Cockpit.Year.Load;

/// <summary>The coming weeks as a table, and those that ask too much.</summary>
/// <param name="Years">Open years and the one that opens next.</param>
/// <param name="Rule">« quatre fois en quatorze jours ».</param>
/// <param name="Rest">Days between two reminders of one person.</param>
/// <param name="Over">Weeks over the budget, with whom and what to move.</param>
/// <param name="LeftOut">Those of the network who are not counted, because no message reaches them.</param>
public sealed record LoadView(int Year, bool Open, IReadOnlyList<int> Years, bool Whole, string Rule, int Rest, IReadOnlyList<LoadRow> Rows, IReadOnlyList<LoadRow> Over, LeftOut LeftOut)
{
    public bool IsEmpty => Rows.All(row => row.IsEmpty);

    public static LoadView Of(Setting setting, YearLoad load, Roster roster, SuppressedAddresses known, IReadOnlyList<int> years, bool whole)
    {
        IReadOnlyList<LoadRow> rows = [.. load.Weeks.Select(week => LoadRow.Of(setting, load, week, roster))];
        return new LoadView(load.Year, load.Open, [.. years, years[^1] + 1], whole, BudgetWords.Rule(load.Budget), setting.Platform.Mail.DaysBetweenReminders, rows, [.. rows.Where(row => row.Beyond.Length > 0)], LeftOut.Of(roster, known));
    }
}

/// <param name="Copies">How many messages leave in all.</param>
/// <param name="Beyond">Who is solicited beyond the budget, in a sentence; empty for nobody.</param>
/// <param name="Asks">What solicits them, with how many of them each message reaches.</param>
/// <param name="Gone">How many messages that have left already do so too, in words; empty for none.</param>
/// <param name="Relieves">Whether moving one of those steps by itself is enough for somebody.</param>
/// <param name="Held">How many reminders the budget holds back, in a sentence; empty for none.</param>
public sealed record LoadRow(
    string Id, string Title, IReadOnlyList<LoadMail> Mails, IReadOnlyList<NamedLink> Meetings, IReadOnlyList<NamedLink> Work, int Copies, int People, int Most, string Median,
    string Beyond, IReadOnlyList<string> BeyondNames, IReadOnlyList<LoadMail> Asks, string Gone, IReadOnlyList<NamedLink> Movable, bool Relieves, string Held, IReadOnlyList<string> HeldNames)
{
    public bool IsEmpty => Mails.Count + Meetings.Count + Work.Count == 0;

    public static LoadRow Of(Setting setting, YearLoad load, WeekLoad week, Roster roster) => new(
        $"semaine-{week.Monday:yyyy-MM-dd}", Words.Capital(FrenchDates.Range(week.Monday, week.Monday.AddDays(6))),
        [.. week.Mails.Select(mail => LoadMail.Of(setting, load, mail))],
        [.. week.Meetings.Select(meeting => new NamedLink($"{Words.Capital(FrenchDates.ShortDay(meeting.Day))}\u00A0: {meeting.Title}", Href(load, meeting.Year, meeting.Step)))],
        [.. week.Work.Select(work => Expected(load, work))], week.Copies, week.People, week.Most, Number(week.Median),
        week.Over.Count == 0 ? "" : BudgetWords.Beyond(week.Over, load.Budget),
        [.. week.Over.Select(person => $"{Cockpit.People.Name(roster, person.Contact)} ({BudgetWords.Times(person.Times)})")],
        [.. week.Asks.Select(mail => LoadMail.Of(setting, load, mail))],
        week.Gone == 0 ? "" : Numbers.Count(week.Gone, "message déjà parti", "messages déjà partis"),
        [.. week.Movable.Select(step => new NamedLink($"{step.Title} ({FrenchDates.ShortDay(step.Day)})", Href(load, step.Year, step.Step), Relief(step.Relieved, week.Over.Count)))],
        week.Movable.Any(step => step.Relieved > 0),
        week.Held.Count == 0 ? "" : $"{Numbers.Count(week.Held.Count, "relance retenue", "relances retenues")}",
        [.. week.Held.Select(held => Cockpit.People.Name(roster, held.Contact))]);

    /// <summary>What moving a step by itself does for those who are over the budget; empty where that is nothing.</summary>
    private static string Relief(int relieved, int over) =>
        relieved == 0 ? "" : relieved == over ? "la semaine tient alors dans le budget" : $"{Words.Counted(relieved, "personne revient", "personnes reviennent", feminine: true)} alors dans le budget";

    /// <summary>« 1 », « 1,5 ».</summary>
    private static string Number(decimal median) => median.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>The page of a step; of a year that is not open, its line among the dates being chosen.</summary>
    internal static string Href(YearLoad load, int year, string step) =>
        year == load.Year && !load.Open ? $"{Addresses.Prepare(year)}#etape-{step}" : Addresses.Step(year, step);

    private static NamedLink Expected(YearLoad load, ExpectedWork work)
    {
        var day = FrenchDates.ShortDay(work.Day);
        var href = Href(load, work.Year, work.Step);
        return work.Kind switch
        {
            WorkKind.Open => new NamedLink($"Ouvrir «\u00A0{work.Title}\u00A0», qui vous attend le {day}", href),
            WorkKind.Consolidate => new NamedLink($"Regrouper les propositions, d’ici au {day}", href),
            WorkKind.Decide => new NamedLink($"Enregistrer les choix du {day}\u00A0: {work.Title}", href),
            WorkKind.Record => new NamedLink($"Noter les présences et les décisions du {day}\u00A0: {work.Title}", href),
            WorkKind.Approve => new NamedLink($"Relire les corrections demandées, à partir du {day}\u00A0: {work.Title}", href),
        };
    }
}

/// <param name="Href">The page of its step; null for reminders and what is about to leave.</param>
public sealed record LoadMail(string Day, string Title, string? Href, int People)
{
    public static LoadMail Of(Setting setting, YearLoad load, PlannedMail mail) => new(
        Words.Capital(FrenchDates.ShortDay(mail.Day)),
        mail.Text == Mailing.Reminder ? $"Relance au plus\u00A0: {mail.Title}" : mail.Step.Length > 0 ? mail.Title : TextNames.Of(setting, mail.Text),
        mail.Step.Split('/') is [var year, { Length: > 0 } step] ? LoadRow.Href(load, int.Parse(year, CultureInfo.InvariantCulture), step) : null, mail.People.Count);
}
