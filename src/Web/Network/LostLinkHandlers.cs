using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Web.Consultations;
using Almanach.Web.Consultations.Answers;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Network;

/// <summary>A new link to one's own page: for whoever types an address, or for whoever holds a link that no longer opens.</summary>
internal static class LostLinkHandlers
{
    public const string Path = "/lien";

    /// <summary>Whether an address is a personal link's: what was not signed there gets the page that helps.</summary>
    public static bool IsLink(PathString path) => path.StartsWithSegments("/r") || path.StartsWithSegments("/p") || path.StartsWithSegments("/d");

    /// <summary>Answers the same whoever has the address, or nobody.</summary>
    public static async Task<IResult> Take(Office office, HttpContext context)
    {
        var address = (await PostedForm.Read(context)).Line("adresse");
        if (await office.LinkRequests.Ask(LinkPurpose.Person, address, Guid.CreateVersion7().ToString("N"), office.Now, context.RequestAborted) is { } refusal)
            return await PageResult.Of<LostLinkPage>(new Dictionary<string, object?>
            {
                [nameof(LostLinkPage.Brand)] = office.Setting.Platform.Brand,
                [nameof(LostLinkPage.Value)] = address,
                [nameof(LostLinkPage.Error)] = refusal.Message,
            }, RefusalStatus.Of(refusal));
        return PageMapping.SeeOther($"{Path}/demande");
    }

    public static Task<IResult> Asked(Office office) => PageResult.Of<LinkAskedPage>(
        new Dictionary<string, object?> { [nameof(LinkAskedPage.Brand)] = office.Setting.Platform.Brand });

    /// <summary>From a page of a link that we signed: to the address on file.</summary>
    public static async Task<IResult> Send(string token, Office office, HttpContext context)
    {
        if (await Holder(office, token, context) is not { } contact)
            return Results.NotFound();
        var refusal = await office.FreshLinks.SendOwnPage(contact, office.Now, context.RequestAborted);
        return refusal is null ? PageMapping.SeeOther($"/p/{token}/lien") : await Sent(office, contact, refusal);
    }

    public static async Task<IResult> Sent(string token, Office office, HttpContext context) =>
        await Holder(office, token, context) is { } contact ? await Sent(office, contact, null) : Results.NotFound();

    private static Task<IResult> Sent(Office office, Contact contact, Refusal? refusal) => PageResult.Of<SentPage>(new Dictionary<string, object?>
    {
        [nameof(SentPage.Brand)] = office.Setting.Platform.Brand,
        [nameof(SentPage.Address)] = ConsultationText.Masked(contact.Address),
        [nameof(SentPage.Refusal)] = refusal?.Message,
    }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));

    /// <summary>Whom a link was signed for, whatever it opens and however old it is.</summary>
    private static async Task<Contact?> Holder(Office office, string token, HttpContext context) =>
        office.Signer.Open(token) is { } link
            ? (await office.Network.Load(context.RequestAborted)).Active.FirstOrDefault(contact => contact.Id == link.Contact) : null;
}
