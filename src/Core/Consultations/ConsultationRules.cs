using Almanach.Core.Consultations.Secret;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Consultations;

/// <summary>When an answer is taken, and what follows from it.</summary>
public static class ConsultationRules
{
    /// <summary>
    /// Why a consultation should not be opened, or null: nobody is asked, or it is about choices that come from the life of the
    /// platform and there are none.
    /// </summary>
    public static Refusal? MayOpen(
        ConsultationTemplate template, int asked, IReadOnlyDictionary<string, IReadOnlyList<OptionTemplate>> options)
    {
        if (asked == 0 && template.AsksProducers())
            return Refusal.Because(Why.NotNow, "Aucune fiche du catalogue n’a pour producteur un organisme du réseau qui puisse être consulté\u00A0: personne n’a été invité. Ajoutez ou importez des fiches, avec leurs producteurs, puis ouvrez l’étape, ou sautez-la.");
        if (asked == 0 && template.AsksDeliveries())
            return Refusal.Because(Why.NotNow, "Aucun fichier de données n’est attendu d’un organisme du réseau qui puisse être consulté\u00A0: personne n’a été invité. Décrivez les livraisons attendues et complétez les contacts, puis ouvrez l’étape, ou sautez-la.");
        if (asked == 0)
            return Refusal.Because(Why.NotNow, "Personne n’est à consulter : aucun contact actif n’a le rôle demandé. Complétez les contacts, puis ouvrez l’étape.");
        if (template.IsSecret() && SecretVote.Size(template, asked, Choices(template, options)) > StoreLimits.ValueBytes / 2)
            return Refusal.Because(Why.NotNow, $"Un vote secret tient dans une seule urne\u00A0: avec {asked} votants et {Choices(template, options)} choix, elle serait trop grande. Réduisez les choix, puis ouvrez l’étape.");
        if (options.Count == 0 || options.Values.Any(choices => choices.Count > 0)
            || template.Questions.Any(question => question.Kind == QuestionKind.Proposals))
            return null;
        return Refusal.Because(Why.NotNow, template.Questions.First(question => options.ContainsKey(question.Id)).Source switch
        {
            OptionSource.GroupCandidates => "Aucune action du programme n’est un groupe de travail à choisir : personne n’a été invité. Ajoutez-en une, puis ouvrez l’étape, ou sautez-la.",
            _ => "Aucun thème n’est prêt pour cette consultation : personne n’a été invité. Ajoutez des thèmes, puis ouvrez l’étape, ou sautez-la.",
        });
    }

    internal static Refusal SecretStaysClosed { get; } = Refusal.Because(Why.NotNow,
        "Un vote secret ne se rouvre pas\u00A0: chacun verrait, en comparant les deux résultats, ce que disent les derniers bulletins. Organisez un nouveau vote.");

    private static int Choices(ConsultationTemplate template, IReadOnlyDictionary<string, IReadOnlyList<OptionTemplate>> options) =>
        template.BallotQuestion() is { } question ? (options.GetValueOrDefault(question.Id) ?? question.Options).Count : 0;

    /// <param name="expected">Revision of the answer the person saw (0 for none), or null when it does not matter (phone).</param>
    /// <param name="meeting">The meeting it asks about, if any: one by video is attended by video.</param>
    /// <param name="wrong">What is wrong with the answer by what stands outside the consultation (the catalogue).</param>
    public static Decision<AnswerTaken> Take(
        Consultation consultation, Answer? before, AnswerCommand command, int? expected, Step? meeting = null, IReadOnlyList<FieldError>? wrong = null)
    {
        if (IsOff(consultation, meeting))
            return Refusal.Because(Why.Closed, $"{Presence.NotHeld(meeting!)}\u00A0: il n’y a plus de réponse à donner, et rien n’a été enregistré.");
        if (Window(consultation, command.Now) is { } closed)
            return closed;
        if (before is not null && Same(before, command))
            return Decision.Done<AnswerTaken>();
        if (Crossed(before, command, expected) is { } crossed)
            return crossed;
        if (AnswerChecks.Of(consultation, command, meeting) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        if (wrong is { Count: > 0 })
            return Refusal.Invalid(wrong);

        var late = !consultation.IsOpenAt(command.Now);
        var answer = new Answer(command.Unit, (before?.Revision ?? 0) + 1, command.By, command.Channel, command.Now, late, command.Declined, command.Values);
        var next = consultation with
        {
            Answered = consultation.Answered + (before is null ? 1 : 0),
            Revision = consultation.Revision + 1,
        };
        return Decision.Accept(new AnswerTaken(next, answer), ConsultationEffects.OnAnswer(consultation, answer, command));
    }

    /// <summary>What was seen is not what is recorded now, and says something else; null where nothing stands in the way.</summary>
    /// <inheritdoc cref="Take" path="/param[@name='expected']"/>
    public static Refusal? Crossed(Answer? before, AnswerCommand command, int? expected) =>
        expected is { } seen && seen != (before?.Revision ?? 0) && (before is null || !Same(before, command))
            ? Refusal.Because(Why.Changed, $"{Meanwhile(before, command)} Votre envoi n’a pas été enregistré.") : null;

    /// <summary>It asks who comes to a meeting that was called off, or on which date: nobody answers any more, late or not, unless the meeting is restored.</summary>
    /// <param name="meeting">The meeting it is about, if any.</param>
    public static bool IsOff(Consultation consultation, Step? meeting) =>
        meeting is { State: StepState.Skipped } && consultation.Template.Questions.Any(question => question.Kind is QuestionKind.Attendance or QuestionKind.Dates);

    /// <summary>
    /// People who joined the network are asked too. An organisation is one more unit only where nobody of it was asked before;
    /// where it has answered for all its people, they may read and correct the answer, but are not written to.
    /// </summary>
    /// <param name="asked">Who is asked already.</param>
    /// <param name="newcomers">People with the roles it asks.</param>
    /// <param name="answered">Units that have answered.</param>
    /// <param name="college">The college of an organisation.</param>
    public static Decision<Joining> Join(
        Consultation consultation, IReadOnlyList<Mail.AudienceMember> asked, IReadOnlyList<Mail.AudienceMember> newcomers,
        IReadOnlySet<string> answered, Func<string, string> college, DateTimeOffset now, IReadOnlySet<string>? mornings = null)
    {
        var joining = newcomers.Where(newcomer => asked.All(member => member.Contact != newcomer.Contact)).ToList();
        if (!consultation.IsOpenAt(now) || joining.Count == 0)
            return Decision.Done<Joining>();
        var together = consultation.Template.Unit == AnswerUnit.Organisation;
        var units = new Dictionary<string, int>(consultation.Units);
        foreach (var one in together ? joining.DistinctBy(one => one.Organisation).Where(one => asked.All(member => member.Organisation != one.Organisation)) : joining)
            units[college(one.Organisation)] = units.GetValueOrDefault(college(one.Organisation)) + 1;
        var invited = joining.Where(one => !answered.Contains(together ? one.Organisation : one.Contact)).ToList();
        var next = consultation with
        {
            Units = units,
            Newcomers = invited.Count == 0 ? consultation.Newcomers : [.. consultation.Newcomers ?? [], .. invited.Select(one => new Newcomer(one.Contact, now, mornings?.Contains(one.Contact) == true))],
            Revision = consultation.Revision + 1,
        };
        return Decision.Accept(new Joining(next, joining, invited));
    }

    /// <summary>The timer of an end that has moved to a later day: the call for contributions follows its edition.</summary>
    internal static bool IsOvertaken(Consultation consultation, Effect.CloseConsultation effect) =>
        Newsletter.EditionCall.EditionOf(consultation) is not null && consultation.Closes > effect.Due;

    public static Decision<Consultation> Close(Consultation consultation, DateTimeOffset now)
    {
        if (consultation.State == ConsultationState.Closed)
            return Decision.Done<Consultation>();
        var closed = consultation with { State = ConsultationState.Closed, ClosedAt = now, Revision = consultation.Revision + 1 };
        return Decision.Accept(closed, ConsultationEffects.OnClose(consultation, now));
    }

    /// <summary>A step that uses the answers has begun: what comes late now would change nothing. One settled stays so, reopened or not.</summary>
    public static Decision<Consultation> Settle(Consultation consultation, DateTimeOffset now) => consultation.Settled is not null
        ? Decision.Done<Consultation>()
        : Decision.Accept(consultation with { Settled = now, Revision = consultation.Revision + 1 });

    /// <summary>A new end, or a reopening: nobody is mailed again, links go on working.</summary>
    public static Decision<Consultation> Extend(Consultation consultation, DateTimeOffset? closes)
    {
        if (consultation.State == ConsultationState.Open && consultation.Closes == closes)
            return Decision.Done<Consultation>();
        // What would come after the count would show by the difference.
        if (consultation.State == ConsultationState.Closed && consultation.Template.IsSecret())
            return SecretStaysClosed;
        return Decision.Accept(consultation with
        {
            State = ConsultationState.Open,
            Closes = closes,
            ClosedAt = null,
            Revision = consultation.Revision + 1,
        });
    }

    /// <summary>Why a consultation outside the calendar cannot open, or null.</summary>
    /// <param name="seen">Hash of the people shown before.</param>
    public static Refusal? OpenAdHoc(AdHoc asked, IReadOnlyList<Mail.AudienceMember> members, string seen, DateTimeOffset now)
    {
        if (asked.Closes <= now)
            return Refusal.Invalid(new FieldError("cloture", "Choisissez un dernier jour à venir."));
        if (asked.Template.Questions.Any(question => question.Kind == QuestionKind.Dates && question.Options.Count < 2))
            return Refusal.Invalid(new FieldError("date-1", "Proposez au moins deux dates."));
        if (members.Count == 0)
            return Refusal.Because(Why.NotNow, "Personne ne serait sollicité\u00A0: cette instance n’a pas de membre. Complétez d’abord le réseau.");
        return seen == Mail.AudienceShelf.HashOf(members)
            ? null
            : Refusal.Because(Why.Changed, "Le réseau a changé depuis que cette page est ouverte\u00A0: les destinataires ne sont plus les mêmes. Relisez la liste, puis confirmez de nouveau.");
    }

    /// <summary>Why no answer is taken at an instant; null where one is.</summary>
    public static Refusal? Window(Consultation consultation, DateTimeOffset now)
    {
        if (now < consultation.Opened)
            return Refusal.Because(Why.NotYetOpen, "Cette consultation n’est pas encore ouverte. Vous recevrez un message à l’ouverture.");
        if (consultation.TakesAnswersAt(now))
            return null;
        return Refusal.Because(Why.Closed, "La consultation est close : votre réponse n’a pas été enregistrée. Appelez la coordination si elle doit encore compter.");
    }

    /// <summary>Who was quicker: often oneself, with the page open twice.</summary>
    private static string Meanwhile(Answer? before, AnswerCommand command) => before switch
    {
        null => "La réponse que vous avez vue n’est plus celle qui est enregistrée.",
        { IsNoted: false } when before.By == command.By && command.Channel != Channel.Mail => "Vous avez déjà répondu dans une autre fenêtre.",
        _ when command.Channel is Channel.Phone or Channel.Mail => "Une réponse a été enregistrée pendant que vous écriviez.",
        { IsNoted: true } => "La coordination a noté une réponse pour votre organisme pendant que vous écriviez.",
        _ => "Quelqu’un de votre organisme a répondu pendant que vous écriviez.",
    };

    private static bool Same(Answer before, AnswerCommand command) =>
        before.Declined == command.Declined && Stored.Write(new AnswerValues(before.Values)) == Stored.Write(new AnswerValues(command.Values));
}

/// <summary>A consultation outside the platform's calendar, before it opens.</summary>
/// <param name="Id">« 2022-date-copil »; one that exists is refused.</param>
/// <param name="Step">The step it is about: « 2022/copil ».</param>
/// <param name="Closes">UTC, exclusive.</param>
public sealed record AdHoc(string Id, int Year, string Step, ConsultationTemplate Template, DateTimeOffset Closes);

/// <summary>An answer as it arrives, parsed but not yet judged.</summary>
public sealed record AnswerCommand(
    string Unit, string Organisation, string By, Channel Channel, bool Declined,
    IReadOnlyDictionary<string, AnswerValue> Values, DateTimeOffset Now);

/// <summary>The two records an answer changes.</summary>
public sealed record AnswerTaken(Consultation Consultation, Answer Answer);

/// <summary>People joining an open consultation.</summary>
/// <param name="Members">Everybody who joins.</param>
/// <param name="Invited">Those among them who are written to.</param>
public sealed record Joining(Consultation Consultation, IReadOnlyList<Mail.AudienceMember> Members, IReadOnlyList<Mail.AudienceMember> Invited)
{
    /// <summary>Whether a morning asks somebody instead of an invitation.</summary>
    public bool Waits(string contact) => Consultation.Newcomers?.Any(newcomer => newcomer.Morning && newcomer.Contact == contact) == true;
}

/// <summary>Values alone, to compare or store.</summary>
public sealed record AnswerValues(IReadOnlyDictionary<string, AnswerValue> Values);
