using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Privacy;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Network.Data;

/// <summary>« Mes données »: all that is held on somebody, to read and to keep; what she corrects herself and what she asks for.</summary>
internal static class DataEndpoints
{
    public const string Room = "donnees";

    public static void MapOwnData(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage($"/p/{{token}}/{Room}", Show);
        endpoints.MapPage($"/p/{{token}}/{Room}/mes-donnees.json", Download);
        endpoints.MapForm($"/p/{{token}}/{Room}/{DataView.Identity}", Correct);
        endpoints.MapForm($"/p/{{token}}/{Room}/{DataView.Address}", ChangeAddress);
        endpoints.MapForm($"/p/{{token}}/{Room}/{DataView.Erasure}", Erase);
    }

    private static Task<IResult> Show(string token, string? fait, Office office, HttpContext context) =>
        OwnPageEndpoints.Enter(office, token, context, person => Page(office, token, person, fait ?? "", "", Fields.None, null, context.RequestAborted));

    private static Task<IResult> Download(string token, Office office, HttpContext context) =>
        OwnPageEndpoints.Enter(office, token, context, async person => DataExport.File(await PersonalFiles.Of(office, person, context.RequestAborted), office.Setting));

    private static Task<IResult> Correct(string token, Office office, HttpContext context) => Take(token, DataView.Identity, office, context, (person, fields) =>
        office.DataRequests.Correct(person.Id, fields.Line("prenom"), fields.Line("nom"), fields.Line("fonction"), fields.Text("vu"), office.Now, context.RequestAborted));

    private static Task<IResult> ChangeAddress(string token, Office office, HttpContext context) => Take(token, DataView.Address, office, context, (person, fields) =>
        fields.Text(DataView.Choice) == DataView.TakeBack
            ? office.DataRequests.TakeBack(person, DataRequestKind.Address, office.Now, context.RequestAborted)
            : office.DataRequests.AskAddress(person, fields.Line("courriel"), office.Now, context.RequestAborted));

    /// <summary>Nothing is asked without the choice that the button sends.</summary>
    private static Task<IResult> Erase(string token, Office office, HttpContext context) => Take(token, DataView.Erasure, office, context, (person, fields) => fields.Text(DataView.Choice) switch
    {
        DataView.Ask => office.DataRequests.AskErasure(person, office.Now, context.RequestAborted),
        DataView.TakeBack => office.DataRequests.TakeBack(person, DataRequestKind.Erasure, office.Now, context.RequestAborted),
        _ => Task.FromResult<Refusal?>(Refusal.Invalid(new FieldError(DataView.Choice, "Rien n’a été demandé\u00A0: confirmez par le bouton de cette page."))),
    });

    private static Task<IResult> Take(string token, string form, Office office, HttpContext context, Func<Contact, Fields, Task<Refusal?>> act) =>
        OwnPageEndpoints.Enter(office, token, context, async person =>
        {
            var fields = await PostedForm.Read(context);
            return await act(person, fields) is { } refusal
                ? await Page(office, token, person, "", form, fields, refusal, context.RequestAborted)
                : PageMapping.SeeOther($"/p/{token}/{Room}?fait={form}");
        });

    private static async Task<IResult> Page(Office office, string token, Contact person, string done, string form, Fields fields, Refusal? refusal, CancellationToken stop) =>
        await PageResult.Of<DataPage>(new Dictionary<string, object?> { [nameof(DataPage.View)] = await DataView.Of(office, token, person, done, form, fields, refusal, stop) },
            refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
