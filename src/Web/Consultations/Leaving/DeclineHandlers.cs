using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Web.Consultations.Answers;
using Almanach.Web.Consultations.Entrance;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Leaving;

/// <summary>« Nous n'avons pas de proposition cette année »: an answer too, given by its own button and never by the link alone.</summary>
internal static class DeclineHandlers
{
    public static Task<IResult> Show(string token, Office office, HttpContext context) =>
        Door.Answering(office, token, context, visit => visit.Consultation.Template.MayDecline && !visit.IsVote ? Page(visit, null) : Task.FromResult(Results.NotFound()));

    public static Task<IResult> Take(string token, Office office, HttpContext context) =>
        Door.Answering(office, token, context, async visit =>
        {
            if (!visit.Consultation.Template.MayDecline || visit.IsVote)
                return Results.NotFound();
            var fields = await PostedForm.Read(context);
            if (fields.Text(DeclinePage.Choice) != DeclinePage.Yes)
                return await Page(visit, Refusal.Invalid(new FieldError(DeclinePage.Choice, "Rien n’a été enregistré\u00A0: confirmez par le bouton de cette page.")));
            var refusal = await office.Consultations.Take(
                visit.Consultation.Id, Answering.Decline(visit, office.Now), Answering.Seen(visit, fields), context.RequestAborted);
            return refusal is null ? PageMapping.SeeOther($"{visit.Path}/recu")
                : await LinkDoor.Open(office, token, context.RequestAborted) is Arrival.Welcome { Visit: var now } ? await Page(now, refusal) : Results.NotFound();
        });

    private static Task<IResult> Page(Visit visit, Refusal? refusal) => PageResult.Of<DeclinePage>(
        new Dictionary<string, object?> { [nameof(DeclinePage.Visit)] = visit, [nameof(DeclinePage.Refusal)] = refusal },
        refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
