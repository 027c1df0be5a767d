using Almanach.Core.Calendar;
using Almanach.Core.Consultations.Replies.Attending;
using Almanach.Core.Consultations.Replies.Choosing;
using Almanach.Core.Consultations.Replies.Contributing;
using Almanach.Core.Consultations.Replies.Days;
using Almanach.Core.Consultations.Replies.Proposing;
using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Cycle;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Replies;

/// <summary>
/// What a reply answers to one consultation. A wrong answer is worse than none: every sentence must be understood, or a
/// person reads. Pure.
/// </summary>
public static class ReplyRules
{
    /// <summary>Longer texts are no answers.</summary>
    public const int MostCharacters = 20_000;

    /// <param name="meeting">The meeting it asks about, if any.</param>
    /// <param name="zone">In which the meeting has its day.</param>
    public static Understanding Of(Consultation consultation, Reply reply, Step? meeting, PlatformZone zone)
    {
        if (ReplyDoors.Closed(consultation, reply) is { } closed)
            return new Understanding.Unclear(closed);
        var text = Plain.Tidy(reply.Text);
        if (QuestionOf(consultation.Template) is { Kind: QuestionKind.Contributions } call)
            return Told(consultation, call, Declining.Is(consultation, text) ? new Heard.Declines() : ContributionReply.Of(consultation, text, reply.Before?.Values.GetValueOrDefault(call.Id) as AnswerValue.Contributions, reply), reply, meeting);
        if (Doubts.In(Plain.Fold(Plain.Bare(text)).Replace('\n', ' ')) is { } doubt)
            return new Understanding.Unclear(doubt);
        if (Drawings.Answer(text))
            return new Understanding.Unclear("Le message répond par des signes, ou en barrant ou cochant des lignes.");
        if (MinutesApproval.IsOne(consultation))
            return Checked(consultation, reply, meeting, MinutesReply.Of(text, reply.Before));
        if (EditionReview.IsOne(consultation))
            return MinutesReply.Of(text, null) is Understanding.Answered { Values: var opinion } && opinion.GetValueOrDefault(MinutesApproval.Opinion) is AnswerValue.Choice { Option: MinutesApproval.Approve }
                ? Checked(consultation, reply, meeting, new Understanding.Answered(EditionReview.All(consultation), false))
                : new Understanding.Unclear("Le message ne dit pas simplement que tous les articles sont approuvés.");
        if (QuestionOf(consultation.Template) is not { } question)
            return new Understanding.Unclear("Cette consultation pose plusieurs questions\u00A0: le message ne dit pas à laquelle il répond.");
        var heard = Declining.Is(consultation, text) ? new Heard.Declines() : Hear(consultation, question, text, reply, meeting, zone);
        return Told(consultation, question, heard, reply, meeting);
    }

    private static Understanding Told(Consultation consultation, QuestionTemplate question, Heard heard, Reply reply, Step? meeting) =>
        heard switch
        {
            Heard.Unsure unsure => new Understanding.Unclear(unsure.Because),
            Heard.Declines => reply.Before is { Declined: false }
                ? new Understanding.Unclear("Une réponse est déjà enregistrée, et ce message dit qu’il n’y en a pas.")
                : Checked(consultation, reply, meeting, new Understanding.Answered(new Dictionary<string, AnswerValue>(), true)),
            Heard.Said said => Checked(consultation, reply, meeting, Beside(question, said.Value, reply.Before)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The one question a reply can only be about: the only one, the only one that must be answered, or the one that takes proposals.</summary>
    private static QuestionTemplate? QuestionOf(ConsultationTemplate template)
    {
        var required = template.Questions.Where(question => question.Required).ToList();
        return template.Questions.Count == 1 ? template.Questions[0]
            : required.Count == 1 ? required[0]
            : required.Count > 1 ? null
            : template.BallotQuestion() ?? Only(template.Questions.Where(question => question.Kind == QuestionKind.Proposals));
    }

    private static QuestionTemplate? Only(IEnumerable<QuestionTemplate> questions) => questions.ToList() is [var one] ? one : null;

    private static Heard Hear(Consultation consultation, QuestionTemplate question, string text, Reply reply, Step? meeting, PlatformZone zone)
    {
        var before = reply.Before?.Values.GetValueOrDefault(question.Id);
        if (question.Kind == QuestionKind.Proposals)
            return ProposalReply.Of(consultation, text, before as AnswerValue.Proposals, reply);
        if (question.Kind == QuestionKind.Text)
            return TextReply.Of(text, before as AnswerValue.Text);
        var bare = Plain.Bare(text);
        if (Doubts.OfChoosing(Plain.Fold(bare).Replace('\n', ' ')) is { } doubt)
            return new Heard.Unsure(doubt);
        var options = consultation.OptionsOf(question);
        return question.Kind switch
        {
            QuestionKind.Attendance => AttendanceReply.Of(bare, meeting, zone, before as AnswerValue.Attendance),
            QuestionKind.Dates => DateReply.Of(bare, options, before as AnswerValue.Dates),
            QuestionKind.Engagement => EngagementReply.Of(consultation, bare),
            QuestionKind.Choice => ChoiceReply.Of(consultation, options, bare),
            QuestionKind.Approval => ChoiceReply.Several(consultation, options, bare),
            QuestionKind.Consent => ConsentReply.Of(options, bare),
            QuestionKind.Grades or QuestionKind.Ranking => new Heard.Unsure("Les mentions et les rangs ne se lisent pas dans un message\u00A0: ils se donnent sur la page."),
            QuestionKind.Deliveries => new Heard.Unsure("Ce message parle de fichiers attendus et n’en joint aucun qui ait été enregistré."),
            QuestionKind.Entries => EntriesReply.Of(bare, reply, before as AnswerValue.Entries),
            QuestionKind.Contributions or QuestionKind.Proposals or QuestionKind.Text => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What was said of other questions stays.</summary>
    private static Understanding Beside(QuestionTemplate question, AnswerValue value, Answer? before) => new Understanding.Answered(
        new Dictionary<string, AnswerValue>(before?.Values ?? new Dictionary<string, AnswerValue>()) { [question.Id] = value }, false);

    /// <summary>The page would take it too; and nobody's word is changed by a colleague's mail, to which only proposals and contributions add.</summary>
    private static Understanding Checked(Consultation consultation, Reply reply, Step? meeting, Understanding understood)
    {
        if (understood is not Understanding.Answered answered)
            return understood;
        var unit = reply.Before?.Unit ?? reply.By;
        var command = new AnswerCommand(unit, unit, reply.By, Channel.Reply, answered.Declined, answered.Values, reply.At);
        if (AnswerChecks.Of(consultation, command, meeting) is [var error, ..])
            return new Understanding.Unclear(error.Message);
        return reply.Before is { } before && before.By != reply.By && Changes(before, answered)
            ? new Understanding.Unclear("Une autre personne a déjà répondu, et ce message dit autre chose.") : answered;
    }

    private static bool Changes(Answer before, Understanding.Answered after) => before.Declined != after.Declined || before.Values.Any(pair =>
        pair.Value is not (AnswerValue.Proposals or AnswerValue.Contributions) && (!after.Values.TryGetValue(pair.Key, out var now) || Written(pair.Value) != Written(now)));

    private static string Written(AnswerValue value) => Stored.Write(new AnswerValues(new Dictionary<string, AnswerValue> { [""] = value }));
}
