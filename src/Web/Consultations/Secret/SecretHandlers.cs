using System.Security.Cryptography;
using Almanach.Core;
using Almanach.Core.Consultations.Secret;
using Almanach.Core.Engine;
using Almanach.Web.Consultations.Answers;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Secret;

/// <summary>
/// A secret ballot. Its code is drawn with the page that shows it for confirmation, so that confirming twice is confirming
/// once; it is shown by the answer to that form alone, in no address and no mail.
/// </summary>
internal static class SecretHandlers
{
    /// <param name="Page">What to show; null when it was refused.</param>
    public readonly record struct Casting(IResult? Page, Refusal? Refusal);

    /// <summary>A ballot can be changed by its code alone.</summary>
    public static IReadOnlyList<FieldError> Errors(Visit visit, Fields fields) =>
        visit is { IsSecret: true, HasVoted: true } && fields.Text(AnswerNames.Seal).Length == 0 && (CodeIn(fields) is not { } code || visit.Secret!.Box.Find(code) is null)
            ? [new FieldError(AnswerNames.Code, SecretRules.NoCode)] : [];

    /// <summary>What the page to confirm is given: a new code with its seal, or the one typed.</summary>
    public static Dictionary<string, object?> Parameters(Visit visit, Fields fields, Office office)
    {
        if (!visit.IsSecret)
            return [];
        if (visit.HasVoted && CodeIn(fields) is { } typed)
            return new() { [nameof(ReviewPage.Code)] = typed };
        var code = RandomNumberGenerator.GetString(SecretCode.Alphabet, SecretCode.Length);
        return new() { [nameof(ReviewPage.Code)] = code, [nameof(ReviewPage.Seal)] = office.Seals.Of(visit.Consultation.Id, code) };
    }

    public static async Task<Casting> Cast(Visit visit, Fields fields, AnswerReading reading, Office office, CancellationToken stop)
    {
        var isNew = CodeIn(fields) is { } drawn && office.Seals.Holds(visit.Consultation.Id, drawn, fields.Text(AnswerNames.Seal));
        if (CodeIn(fields) is not { } code || (!isNew && !visit.HasVoted))
            return new Casting(null, Refusal.Because(Why.Changed, "Ce bulletin n’a pas été relu sur notre page\u00A0: il n’a pas été enregistré. Relisez-le, puis confirmez."));
        var value = reading.Abstains ? null : reading.Values.GetValueOrDefault(visit.Ballot!.Id);
        var refusal = await office.Secrets.Cast(
            visit.Consultation.Id, new SecretCommand(visit.Unit, visit.Organisation.Id, visit.Contact.Id, code, isNew, value, office.Now), stop);
        return refusal is not null ? new Casting(null, refusal) : new Casting(await PageResult.Of<SecretCastPage>(new Dictionary<string, object?>
        {
            [nameof(SecretCastPage.Visit)] = visit,
            [nameof(SecretCastPage.Code)] = code,
            [nameof(SecretCastPage.Next)] = NextSteps.Of(visit, await office.Cycle.Find(visit.Consultation.Year, stop)),
        }), null);
    }

    private static string? CodeIn(Fields fields) => SecretCode.Typed(fields.Text(AnswerNames.Code));
}
