using Almanach.Core.Data.Deliveries;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Core.Consultations;

/// <summary>An answer in words, one entry a thing: the receipt, which says all that was given.</summary>
public static class AnswerWords
{
    /// <param name="platform">Names the kinds of meeting.</param>
    /// <param name="board">Names the proposals of others that are supported.</param>
    /// <param name="nameOf">Names an organisation of the network; null for any other id.</param>
    /// <param name="origin">What is said of where a proposal comes from; nothing is said without it.</param>
    public static IReadOnlyList<string> Lines(
        Consultation consultation, Answer answer, Platform platform, Board board, Func<string, string?>? nameOf = null, Func<ProposalDraft, string>? origin = null)
    {
        if (answer.Declined)
            return [consultation.Template.DeclineLabel];
        return [.. consultation.Template.Questions.Where(question => answer.Values.ContainsKey(question.Id))
            .SelectMany(question => Lines(consultation, question, answer.Values[question.Id], platform, board, nameOf, origin))];
    }

    private static IEnumerable<string> Lines(
        Consultation consultation, QuestionTemplate question, AnswerValue value, Platform platform, Board board, Func<string, string?>? nameOf, Func<ProposalDraft, string>? origin)
    {
        var options = consultation.OptionsOf(question);
        string Label(string id) => options.FirstOrDefault(option => option.Id == id)?.Label ?? id;
        return value switch
        {
            AnswerValue.Proposals proposals => Of(proposals, platform, board, origin),
            AnswerValue.Grades { ByOption.Count: 0 } or AnswerValue.Choice { Option.Length: 0 } => [$"{question.Label}\u00A0: {Blank}"],
            AnswerValue.Approval { Options.Count: 0 } when consultation.Template.Vote is not null => [$"{question.Label}\u00A0: {Blank}"],
            AnswerValue.Choice choice => [$"{question.Label}\u00A0: {Label(choice.Option)}"],
            AnswerValue.Approval { Options.Count: 0 } => [$"{question.Label}\u00A0: aucun choix"],
            AnswerValue.Approval approval => approval.Options.Select(option => $"{question.Label}\u00A0: {Label(option)}"),
            AnswerValue.Grades grades => Of(options, grades),
            AnswerValue.Ranking { ByOption.Count: 0 } or AnswerValue.Consent { ByOption.Count: 0 } => [$"{question.Label}\u00A0: {Blank}"],
            AnswerValue.Ranking ranking => options.OrderBy(option => ranking.ByOption.GetValueOrDefault(option.Id, int.MaxValue))
                .Select(option => ranking.ByOption.TryGetValue(option.Id, out var rank) ? $"{rank}. {option.Label}" : $"{option.Label}\u00A0: sans rang"),
            AnswerValue.Consent consent => options.Select(option => $"{option.Label}\u00A0: {(consent.ByOption.TryGetValue(option.Id, out var position) ? Said(position) : Unanswered)}"),
            AnswerValue.Dates dates => options.Select(option => $"{option.Label}\u00A0: {(dates.ByOption.TryGetValue(option.Id, out var word) ? Name(word) : Unanswered)}"),
            AnswerValue.Engagement engagement => Noted($"{question.Label}\u00A0: {Name(engagement.Interest)}, {Name(engagement.Effort)}", engagement.Note),
            AnswerValue.Attendance attendance => Noted($"{question.Label}\u00A0: {Said(attendance)}", attendance.Note),
            AnswerValue.Text { Value.Length: 0 } => [$"{question.Label}\u00A0: {Unanswered}"],
            AnswerValue.Text text => [$"{question.Label}\u00A0: {text.Value}"],
            AnswerValue.Contributions { Items.Count: 0 } => ["Aucune contribution"],
            AnswerValue.Contributions contributions => contributions.Items.Select(ContributionWords.Whole),
            AnswerValue.Deliveries deliveries => DeliveryWords.Lines(deliveries),
            AnswerValue.Entries entries => EntrySaidWords.Whole(entries, new CardNames(platform.CatalogueOrEmpty(), producer => nameOf?.Invoke(producer.Organisation) ?? producer.Name)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Of a date, or a question that was answered before and no longer is.</summary>
    public const string Unanswered = "sans réponse";

    /// <summary>Of a ballot that marks nothing.</summary>
    public const string Blank = "bulletin blanc";

    /// <summary>« objection : le budget n’est pas connu ».</summary>
    public static string Said(Position position) => position.Reason.Length > 0 ? $"{Name(position.Word)}\u00A0: {position.Reason}" : Name(position.Word);

    public static string Name(Consenting word) => word switch
    {
        Consenting.NoObjection => "sans objection",
        Consenting.Reservation => "réserve",
        Consenting.Objection => "objection",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What a theme left without a grade counts as.</summary>
    public static string Ungraded { get; } = $"Un thème laissé sans mention compte comme «\u00A0{Mention.ARejeter.Name()}\u00A0».";

    /// <summary>In the order of the ballot, those left without a grade too: they count.</summary>
    private static IEnumerable<string> Of(IReadOnlyList<OptionTemplate> options, AnswerValue.Grades grades)
    {
        foreach (var option in options)
            yield return $"{option.Label}\u00A0: {(grades.ByOption.TryGetValue(option.Id, out var mention) ? mention.Name() : "sans mention")}";
        if (options.Any(option => !grades.ByOption.ContainsKey(option.Id)))
            yield return Ungraded;
    }

    private static IEnumerable<string> Of(AnswerValue.Proposals proposals, Platform platform, Board board, Func<ProposalDraft, string>? origin)
    {
        foreach (var item in proposals.Items)
            yield return origin is null ? Whole(item, platform) : $"{Whole(item, platform)}\n{origin(item)}";
        foreach (var title in proposals.Supports.Select(id => board.Proposals.GetValueOrDefault(id)?.Title).OfType<string>())
            yield return $"Vous soutenez la proposition «\u00A0{title}\u00A0»";
        if (proposals is { Items.Count: 0, Supports.Count: 0 })
            yield return "Aucune proposition, aucun soutien";
    }

    /// <summary>A proposal with all its author typed, a line a thing.</summary>
    public static string Whole(ProposalDraft item, Platform platform)
    {
        List<string> lines = [$"«\u00A0{item.Title}\u00A0»{(item.CanSpeak ? ", votre organisme peut intervenir" : "")}"];
        if (item.Rationale.Length > 0)
            lines.Add(item.Rationale);
        if (platform.ActionKinds.FirstOrDefault(kind => kind.Kind == item.Format) is { } format)
            lines.Add($"Rencontre souhaitée\u00A0: {format.Name.ToLowerInvariant()}");
        if (item.OutsideSpeaker.Length > 0)
            lines.Add($"À inviter\u00A0: {item.OutsideSpeaker}");
        return string.Join('\n', lines);
    }

    private static string[] Noted(string line, string note) => note.Length > 0 ? [line, $"Précision\u00A0: {note}"] : [line];

    /// <summary>« représentation par un autre membre : Claire Martin ».</summary>
    public static string Said(AnswerValue.Attendance attendance) =>
        attendance.Representative.Length > 0 ? $"{Name(attendance.Mode)}\u00A0: {attendance.Representative}" : Name(attendance.Mode);

    public static string Name(Channel channel) => channel switch
    {
        Channel.Page => "page",
        Channel.Phone => "téléphone",
        Channel.Reply or Channel.Mail => "courriel",
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
