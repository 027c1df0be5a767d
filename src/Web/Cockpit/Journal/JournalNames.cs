using Almanach.Core;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Web.Cockpit.Texts;

namespace Almanach.Web.Cockpit.Journal;

/// <summary>Names for the ids that the journal keeps. Whoever the network no longer has keeps the id: the journal holds nothing else.</summary>
/// <param name="Messages">Subjects, by key.</param>
/// <param name="Actions">Titles, by year and id (« 2022/action-1 »).</param>
internal sealed record JournalNames(
    Setting Setting, Roster Roster, IReadOnlyList<YearPlan> Plans, IReadOnlyDictionary<string, string> Messages, IReadOnlyDictionary<string, string> Actions)
{
    public static async Task<JournalNames> Load(Office office, IReadOnlyList<YearPlan> plans, CancellationToken stop)
    {
        Dictionary<string, string> messages = [];
        await foreach (var line in office.MailRoom.Lines(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, stop))
            messages[line.Key] = TextNames.Title(office.Setting, line);
        Dictionary<string, string> actions = [];
        foreach (var plan in plans)
            foreach (var action in await office.Programme.Load(plan.Year, stop))
                actions[$"{plan.Year}/{action.Id}"] = action.Title;
        return new JournalNames(office.Setting, await office.Network.Load(stop), plans, messages, actions)
        {
            Documents = (await office.Documents.All(stop)).Select(document => (document.Id, document.Title))
                .Concat((await office.Deposits.All(stop)).Select(deposit => (deposit.Id, deposit.Sheet.Title))).DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id, pair => pair.Title),
            Catalogue = await office.Catalogue.Load(stop),
        };
    }

    /// <summary>Titles of documents, by id.</summary>
    public IReadOnlyDictionary<string, string> Documents { get; init; } = new Dictionary<string, string>();

    /// <summary>Titles of its entries.</summary>
    public Core.Library.Catalogue.CatalogueShelf? Catalogue { get; init; }

    public string Entry(string id) => Catalogue?.Entries.GetValueOrDefault(id) is { } entry ? $"«\u00A0{entry.Card.Title}\u00A0»" : id;

    /// <summary>The subject of a message; empty when it was never written.</summary>
    public string Message(string key) => Messages.GetValueOrDefault(key, "");

    public string Person(string id) => id == Core.Access.Coordination.Id || Roster.Contacts.ContainsKey(id)
        ? People.Name(Roster, id) : $"{People.Name(Roster, id)} ({id})";

    public string Organisation(string id) => Roster.Organisations.TryGetValue(id, out var known) ? known.Name : $"un organisme qui n’est plus dans le réseau ({id})";

    /// <summary>Who answers: an organisation or a person.</summary>
    public string Unit(string id) => Roster.Contacts.ContainsKey(id) ? Person(id) : Organisation(id);

    /// <summary>The title of a step by « 2022-copil », as meetings and consultations are named; of a consultation by its template.</summary>
    public string Titled(string id)
    {
        if (id.Split('-', 2) is not [var digits, var name] || Plans.FirstOrDefault(plan => $"{plan.Year}" == digits) is not { } plan)
            return id;
        const string date = "date-";
        return Setting.Platform.Consultations.Any(template => template.Id == name) ? Setting.Consultation(name, plan.Year).Title
            : plan.Find(name) is { } step ? step.Title
            : name.StartsWith(date, StringComparison.Ordinal) && plan.Find(name[date.Length..]) is { } meeting ? $"choix de la date, {meeting.Title}"
            : id;
    }

    /// <summary>A group by its id, « 2022-vieillir-chez-soi ».</summary>
    public string Group(string id) => Actions.FirstOrDefault(action => action.Key.Replace('/', '-') == id).Value is { } title ? $"«\u00A0{title}\u00A0»" : id;

    public string Document(string id) => Documents.TryGetValue(id, out var title) ? $"«\u00A0{title}\u00A0»" : id;

    /// <param name="key">Of the line: it bears the year.</param>
    public string Action(string id, string key) => Actions.FirstOrDefault(action => key.Contains($"-{action.Key.Replace('/', '-')}-", StringComparison.Ordinal)
        && action.Key.EndsWith($"/{id}", StringComparison.Ordinal)).Value is { } title ? $"«\u00A0{title}\u00A0»" : id;
}
