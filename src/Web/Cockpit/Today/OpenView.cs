using Almanach.Core.Consultations;
using Almanach.Core.French;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Today;

/// <summary>One consultation and how it goes.</summary>
/// <param name="Units">« organismes » or « personnes », as their number wants them; « Aucun organisme » for none.</param>
/// <param name="Lately">Answers of the last seven days; 0 for a secret vote, which keeps no times.</param>
/// <param name="Colleges">Empty while it may not be told who has answered.</param>
public sealed record OpenView(
    string Title, string Href, string Until, int Answered, int Asked, string Units, int Lately, IReadOnlyList<CollegeView> Colleges)
{
    public static IReadOnlyList<OpenView> All(TodayMatter matter) =>
        [.. matter.Open.OrderBy(open => open.Consultation.Closes ?? DateTimeOffset.MaxValue).Select(open => Of(matter, open))];

    private static OpenView Of(TodayMatter matter, OpenMatter open)
    {
        var consultation = open.Consultation;
        var perOrganisation = consultation.Template.Unit == AnswerUnit.Organisation;
        var units = open.Asked.Select(member => (Unit: perOrganisation ? member.Organisation : member.Contact, member.Organisation)).Distinct().ToList();
        return new OpenView(
            consultation.Template.Title, Addresses.Consultation(consultation.Id), Ends(matter, consultation),
            consultation.Answered, units.Count, Counted(consultation.Answered, perOrganisation),
            open.Answers.Count(answer => answer.At > matter.Now.AddDays(-7)),
            !open.TellsWho ? [] : [.. matter.Setting.Platform.Colleges
                .Select(college => College(matter.Roster, college, [.. units.Where(unit => CollegeOf(matter.Roster, unit.Organisation) == college.Id)], open.Answered))
                .Where(college => college.Asked > 0)]);
    }

    private static string Counted(int answered, bool perOrganisation) => (answered, perOrganisation) switch
    {
        (0, true) => "Aucun organisme",
        (0, false) => "Aucune personne",
        (1, true) => "organisme",
        (1, false) => "personne",
        (_, true) => "organismes",
        (_, false) => "personnes",
    };

    private static CollegeView College(Roster roster, College college, IReadOnlyList<(string Unit, string Organisation)> units, IReadOnlySet<string> answered) => new(
        college.Name, units.Count(unit => answered.Contains(unit.Unit)), units.Count,
        [.. units.Where(unit => !answered.Contains(unit.Unit)).Select(unit => Named(roster, unit))
            .OrderBy(named => Typography.Fold(named.Name), StringComparer.Ordinal)]);

    private static NamedLink Named(Roster roster, (string Unit, string Organisation) unit)
    {
        var organisation = roster.Organisations.GetValueOrDefault(unit.Organisation)?.Name ?? unit.Organisation;
        var name = roster.Contacts.TryGetValue(unit.Unit, out var contact) ? $"{contact.Name} ({organisation})" : organisation;
        return new NamedLink(name, Addresses.Organisation(unit.Organisation));
    }

    private static string? CollegeOf(Roster roster, string organisation) => roster.Organisations.GetValueOrDefault(organisation)?.College;

    private static string Ends(TodayMatter matter, Consultation consultation) => consultation.Closes is { } closes
        ? $"Se termine le {matter.Setting.End(closes)}, {matter.Setting.Away(closes.AddTicks(-1), matter.Now)}."
        : "Aucune fin n’est fixée.";
}

public sealed record CollegeView(string Name, int Answered, int Asked, IReadOnlyList<NamedLink> Missing);

/// <summary>A name that leads to what is known of it.</summary>
/// <param name="Detail">What is said beside it; may be empty.</param>
public sealed record NamedLink(string Name, string Href, string Detail = "");
