using Almanach.Core;
using Almanach.Core.Cycle;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Web.Consultations.Answers;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Entrance;

/// <summary>A link that no longer opens, or not yet: what happened, what is kept, what to do; a new link to the address on file.</summary>
internal static class StaleHandlers
{
    /// <summary>Sends a new link and says so; while nothing is open there is none to send, and the page says why.</summary>
    public static async Task<IResult> SendLink(string token, Office office, HttpContext context)
    {
        var (consultation, contact) = await LinkDoor.Open(office, token, context.RequestAborted) switch
        {
            Arrival.Unsigned => default,
            Arrival.Stale stale => (stale.Offer, stale.Contact),
            Arrival.Welcome { Visit: { TakesAnswers: true } visit } => (visit.Consultation, visit.Contact),
            _ => default,
        };
        if (consultation is null || contact is null)
            return await Door.Enter(office, token, context, visit => ClosedPages.Of(office, visit, StatusCodes.Status409Conflict, stop: context.RequestAborted));
        var refusal = await office.FreshLinks.Send(consultation, contact, office.Now, context.RequestAborted);
        return refusal is null
            ? PageMapping.SeeOther($"/r/{token}/lien")
            : await PageResult.Of<SentPage>(Parameters(office, contact, refusal.Message), RefusalStatus.Of(refusal));
    }

    /// <summary>The page after the button.</summary>
    public static async Task<IResult> Sent(string token, Office office, HttpContext context) =>
        await LinkDoor.Open(office, token, context.RequestAborted) switch
        {
            Arrival.Stale { Offer: not null, Contact: { } contact } => await PageResult.Of<SentPage>(Parameters(office, contact, null)),
            Arrival.Welcome { Visit: var visit } => await PageResult.Of<SentPage>(Parameters(office, visit.Contact, null)),
            Arrival.Stale stale => await Page(office, token, stale, context.RequestAborted),
            _ => Results.NotFound(),
        };

    public static async Task<IResult> Page(Office office, string token, Arrival.Stale stale, CancellationToken stop = default) =>
        await PageResult.Of<StalePage>(new Dictionary<string, object?>
        {
            [nameof(StalePage.Setting)] = office.Setting,
            [nameof(StalePage.Token)] = token,
            [nameof(StalePage.Stale)] = stale,
            [nameof(StalePage.Opens)] = await Opens(office, stale.Link.Subject, stop),
            [nameof(StalePage.Now)] = office.Now,
        }, stale.Why is StaleLink.Expired or StaleLink.Revoked or StaleLink.Gone ? StatusCodes.Status410Gone : StatusCodes.Status200OK);

    /// <summary>The step that will open a consultation, if a plan knows it.</summary>
    private static async Task<Step?> Opens(Office office, string consultation, CancellationToken stop) =>
        consultation.Split('-', 2) is [var digits, var template] && int.TryParse(digits, out var year)
            ? (await office.Cycle.Find(year, stop))?.Steps.FirstOrDefault(step => step.IsAhead && step.Work is StepWork.Consult consult && consult.Consultation == template)
            : null;

    private static Dictionary<string, object?> Parameters(Office office, Contact contact, string? refusal) => new()
    {
        [nameof(SentPage.Brand)] = office.Setting.Platform.Brand,
        [nameof(SentPage.Address)] = ConsultationText.Masked(contact.Address),
        [nameof(SentPage.Refusal)] = refusal,
    };
}
