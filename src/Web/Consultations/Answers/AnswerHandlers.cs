using Almanach.Core;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Web.Consultations.Contributions;
using Almanach.Web.Consultations.Deliveries;
using Almanach.Web.Consultations.Entrance;
using Almanach.Web.Consultations.Entries;
using Almanach.Web.Consultations.Nearby;
using Almanach.Web.Consultations.Secret;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Answers;

/// <summary>Shows the page of a consultation, takes an answer, says what was recorded.</summary>
internal static class AnswerHandlers
{
    public static Task<IResult> Show(string token, string? modifier, string? reprendre, string? fait, Office office, HttpContext context) =>
        Door.Answering(office, token, context, visit => visit.Has(QuestionKind.Deliveries) ? DeliveryHandlers.List(visit) : Form(visit, AnswerFields.Of(visit, modifier, reprendre), [], done: fait is not null, again: reprendre));

    public static Task<IResult> Take(string token, Office office, HttpContext context) =>
        Door.Answering(office, token, context, async visit =>
        {
            if (visit.Has(QuestionKind.Deliveries))
                return PageMapping.SeeOther(visit.Path);
            var fields = await PictureUpload.Read(context, visit, office);
            var reading = AnswerReading.Of(visit, fields);
            var step = fields.Text(AnswerNames.Step);
            if (step == AnswerNames.Correct)
                return await Form(visit, fields, []);
            if (Errors(visit, reading, fields) is { Count: > 0 } errors)
                return await Form(visit, fields, errors, StatusCodes.Status422UnprocessableEntity);
            if (visit.IsVote && step != AnswerNames.Confirm)
                return !visit.IsSecret && ConsultationRules.Crossed(visit.Answer, Answering.Command(visit, reading, visit.Now), Answering.Seen(visit, fields)) is { } crossed
                    ? await Form(visit, fields, [], RefusalStatus.Of(crossed), crossed)
                    : await Review(visit, fields, reading, office);
            if (visit.IsSecret)
            {
                var cast = await SecretHandlers.Cast(visit, fields, reading, office, context.RequestAborted);
                return cast.Page ?? await Refused(token, fields, cast.Refusal!, office, context);
            }

            var refusal = await office.Consultations.Take(
                visit.Consultation.Id, Answering.Command(visit, reading, office.Now), Answering.Seen(visit, fields), context.RequestAborted);
            return refusal is null ? await Next(visit, fields, office, context) : await Refused(token, fields, refusal, office, context);
        });

    public static Task<IResult> Received(string token, string? fait, Office office, HttpContext context) =>
        Door.Enter(office, token, context, async visit => await PageResult.Of<ReceivedPage>(new Dictionary<string, object?>
        {
            [nameof(ReceivedPage.Visit)] = visit,
            [nameof(ReceivedPage.Done)] = fait ?? "",
            [nameof(ReceivedPage.OwnPage)] = Door.OwnPage(office, visit),
            [nameof(ReceivedPage.Next)] = NextSteps.Of(visit, await office.Cycle.Find(visit.Consultation.Year, context.RequestAborted)),
        }));

    /// <summary>What cannot be read, then what Core would refuse, before a ballot is shown for confirmation.</summary>
    private static IReadOnlyList<FieldError> Errors(Visit visit, AnswerReading reading, Fields fields) =>
        reading.Errors.Count > 0 ? reading.Errors
            : [.. AnswerChecks.Of(visit.Consultation, Answering.Command(visit, reading, visit.Now), visit.Meeting), .. SecretHandlers.Errors(visit, fields)];

    /// <summary>To another proposal, to near ones not seen yet, to an entry to correct, or to what was recorded.</summary>
    private static async Task<IResult> Next(Visit before, Fields fields, Office office, HttpContext context)
    {
        if (fields.Text(AnswerNames.Step) == AnswerNames.Another)
            return PageMapping.SeeOther($"{before.Path}?fait=oui");
        if (before.EntriesQuestion is not null)
            return await EntryHandlers.Next(office, before.Token, context);
        if (await LinkDoor.Open(office, before.Token, context.RequestAborted) is Arrival.Welcome { Visit: var after }
            && after.Items.FirstOrDefault(item => before.Items.All(known => known.Id != item.Id)) is { } added)
        {
            var seen = fields.Text(AnswerNames.Seen).Split(' ');
            var supported = fields.All(AnswerNames.Support);
            if (NearProposals.To(after, added.Title).Any(near => !seen.Contains(near.Id) && !supported.Contains(near.Id)))
                return PageMapping.SeeOther($"{before.Path}/proches/{added.Id}");
        }
        return PageMapping.SeeOther($"{before.Path}/recu");
    }

    /// <summary>Somebody wrote meanwhile: when it was the same words (a double click), all is well; otherwise both are shown.</summary>
    private static async Task<IResult> Refused(string token, Fields fields, Refusal refusal, Office office, HttpContext context) =>
        await LinkDoor.Open(office, token, context.RequestAborted) switch
        {
            Arrival.Welcome { Visit: var visit } when refusal.Why == Why.Changed && Answering.IsRecorded(visit, AnswerReading.Of(visit, fields).Values) =>
                PageMapping.SeeOther($"{visit.Path}/recu"),
            Arrival.Welcome { Visit: var visit } when refusal.Why == Why.Changed => await Form(visit, fields, [], RefusalStatus.Of(refusal), refusal),
            Arrival.Welcome { Visit: { TakesAnswers: true } visit } => await Form(visit, fields, refusal.Fields, RefusalStatus.Of(refusal)),
            Arrival.Welcome { Visit: var visit } => await ClosedPages.Of(office, visit, RefusalStatus.Of(refusal), fields, context.RequestAborted),
            _ => Results.NotFound(),
        };

    private static Task<IResult> Form(
        Visit visit, Fields fields, IReadOnlyList<FieldError> errors, int status = StatusCodes.Status200OK, Refusal? changed = null, bool done = false, string? again = null) =>
        PageResult.Of<AnswerPage>(new Dictionary<string, object?>
        {
            [nameof(AnswerPage.Visit)] = visit,
            [nameof(AnswerPage.Fields)] = fields,
            [nameof(AnswerPage.Errors)] = errors,
            [nameof(AnswerPage.Changed)] = changed,
            [nameof(AnswerPage.Done)] = done,
            [nameof(AnswerPage.Again)] = visit.Withdrawn.FirstOrDefault(proposal => proposal.Id == again)?.Id ?? "",
        }, status);

    private static Task<IResult> Review(Visit visit, Fields fields, AnswerReading reading, Office office) => PageResult.Of<ReviewPage>(new Dictionary<string, object?>(SecretHandlers.Parameters(visit, fields, office))
    {
        [nameof(ReviewPage.Abstains)] = reading.Abstains,
        [nameof(ReviewPage.Visit)] = visit,
        [nameof(ReviewPage.Fields)] = fields,
        [nameof(ReviewPage.Values)] = reading.Values,
    });
}
