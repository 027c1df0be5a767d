using System.Globalization;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Web.Consultations.Contributions;
using Almanach.Web.Consultations.Entries;
using Almanach.Web.Hosting;

namespace Almanach.Web.Consultations.Answers;

/// <summary>What the fields of the form say, in types. What a field cannot say is an error beside it; what lengths allow is judged by Core.</summary>
/// <param name="Abstains">The voter abstains: an answer without values.</param>
public sealed record AnswerReading(IReadOnlyDictionary<string, AnswerValue> Values, IReadOnlyList<FieldError> Errors, bool Abstains = false)
{
    public static AnswerReading Of(Visit visit, Fields fields)
    {
        Dictionary<string, AnswerValue> values = [];
        List<FieldError> errors = [];
        foreach (var question in visit.Questions)
            if (Of(visit, question, fields, errors) is { } value && (!IsEmpty(value) || Clears(visit, question)))
                values[question.Id] = value;
        return Instead(visit, fields, values, errors) ?? new AnswerReading(values, errors);
    }

    /// <summary>A blank ballot or an abstention stands instead of marks, never beside them.</summary>
    private static AnswerReading? Instead(Visit visit, Fields fields, Dictionary<string, AnswerValue> values, List<FieldError> errors)
    {
        var word = fields.Text(AnswerNames.Instead);
        if (visit.Ballot is not { } ballot || word is not (AnswerNames.Blank or AnswerNames.Abstain))
            return null;
        if (values.ContainsKey(ballot.Id))
            return new AnswerReading(values, [new FieldError(AnswerNames.Instead, "Votre bulletin se prononce, et vous avez choisi qu’il ne se prononce pas\u00A0: gardez l’un des deux.")]);
        if (word == AnswerNames.Abstain)
            return new AnswerReading(new Dictionary<string, AnswerValue>(), errors, Abstains: true);
        values[ballot.Id] = VoteBallots.Blank(ballot.Kind);
        return new AnswerReading(values, errors);
    }

    /// <summary>An empty value says « nothing any more » where something was recorded, and nothing at all elsewhere.</summary>
    private static bool Clears(Visit visit, QuestionTemplate question) =>
        !question.Required && question.Kind is QuestionKind.Approval or QuestionKind.Proposals or QuestionKind.Text or QuestionKind.Contributions
        && visit.Answer?.Values.ContainsKey(question.Id) == true;

    private static bool IsEmpty(AnswerValue value) => value is AnswerValue.Approval { Options.Count: 0 } or AnswerValue.Text { Value.Length: 0 }
        or AnswerValue.Grades { ByOption.Count: 0 } or AnswerValue.Ranking { ByOption.Count: 0 } or AnswerValue.Consent { ByOption.Count: 0 } or AnswerValue.Dates { ByOption.Count: 0 }
        or AnswerValue.Proposals { Items.Count: 0, Supports.Count: 0 } or AnswerValue.Contributions { Items.Count: 0 }
        or AnswerValue.Entries { ByEntry.Count: 0, Added.Count: 0 };

    private static AnswerValue? Of(Visit visit, QuestionTemplate question, Fields fields, List<FieldError> errors) => question.Kind switch
    {
        QuestionKind.Proposals => ProposalReading.Of(visit, fields, errors),
        QuestionKind.Choice => fields.Text(question.Id) is { Length: > 0 } option ? new AnswerValue.Choice(option) : null,
        QuestionKind.Approval => new AnswerValue.Approval([.. fields.All(question.Id).Where(option => option.Length > 0).Distinct()]),
        QuestionKind.Grades => new AnswerValue.Grades(ByOption<Mention>(visit, question, fields, errors)),
        QuestionKind.Ranking => new AnswerValue.Ranking(Ranks(visit, question, fields, errors)),
        QuestionKind.Consent => new AnswerValue.Consent(Positions(visit, question, fields, errors)),
        QuestionKind.Dates => new AnswerValue.Dates(ByOption<Availability>(visit, question, fields, errors)),
        QuestionKind.Engagement => Engagement(question, fields, errors),
        QuestionKind.Attendance => Attendance(question, fields, errors),
        QuestionKind.Text => new AnswerValue.Text(fields.Text(question.Id)),
        QuestionKind.Deliveries => null,
        QuestionKind.Entries => EntriesReading.Of(visit, question, fields, errors),
        QuestionKind.Contributions => ContributionReading.Of(visit, fields, errors),
    };

    private static Dictionary<string, T> ByOption<T>(Visit visit, QuestionTemplate question, Fields fields, List<FieldError> errors)
        where T : struct, Enum
    {
        Dictionary<string, T> given = [];
        foreach (var option in visit.Consultation.OptionsOf(question))
            if (fields.Text(AnswerNames.Of(question, option.Id)) is { Length: > 0 } text && Word<T>(question, text, errors) is { } word)
                given[option.Id] = word;
        return given;
    }

    private static Dictionary<string, int> Ranks(Visit visit, QuestionTemplate question, Fields fields, List<FieldError> errors)
    {
        Dictionary<string, int> given = [];
        foreach (var option in visit.Consultation.OptionsOf(question))
            if (fields.Text(AnswerNames.Of(question, option.Id)) is { Length: > 0 } text)
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank))
                    given[option.Id] = rank;
                else if (errors.All(error => error.Field != question.Id))
                    errors.Add(new FieldError(question.Id, "Un rang est un nombre, 1 pour le choix préféré."));
        return given;
    }

    private static Dictionary<string, Position> Positions(Visit visit, QuestionTemplate question, Fields fields, List<FieldError> errors) =>
        ByOption<Consenting>(visit, question, fields, errors).ToDictionary(pair => pair.Key, pair => new Position(
            pair.Value, pair.Value == Consenting.NoObjection ? "" : fields.Text(AnswerNames.Of(question, $"{pair.Key}.{AnswerNames.Reason}")).Trim()));

    private static AnswerValue.Engagement? Engagement(QuestionTemplate question, Fields fields, List<FieldError> errors)
    {
        var (interest, effort) = (fields.Text(AnswerNames.Of(question, AnswerNames.Interest)), fields.Text(AnswerNames.Of(question, AnswerNames.Effort)));
        var note = fields.Text(AnswerNames.Of(question, AnswerNames.Note));
        if (interest.Length + effort.Length + note.Length == 0)
            return null;
        if (interest.Length == 0)
            errors.Add(new FieldError(question.Id, "Dites votre intérêt."));
        if (effort.Length == 0)
            errors.Add(new FieldError(AnswerNames.Of(question, AnswerNames.Effort), "Dites ce que votre organisme peut y consacrer."));
        return interest.Length > 0 && effort.Length > 0
            && Word<Interest>(question, interest, errors) is { } how && Word<Effort>(question, effort, errors) is { } what
            ? new AnswerValue.Engagement(how, what, note) : null;
    }

    /// <summary>Who comes oneself needs nobody: a name left from an answer before is dropped. Beside an absence it leaves a doubt, which is asked.</summary>
    private static AnswerValue.Attendance? Attendance(QuestionTemplate question, Fields fields, List<FieldError> errors)
    {
        if (fields.Text(question.Id) is not { Length: > 0 } text || Word<AttendanceMode>(question, text, errors) is not { } mode)
            return null;
        var who = fields.Line(AnswerNames.Of(question, AnswerNames.Representative));
        if (mode == AttendanceMode.Excused && who.Length > 0)
            errors.Add(new FieldError(AnswerNames.Of(question, AnswerNames.Representative),
                "Vous ne viendrez pas, et vous nommez quelqu’un\u00A0: choisissez «\u00A0Un autre membre me représentera\u00A0», ou effacez ce nom."));
        if (mode == AttendanceMode.Represented && who.Length == 0)
            errors.Add(new FieldError(AnswerNames.Of(question, AnswerNames.Representative),
                "Dites qui vous représentera, ou choisissez «\u00A0Je ne pourrai pas venir\u00A0»."));
        return new AnswerValue.Attendance(mode, fields.Text(AnswerNames.Of(question, AnswerNames.Note)), mode == AttendanceMode.Represented ? who : "");
    }

    /// <summary>A word of an enum by its exact name: numbers and lists of words are no names.</summary>
    internal static T? Word<T>(QuestionTemplate question, string text, List<FieldError> errors)
        where T : struct, Enum
    {
        if (Enum.GetNames<T>().Contains(text))
            return Enum.Parse<T>(text);
        if (errors.All(error => error.Field != question.Id))
            errors.Add(new FieldError(question.Id, "Un des choix n’existe plus. Relisez la page, puis envoyez de nouveau."));
        return null;
    }
}
