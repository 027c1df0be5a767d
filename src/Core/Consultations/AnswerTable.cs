using Almanach.Core.Calendar;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Tables;

namespace Almanach.Core.Consultations;

/// <summary>All answers of a consultation as a table, one row for each unit that was asked, answered or not.</summary>
public static class AnswerTable
{
    private static readonly string[] Who = ["Organisme", "Personne", "Collège", "A répondu", "Par", "Voie", "Le", "Tardive"];

    public static ExportTable Of(
        Consultation consultation, IReadOnlyList<Answer> answers, IReadOnlyList<AudienceMember> asked, Roster roster, Platform platform, PlatformZone zone)
    {
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
