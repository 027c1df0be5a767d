using Almanach.Core.Data.Deliveries;
using Almanach.Core.Calendar;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Tables;

namespace Almanach.Core.Consultations;

/// <summary>All answers of a consultation as a table, one row for each unit that was asked, answered or not.</summary>
public static class AnswerTable
{
    /// <summary>Of a secret vote, who voted and nothing more; no row while even that may not be told.</summary>
    private static ExportTable RollOf(Consultation consultation, IReadOnlySet<string> voted, IReadOnlyList<AudienceMember> asked, Roster roster)
    {
        var perOrganisation = consultation.Template.Unit == AnswerUnit.Organisation;
        var units = asked.Where(_ => voted.Count > 0).Select(member => (Unit: perOrganisation ? member.Organisation : member.Contact, member.Organisation)).DistinctBy(unit => unit.Unit)
            .OrderBy(unit => NameOf(roster, unit.Organisation), StringComparer.Ordinal).ThenBy(unit => unit.Unit, StringComparer.Ordinal);
        return new ExportTable(consultation.Id, ["Organisme", "Personne", "A voté"],
            [.. units.Select(unit => (IReadOnlyList<string>)[NameOf(roster, unit.Organisation), perOrganisation ? "" : PersonOf(roster, unit.Unit), voted.Contains(unit.Unit) ? "oui" : "non"])]);
    }

    private static readonly string[] Who = ["Organisme", "Personne", "Collège", "A répondu", "Par", "Voie", "Le", "Tardive"];

    /// <param name="voted">Who is known to have voted, for a secret vote; null for all others.</param>
    public static ExportTable Of(
        Consultation consultation, IReadOnlyList<Answer> answers, IReadOnlyList<AudienceMember> asked, Roster roster, Platform platform, PlatformZone zone,
        IReadOnlySet<string>? voted = null)
    {
        if (voted is not null)
            return RollOf(consultation, voted, asked, roster);
        var columns = consultation.Template.Questions.SelectMany(question => Columns(consultation, question)).ToList();
        var given = answers.ToDictionary(answer => answer.Unit);
        var perOrganisation = consultation.Template.Unit == AnswerUnit.Organisation;
        var units = asked.Select(member => (Unit: perOrganisation ? member.Organisation : member.Contact, member.Organisation))
            .Concat(answers.Select(answer => (answer.Unit, Organisation: perOrganisation ? answer.Unit : roster.OrganisationOf(answer.Unit)?.Id ?? "")))
            .DistinctBy(unit => unit.Unit)
            .OrderBy(unit => NameOf(roster, unit.Organisation), StringComparer.Ordinal).ThenBy(unit => unit.Unit, StringComparer.Ordinal);
        return new ExportTable(consultation.Id, [.. Who, .. columns.Select(column => column.Head)],
            [.. units.Select(unit => Row(unit.Unit, unit.Organisation, given.GetValueOrDefault(unit.Unit)))]);

        IReadOnlyList<string> Row(string unit, string organisation, Answer? answer)
        {
            var college = roster.Organisations.GetValueOrDefault(organisation)?.College;
            string[] who =
            [
                NameOf(roster, organisation), perOrganisation ? "" : PersonOf(roster, unit),
                platform.Colleges.FirstOrDefault(known => known.Id == college)?.Name ?? "", answer is null ? "non" : answer.Declined ? consultation.Template.DeclineLabel : "oui",
            ];
            return answer is null
                ? [.. who, "", "", "", "", .. columns.Select(_ => "")]
                : [.. who, PersonOf(roster, answer.By), AnswerWords.Name(answer.Channel), $"{zone.LocalOf(answer.At):yyyy-MM-dd HH:mm}", answer.Late ? "oui" : "",
                    .. columns.Select(column => answer.Values.GetValueOrDefault(column.Question) is { } value ? column.Cell(value) : "")];
        }
    }

    private static IEnumerable<Column> Columns(Consultation consultation, QuestionTemplate question)
    {
        var options = consultation.OptionsOf(question);
        var label = question.Label;
        return question.Kind switch
        {
            QuestionKind.Proposals =>
            [
                new Column(question.Id, label, value => Lines(((AnswerValue.Proposals)value).Items.Select(item => item.Title))),
                new Column(question.Id, "Propositions soutenues", value => $"{((AnswerValue.Proposals)value).Supports.Count}"),
            ],
            QuestionKind.Choice => [new Column(question.Id, label, value => Named(options, ((AnswerValue.Choice)value).Option))],
            QuestionKind.Approval => [new Column(question.Id, label, value => Lines(((AnswerValue.Approval)value).Options.Select(id => Named(options, id))))],
            QuestionKind.Grades => options.Select(option => new Column(question.Id, option.Label,
                value => ((AnswerValue.Grades)value).ByOption.TryGetValue(option.Id, out var grade) ? grade.Name() : "")),
            QuestionKind.Ranking => options.Select(option => new Column(question.Id, option.Label,
                value => ((AnswerValue.Ranking)value).ByOption.TryGetValue(option.Id, out var rank) ? $"{rank}" : "")),
            QuestionKind.Consent => options.Select(option => new Column(question.Id, option.Label,
                value => ((AnswerValue.Consent)value).ByOption.TryGetValue(option.Id, out var position) ? AnswerWords.Said(position) : "")),
            QuestionKind.Dates => options.Select(option => new Column(question.Id, option.Label,
                value => ((AnswerValue.Dates)value).ByOption.TryGetValue(option.Id, out var word) ? AnswerWords.Name(word) : "")),
            QuestionKind.Engagement =>
            [
                new Column(question.Id, label, value => AnswerWords.Name(((AnswerValue.Engagement)value).Interest)),
                new Column(question.Id, "Engagement", value => AnswerWords.Name(((AnswerValue.Engagement)value).Effort)),
                new Column(question.Id, "Précision", value => ((AnswerValue.Engagement)value).Note),
            ],
            QuestionKind.Attendance =>
            [
                new Column(question.Id, label, value => AnswerWords.Name(((AnswerValue.Attendance)value).Mode)),
                new Column(question.Id, "Représentation par", value => ((AnswerValue.Attendance)value).Representative),
                new Column(question.Id, "Précision", value => ((AnswerValue.Attendance)value).Note),
            ],
            QuestionKind.Text => [new Column(question.Id, label, value => ((AnswerValue.Text)value).Value)],
            QuestionKind.Deliveries => [new Column(question.Id, label, value => Lines(DeliveryWords.Lines((AnswerValue.Deliveries)value)))],
            QuestionKind.Entries =>
            [
                new Column(question.Id, label, value => Lines(EntrySaidWords.Lines((AnswerValue.Entries)value))),
                new Column(question.Id, "Fiches à jour", value => $"{((AnswerValue.Entries)value).ByEntry.Values.Count(said => said.Word == EntryWord.Current)}"),
            ],
            QuestionKind.Contributions =>
            [
                new Column(question.Id, label, value => Lines(((AnswerValue.Contributions)value).Items.Select(ContributionWords.Titled))),
                new Column(question.Id, "En entier", value => string.Join("\n\n", ((AnswerValue.Contributions)value).Items.Select(ContributionWords.Whole))),
            ],
        };
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Named(IReadOnlyList<OptionTemplate> options, string id) => options.FirstOrDefault(option => option.Id == id)?.Label ?? id;

    private static string NameOf(Roster roster, string organisation) => roster.Organisations.GetValueOrDefault(organisation)?.Name ?? organisation;

    private static string PersonOf(Roster roster, string contact) => roster.Contacts.GetValueOrDefault(contact) switch
    {
        null => contact,
        { IsErased: true } => "nom effacé",
        var person => person.Name,
    };

    private sealed record Column(string Question, string Head, Func<AnswerValue, string> Cell);
}
