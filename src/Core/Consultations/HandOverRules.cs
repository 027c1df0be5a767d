using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations;

/// <summary>What becomes of an open consultation when somebody who is asked leaves. Pure.</summary>
public static class HandOverRules
{
    /// <summary>
    /// The successor is asked in the place of whoever leaves. An organisation's answer stays as it is. Of what a person answered
    /// for herself, whether she comes and when she can is passed into the history and asked anew; a vote once cast, or an
    /// opinion once given, stands, and is not given twice. A secret vote by person passes to nobody: who has voted must not show.
    /// </summary>
    /// <param name="asked">Who is asked now.</param>
    /// <param name="from">Id of whoever leaves.</param>
    /// <param name="to">Of the same organisation.</param>
    /// <param name="answered">Whether the organisation has answered, where it answers as one.</param>
    /// <param name="own">What she answered for herself, where each answers alone.</param>
    /// <param name="college">Of her organisation.</param>
    public static Decision<HandedOver> Pass(
        Consultation consultation, IReadOnlyList<AudienceMember> asked, string from, AudienceMember to, bool answered, Answer? own, string college, DateTimeOffset now)
    {
        var alone = consultation.Template.Unit == AnswerUnit.Contact;
        if (!consultation.IsOpenAt(now) || asked.All(member => member.Contact != from)
            || (alone && (consultation.Template.IsSecret() || (own is not null && !IsOfHerDays(consultation)))))
            return Decision.Done<HandedOver>();
        var known = asked.Any(member => member.Contact == to.Contact);
        var members = known ? asked.Where(member => member.Contact != from) : asked.Select(member => member.Contact == from ? to : member);
        var waits = alone ? !known : !answered;
        var next = consultation with
        {
            Units = alone && known ? Fewer(consultation.Units, college) : consultation.Units,
            Answered = consultation.Answered - (own is null ? 0 : 1),
            Newcomers = waits ? [.. consultation.Newcomers ?? [], new Newcomer(to.Contact, now)] : consultation.Newcomers,
            Revision = consultation.Revision + 1,
        };
        return Decision.Accept(new HandedOver(next, [.. members], own, waits));
    }

    /// <summary>It asks whether a person comes, or when she can: her successor has other days.</summary>
    private static bool IsOfHerDays(Consultation consultation) =>
        consultation.Template.Questions.All(question => question.Kind is QuestionKind.Attendance or QuestionKind.Dates or QuestionKind.Text)
        && consultation.Template.Questions.Any(question => question.Kind is QuestionKind.Attendance or QuestionKind.Dates);

    private static Dictionary<string, int> Fewer(IReadOnlyDictionary<string, int> units, string college) =>
        units.ToDictionary(pair => pair.Key, pair => pair.Key == college ? Math.Max(0, pair.Value - 1) : pair.Value);
}

/// <summary>A consultation once somebody else is asked.</summary>
/// <param name="Past">An answer that goes into the history; null for none.</param>
/// <param name="Waits">An answer is expected of the successor.</param>
public sealed record HandedOver(Consultation Consultation, IReadOnlyList<AudienceMember> Members, Answer? Past, bool Waits);
