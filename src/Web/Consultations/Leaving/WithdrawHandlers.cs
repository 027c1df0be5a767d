using Almanach.Core;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Web.Consultations.Answers;
using Almanach.Web.Consultations.Entrance;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Leaving;

/// <summary>Takes back one proposal or contribution, after a choice.</summary>
internal static class WithdrawHandlers
{
    public static Task<IResult> Show(string token, string item, Office office, HttpContext context) =>
        Door.Answering(office, token, context, visit => Page(visit, item, null));

    public static Task<IResult> Take(string token, string item, Office office, HttpContext context) =>
        Door.Answering(office, token, context, async visit =>
        {
            var fields = await PostedForm.Read(context);
            var choice = fields.Text(WithdrawPage.Choice);
            if (choice != WithdrawPage.Withdraw)
                return await Page(visit, item, Refusal.Invalid(new FieldError(WithdrawPage.Choice, "Rien n’a été enregistré\u00A0: confirmez par le bouton de cette page.")));
            if (visit.Answer is null || Author(visit, item) is not { } author)
                return PageMapping.SeeOther(visit.Board.Proposals.GetValueOrDefault(item) is { } ours && ours.Organisation == visit.Organisation.Id
                    ? Done(visit, ours.Contact) : $"{visit.Path}/recu");

            var refusal = await office.Consultations.Take(visit.Consultation.Id,
                Answering.Command(visit, Without(visit.Answer, item), office.Now), Answering.Seen(visit, fields), context.RequestAborted);
            return refusal is null ? PageMapping.SeeOther(Done(visit, author))
                : await LinkDoor.Open(office, token, context.RequestAborted) is Arrival.Welcome { Visit: var now } ? await Page(now, item, refusal) : Results.NotFound();
        });

    /// <summary>Where it leads, and so does a second click on the button, which finds it withdrawn; any other id was never there.</summary>
    private static string Done(Visit visit, string? author) => $"{visit.Path}/recu?fait=" + (
        author == visit.Contact.Id ? ReceivedPage.Withdrawn
        : author is not null && visit.Roster.Contacts.GetValueOrDefault(author) is { Active: true, Suppressed: false } ? ReceivedPage.WithdrawnAndTold
        : ReceivedPage.WithdrawnUntold);

    private static Dictionary<string, AnswerValue> Without(Answer answer, string item) => answer.Values.ToDictionary(pair => pair.Key, pair =>
        pair.Value switch
        {
            AnswerValue.Proposals proposals => proposals with { Items = [.. proposals.Items.Where(known => known.Id != item)] },
            AnswerValue.Contributions contributions => new AnswerValue.Contributions([.. contributions.Items.Where(known => known.Id != item)]),
            var other => other,
        });

    /// <summary>Who gave it; null for what is not in the answer.</summary>
    private static string? Author(Visit visit, string item) =>
        visit.Items.FirstOrDefault(known => known.Id == item)?.By ?? visit.Contributed.FirstOrDefault(known => known.Id == item)?.By;

    /// <summary>What is not there any more leads back to what is.</summary>
    private static Task<IResult> Page(Visit visit, string item, Refusal? refusal) =>
        Author(visit, item) is null
            ? Task.FromResult(PageMapping.SeeOther(visit.Path))
            : PageResult.Of<WithdrawPage>(
                new Dictionary<string, object?> { [nameof(WithdrawPage.Visit)] = visit, [nameof(WithdrawPage.Item)] = visit.Items.FirstOrDefault(known => known.Id == item), [nameof(WithdrawPage.Contributed)] = visit.Contributed.FirstOrDefault(known => known.Id == item), [nameof(WithdrawPage.Refusal)] = refusal },
                refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
