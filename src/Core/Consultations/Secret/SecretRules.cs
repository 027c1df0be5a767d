using Almanach.Core.Consultations.Votes;
using Almanach.Core.Engine;

namespace Almanach.Core.Consultations.Secret;

/// <summary>Whether a secret ballot is taken.</summary>
public static class SecretRules
{
    public const string NoCode = "Ce code n’est celui d’aucun bulletin. Vérifiez-le, lettre par lettre\u00A0: il a été montré une seule fois, après le vote.";

    /// <param name="consultation">A secret vote.</param>
    public static Decision<SecretTaken> Cast(Consultation consultation, SecretVote vote, SecretCommand command)
    {
        if (ConsultationRules.Window(consultation, command.Now) is { } closed)
            return closed;
        var given = command.Value is null ? new Dictionary<string, AnswerValue>() : new Dictionary<string, AnswerValue> { [Question(consultation)] = command.Value };
        if (AnswerChecks.Of(consultation, new AnswerCommand(command.Unit, command.Organisation, command.By, Channel.Page, command.Value is null, given, command.Now)) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);

        var ballot = new SecretBallot(command.Code, Marks(consultation, command.Value));
        return (vote.Roll.Units.Contains(command.Unit), vote.Box.Find(command.Code)) switch
        {
            (false, null) => Taken(consultation, new SecretVote(vote.Roll.With(command.Unit), vote.Box.With(ballot)), first: true),
            (false, _) => Refusal.Because(Why.Changed, "Ce code est déjà celui d’un bulletin\u00A0: rien n’a été enregistré. Reprenez votre bulletin, puis confirmez de nouveau."),
            (true, null) when command.IsNew => Refusal.Because(Why.Changed,
                "Votre organisme a déjà voté\u00A0: ce second bulletin n’a pas été enregistré. Pour changer le premier, il faut le code montré après le vote."),
            (true, null) => Refusal.Invalid(new FieldError(CodeField, NoCode)),
            (true, { } before) when Same(before, ballot) => Decision.Done<SecretTaken>(),
            (true, _) => Taken(consultation, vote with { Box = vote.Box.With(ballot) }, first: false),
        };
    }

    /// <summary>Name of the field of the code, on the page.</summary>
    public const string CodeField = "_code";

    private static Decision<SecretTaken> Taken(Consultation consultation, SecretVote vote, bool first) => Decision.Accept(new SecretTaken(
        consultation with { Answered = vote.Roll.Units.Count, Revision = consultation.Revision + 1 }, vote, first));

    private static IReadOnlyList<int?>? Marks(Consultation consultation, AnswerValue? value) => value is null ? null
        : VoteBallots.IsBlank(value) ? []
        : VoteBallots.Marks([.. consultation.OptionsOf(consultation.Template.BallotQuestion()!).Select(option => option.Id)], value);

    private static bool Same(SecretBallot one, SecretBallot other) =>
        one.Marks is null || other.Marks is null ? one.Marks is null && other.Marks is null : one.Marks.SequenceEqual(other.Marks);

    private static string Question(Consultation consultation) => consultation.Template.BallotQuestion()!.Id;
}

/// <summary>A ballot as it arrives. What it says and who sends it stand together here, in memory, and nowhere else.</summary>
/// <param name="By">Contact in front of the page.</param>
/// <param name="Code">A new one, or that of the ballot to change.</param>
/// <param name="IsNew">The page drew the code: the voter has none yet.</param>
/// <param name="Value">What it says; null for an abstention.</param>
public sealed record SecretCommand(string Unit, string Organisation, string By, string Code, bool IsNew, AnswerValue? Value, DateTimeOffset Now);

/// <param name="First">The unit had not voted before.</param>
public sealed record SecretTaken(Consultation Consultation, SecretVote Vote, bool First);
