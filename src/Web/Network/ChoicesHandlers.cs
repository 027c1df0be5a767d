using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Network;

/// <summary>« Les messages que je reçois »: the newsletters one keeps, what comes in any case, and the right to object to all, in one place.</summary>
internal static class ChoicesHandlers
{
    public const string Room = "messages";

    public static Task<IResult> Show(string token, string? fait, Office office, HttpContext context) =>
        OwnPageEndpoints.Enter(office, token, context, person => Page(office, token, person, null, fait == ChoicesPage.Saved, null));

    /// <summary>Nothing is saved without the choice of all messages, which every form of the page sends.</summary>
    public static Task<IResult> Take(string token, Office office, HttpContext context) => OwnPageEndpoints.Enter(office, token, context, async person =>
    {
        var fields = await PostedForm.Read(context);
        var choice = fields.Text(ChoicesPage.All);
        if (choice is not (ChoicesPage.Stop or ChoicesPage.Go))
            return await Page(office, token, person, fields.All(ChoicesPage.Letter), false,
                Refusal.Invalid(new FieldError(ChoicesPage.All, "Rien n’a été enregistré\u00A0: dites si vous recevez les messages de la plate-forme, puis enregistrez.")));
        var refusal = await office.Subscriptions.Choose(person.Id, fields.All(ChoicesPage.Letter), choice == ChoicesPage.Stop, person.Id, office.Now, context.RequestAborted);
        return refusal is null ? PageMapping.SeeOther($"/p/{token}/{Room}?fait={ChoicesPage.Saved}") : await Page(office, token, person, fields.All(ChoicesPage.Letter), false, refusal);
    });

    /// <param name="kept">As the form was sent; null for what stands.</param>
    private static async Task<IResult> Page(Office office, string token, Contact person, IReadOnlyList<string>? kept, bool saved, Refusal? refusal) => await PageResult.Of<ChoicesPage>(
        new Dictionary<string, object?>
        {
            [nameof(ChoicesPage.Platform)] = office.Setting.Platform,
            [nameof(ChoicesPage.Token)] = token,
            [nameof(ChoicesPage.Person)] = person,
            [nameof(ChoicesPage.Organisation)] = (await office.Network.Load()).OrganisationOf(person.Id)!.For,
            [nameof(ChoicesPage.Kept)] = kept,
            [nameof(ChoicesPage.Done)] = saved,
            [nameof(ChoicesPage.Refusal)] = refusal,
        }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
