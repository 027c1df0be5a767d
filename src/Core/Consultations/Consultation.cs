using System.Text.Json.Serialization;
using Almanach.Core.Mail;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations;

/// <summary>One question put to the network, once opened. Its template and options are frozen with it.</summary>
/// <param name="Id">« 2022-themes ».</param>
/// <param name="Options">The choices of each question that has some.</param>
/// <param name="Closes">UTC, exclusive; null while nobody has set an end.</param>
/// <param name="Units">How many units are asked, per college.</param>
/// <param name="Answered">How many have answered.</param>
/// <param name="Revision">Grows with every answer, so that an answer and a close cannot cross.</param>
/// <param name="Settled">Since when no late answer is taken any more, because a step that uses the answers has begun; null before.</param>
/// <param name="Newcomers">Who was asked after it opened, and when; null for nobody.</param>
public sealed record Consultation(
    string Id, int Year, string Step, ConsultationTemplate Template,
    IReadOnlyDictionary<string, IReadOnlyList<OptionTemplate>> Options,
    ConsultationState State, DateTimeOffset Opened, DateTimeOffset? Closes, DateTimeOffset? ClosedAt,
    Audience Audience, IReadOnlyDictionary<string, int> Units, int Answered, int Revision,
    DateTimeOffset? Settled = null,
    IReadOnlyList<Newcomer>? Newcomers = null)
{
    public const string Key = "state";

    public const string AnswerPrefix = "answer|";

    public const string PastPrefix = "past|";

    public static string Partition(string id) => $"consultation-{id}";

    public int Asked => Units.Values.Sum();

    public bool IsOpenAt(DateTimeOffset now) => State == ConsultationState.Open && (Closes is null || now < Closes);

    /// <summary>Whether an answer is taken now, late or not.</summary>
    public bool TakesAnswersAt(DateTimeOffset now) => IsOpenAt(now) || (Template.Late == LateAnswers.Accept && Settled is null);

    public IReadOnlyList<OptionTemplate> OptionsOf(QuestionTemplate question) =>
        Options.TryGetValue(question.Id, out var options) ? options : question.Options;
}

public enum ConsultationState
{
    Open,
    Closed,
}

/// <summary>Somebody asked after the opening, because she joined the network since.</summary>
/// <param name="Morning">She is asked several things: by the merged mail of a morning, instead of an invitation for each. Left out of the record where it is not so.</param>
public sealed record Newcomer(string Contact, DateTimeOffset At, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Morning = false);
