using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations;

/// <summary>An answer in words, one line a thing: for receipts, the cockpit and exports.</summary>
public static class AnswerWords
{
    public static IReadOnlyList<string> Lines(Consultation consultation, Answer answer)
    {
        if (answer.Declined)
            return [consultation.Template.DeclineLabel];
        return [.. consultation.Template.Questions.Where(question => answer.Values.ContainsKey(question.Id))
            .SelectMany(question => Lines(consultation, question, answer.Values[question.Id]))];
    }

    private static IEnumerable<string> Lines(Consultation consultation, QuestionTemplate question, AnswerValue value)
    {
        string Label(string id) => consultation.OptionsOf(question).FirstOrDefault(option => option.Id == id)?.Label ?? id;
        return value switch
        {
            AnswerValue.Proposals proposals => Of(proposals),
            AnswerValue.Choice choice => [$"{question.Label}\u00A0: {Label(choice.Option)}"],
            AnswerValue.Approval approval => approval.Options.Select(option => $"{question.Label}\u00A0: {Label(option)}"),
            AnswerValue.Grades grades => grades.ByOption.Select(pair => $"{Label(pair.Key)}\u00A0: {pair.Value.Name()}"),
            AnswerValue.Dates dates => dates.ByOption.Select(pair => $"{Label(pair.Key)}\u00A0: {Name(pair.Value)}"),
            AnswerValue.Engagement engagement => Of(question, engagement),
            AnswerValue.Attendance attendance => [Name(attendance.Mode) + (attendance.Note.Length > 0 ? $" ({attendance.Note})" : "")],
            AnswerValue.Text text => [$"{question.Label}\u00A0: {text.Value}"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IEnumerable<string> Of(AnswerValue.Proposals proposals)
    {
        foreach (var item in proposals.Items)
            yield return item.CanSpeak ? $"«\u00A0{item.Title}\u00A0», votre organisme peut intervenir" : $"«\u00A0{item.Title}\u00A0»";
        if (proposals.Supports.Count > 0)
            yield return French.Numbers.Count(proposals.Supports.Count, "proposition d’un autre organisme soutenue", "propositions d’autres organismes soutenues");
    }

    private static IEnumerable<string> Of(QuestionTemplate question, AnswerValue.Engagement engagement)
    {
        yield return $"{question.Label}\u00A0: {Name(engagement.Interest)}, {Name(engagement.Effort)}";
        if (engagement.Note.Length > 0)
            yield return engagement.Note;
    }

    public static string Name(Channel channel) => channel switch
    {
        Channel.Page => "page",
        Channel.Phone => "téléphone",
        Channel.Reply => "courriel",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Name(Availability availability) => availability switch
    {
        Availability.Yes => "oui",
        Availability.IfNeedBe => "si nécessaire",
        Availability.No => "non",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Name(AttendanceMode mode) => mode switch
    {
        AttendanceMode.OnSite => "présence sur place",
        AttendanceMode.Remote => "présence en visioconférence",
        AttendanceMode.Represented => "représentation par un autre membre",
        AttendanceMode.Excused => "absence excusée",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Name(Interest interest) => interest switch
    {
        Interest.None => "pas d’intérêt cette année",
        Interest.Some => "intéressé",
        Interest.Strong => "très intéressé",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Name(Effort effort) => effort switch
    {
        Effort.None => "sans engagement",
        Effort.Attend => "participera aux réunions",
        Effort.Contribute => "apportera des données, un témoignage ou un lieu",
        Effort.Lead => "peut piloter",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
