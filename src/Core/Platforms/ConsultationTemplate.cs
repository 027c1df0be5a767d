using System.ComponentModel;

namespace Almanach.Core.Platforms;

/// <summary>One question put to the network: audience, unit, typed questions, reminders, rules.</summary>
/// <param name="Id">Lower-case letters, digits, dashes.</param>
/// <param name="Title">Kicker and subject: « Collecte des thèmes [année] ».</param>
/// <param name="Heading">The one question the page asks, in its title.</param>
/// <param name="Lede">One or two sentences below; may hold <c>[année]</c>, <c>[clôture]</c> and <c>[réunion]</c>.</param>
/// <param name="Roles">Who is asked: contacts with one of these roles …</param>
/// <param name="Body">… in this body; null for the whole network.</param>
/// <param name="Late">What happens to an answer after the close.</param>
/// <param name="Reminders">Days before the close on which those who have not answered are reminded, most first.</param>
/// <param name="Invitation">Name of the text in <c>textes/</c> that invites (without .md).</param>
/// <param name="Reminder">Sentence of the merged reminder mail; may hold <c>[clôture]</c> and <c>[réunion]</c>.</param>
/// <param name="MayDecline">« Nous n'avons pas de proposition cette année » is an answer too; in a vote, the abstention.</param>
/// <param name="Vote">It is a vote: how the one question that can be counted is, and what makes the result valid; null for other consultations.</param>
public sealed record ConsultationTemplate(
    string Id, string Title, string Heading, string Lede, AnswerUnit Unit,
    IReadOnlyList<Network.RoleKind> Roles, [DefaultValue(null)] string? Body, LateAnswers Late, IReadOnlyList<int> Reminders,
    string Invitation, string Reminder, [DefaultValue(false)] bool MayDecline, [DefaultValue("")] string DeclineLabel,
    IReadOnlyList<QuestionTemplate> Questions, [DefaultValue(null)] VoteRules? Vote = null)
{
    /// <summary>The question that is voted on: the one that can be counted; grades are a vote even where nothing says so. Null where nothing is voted on.</summary>
    public QuestionTemplate? BallotQuestion() => Questions.FirstOrDefault(question => question.Kind == QuestionKind.Grades || (Vote is not null && VoteRules.Counts(question.Kind)));

    /// <summary>How it is counted.</summary>
    public VoteRules VoteOrDefault() => Vote ?? VoteRules.Default;

    /// <summary>Only organisations that have current entries in the catalogue are asked.</summary>
    public bool AsksProducers() => Questions.Any(question => question.Kind == QuestionKind.Entries);

    /// <summary>Only organisations of which a data file is expected are asked.</summary>
    public bool AsksDeliveries() => Questions.Any(question => question.Kind == QuestionKind.Deliveries);

    /// <summary>Nobody, not even the coordinator, may learn who voted what.</summary>
    public bool IsSecret() => Vote is { Secret: true };

    /// <summary>What it asks, as far as it matters what comes first.</summary>
    public AskKind AskKind() =>
        Questions.Any(question => question.Kind == QuestionKind.Attendance) ? Platforms.AskKind.Attendance
        : BallotQuestion() is not null ? Platforms.AskKind.Vote
        : Questions.Any(question => question.Kind == QuestionKind.Dates) ? Platforms.AskKind.Dates
        : Platforms.AskKind.Answers;

    /// <summary>The same with <c>[année]</c> filled in everywhere.</summary>
    public ConsultationTemplate For(int year)
    {
        string Fill(string text) => Engine.Setting.Fill(text, year);
        return this with
        {
            Title = Fill(Title),
            Heading = Fill(Heading),
            Lede = Fill(Lede),
            Reminder = Fill(Reminder),
            DeclineLabel = Fill(DeclineLabel),
            Questions = [.. Questions.Select(question => question with
            {
                Label = Fill(question.Label), Hint = Fill(question.Hint),
                Options = [.. question.Options.Select(option => option with { Label = Fill(option.Label), Hint = Fill(option.Hint) })],
            })],
        };
    }
}

public enum AnswerUnit
{
    /// <summary>One answer for an organisation, whoever gives it.</summary>
    Organisation,

    /// <summary>One answer for each person.</summary>
    Contact,
}

public enum LateAnswers
{
    /// <summary>Refused, kindly.</summary>
    Refuse,

    /// <summary>Taken and marked late until the next step that uses them begins.</summary>
    Accept,
}

/// <summary>One typed question.</summary>
/// <param name="Id">Lower-case letters, digits, dashes.</param>
/// <param name="Options">The choices, for kinds that have some and no source.</param>
/// <param name="Source">Where the choices come from when the consultation opens, instead of a list.</param>
public sealed record QuestionTemplate(
    string Id, QuestionKind Kind, string Label, [DefaultValue("")] string Hint, [DefaultValue(false)] bool Required,
    IReadOnlyList<OptionTemplate> Options, [DefaultValue(OptionSource.Listed)] OptionSource Source);

public sealed record OptionTemplate(string Id, string Label, [DefaultValue("")] string Hint);

public enum QuestionKind
{
    /// <summary>Themes proposed: title, rationale, format, « I can speak », outside speaker.</summary>
    Proposals,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any number of the options.</summary>
    Approval,

    /// <summary>A grade for each option (majority judgment).</summary>
    Grades,

    /// <summary>A rank for each option, 1 the best (Schulze).</summary>
    Ranking,

    /// <summary>No objection, a reservation, or a reasoned objection to each option (consent).</summary>
    Consent,

    /// <summary>Yes, if need be, or no for each date.</summary>
    Dates,

    /// <summary>Interest and the effort one can commit.</summary>
    Engagement,

    /// <summary>On site, by video, represented, excused.</summary>
    Attendance,

    /// <summary>Free text, at most 4,000 characters.</summary>
    Text,

    /// <summary>Articles, links, events, publications, pictures for a newsletter.</summary>
    Contributions,

    /// <summary>What a producer says of each of its entries in the catalogue; only organisations that have some are asked.</summary>
    Entries,

    /// <summary>The data files expected of a producer; only organisations of which some are expected are asked.</summary>
    Deliveries,
}

public enum OptionSource
{
    /// <summary>The list in the configuration.</summary>
    Listed,

    /// <summary>The themes the year before left untreated.</summary>
    CarriedOverThemes,

    /// <summary>The consolidated themes of the year, for the vote.</summary>
    ConsolidatedThemes,

    /// <summary>Themes kept as candidates for a working group.</summary>
    GroupCandidates,

    /// <summary>Proposals and carried-over themes for the next séminaire.</summary>
    SeminaireThemes,
}
