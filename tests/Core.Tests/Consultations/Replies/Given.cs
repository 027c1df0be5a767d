using System.Text.Json;
using System.Text.RegularExpressions;
using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Replies;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Cycle;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Consultations.Replies;

/// <summary>Consultations to reply to, and what was understood, in one line.</summary>
internal static partial class Given
{
    public static readonly DateTimeOffset Now = new(2027, 3, 4, 9, 0, 0, TimeSpan.Zero);

    private static readonly PlatformZone Zone = new("Europe/Paris");

    /// <summary>Tuesday 24 November 2026 at 14:00 in Paris.</summary>
    public static Step Meeting(bool remote = false) => new(
        "copil", "copil", "Comité de pilotage", new DateTimeOffset(2026, 11, 24, 13, 0, 0, TimeSpan.Zero), null, StepState.Planned, true, [],
        new StepWork.Meet("Comité de pilotage", "copil", remote ? "" : "Lyon", remote, true));

    public static Consultation Asking(params QuestionTemplate[] questions) => Questions.Of(QuestionKind.Text) with
    {
        Year = 2027,
        Options = new Dictionary<string, IReadOnlyList<OptionTemplate>>(),
        Template = Questions.Template(QuestionKind.Text) with { DeclineLabel = "Nous n’avons pas de proposition cette année", Questions = questions },
    };

    public static QuestionTemplate Question(QuestionKind kind, bool required = true, params (string Id, string Label)[] options) =>
        new(kind.ToString().ToLowerInvariant(), kind, "Votre avis", "", required, [.. options.Select(option => new OptionTemplate(option.Id, option.Label, ""))], OptionSource.Listed);

    /// <summary>As platforms ask it: themes of the year before to tick, and proposals; neither required.</summary>
    public static Consultation Themes { get; } = Asking(Question(QuestionKind.Approval, false, ("t-1", "Le reste à vivre"), ("t-2", "Les aidants")), Question(QuestionKind.Proposals, false));

    public static Consultation Presence { get; } = Asking(Question(QuestionKind.Attendance), Question(QuestionKind.Text, false));

    /// <summary>Tuesday 13 and Thursday 15 April 2027 (they are those days in 2021 and 2027).</summary>
    public static Consultation TwoDates { get; } = Dates("20270413", "20270415");

    public static Consultation Dates(params string[] options) =>
        Asking(Question(QuestionKind.Dates, true, [.. options.Select(option => (option, Core.Meetings.Dates.ProposedDate.Parse(option)?.Label ?? option))]));

    public static Understanding Read(Consultation consultation, string text, Step? meeting = null, Answer? before = null, int files = 0, IReadOnlyDictionary<string, string>? entries = null) =>
        ReplyRules.Of(consultation, new Reply(text, files, before, "c-1", Now) { Entries = entries ?? new Dictionary<string, string>() }, meeting, Zone);

    public static Answer Before(params (string Question, AnswerValue Value)[] values) =>
        new("caf", 1, "c-1", Channel.Page, Now.AddDays(-1), false, false, values.ToDictionary(pair => pair.Question, pair => pair.Value));

    /// <summary>« ? » where a person must look; else what is answered, short.</summary>
    public static string Said(Understanding understood) => understood switch
    {
        Understanding.Unclear => "?",
        Understanding.Answered { Declined: true } => "rien",
        Understanding.Answered answered => string.Join(" + ", answered.Values.Values.Select(Short)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Why(Understanding understood) => Assert.IsType<Understanding.Unclear>(understood).Because;

    private static string Short(AnswerValue value) => value switch
    {
        AnswerValue.Contributions contributions => string.Join(" | ", contributions.Items.Select(item =>
            $"{item.Kind}: {item.Title}{(item.Text.Length > 0 ? $" [{item.Text.Replace('\n', '/')}]" : "")}{(item.Link.Length > 0 ? $" <{item.Link}>" : "")}{(item.Picture is { } picture ? $" ({picture.Alt})" : "")}")),
        AnswerValue.Proposals proposals => string.Join(" | ", proposals.Items.Select(item => item.Title + (item.Rationale.Length > 0 ? $" [{item.Rationale.Replace('\n', '/')}]" : "") + (item.CanSpeak ? " !" : ""))),
        AnswerValue.Attendance attendance => $"{attendance.Mode}{(attendance.Representative.Length > 0 ? $" {attendance.Representative}" : "")}{(attendance.Note.Length > 0 ? $" ({attendance.Note})" : "")}",
        AnswerValue.Dates dates => string.Join(' ', dates.ByOption.Select(pair => $"{Digits().Replace(pair.Key, "$1")}{Sign(pair.Value)}")),
        AnswerValue.Choice choice => choice.Option,
        AnswerValue.Approval approval => string.Join(',', approval.Options),
        AnswerValue.Consent consent => string.Join(',', consent.ByOption.Select(pair => $"{pair.Key} {pair.Value.Word}")),
        AnswerValue.Engagement engagement => $"{engagement.Interest} {engagement.Effort}",
        AnswerValue.Text text => text.Value,
        AnswerValue.Entries entries => string.Join(' ', entries.ByEntry.Select(pair => $"{pair.Key}:{pair.Value.Word}")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static char Sign(Availability word) => word switch
    {
        Availability.Yes => '+',
        Availability.IfNeedBe => '~',
        Availability.No => '-',
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The words of sample mails, as they are labelled.</summary>
    public static IEnumerable<(string Name, string Text)> Samples() => Directory.GetFiles(Path.Combine(Mail.Incoming.Samples.Folder, "replies"), "*.json").Order(StringComparer.Ordinal)
        .Select(file => (Path.GetFileNameWithoutExtension(file), JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("text").GetString()!));

    [GeneratedRegex("^[0-9]{6}([0-9]{2})(?:-)?")]
    private static partial Regex Digits();
}
