using System.Text.Json;
using Almanach.Core;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Repairs;
using Almanach.Core.Engine;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Deliveries;

/// <summary>
/// A program puts a file: <c>curl -T rsa.csv -H 'Attestation: oui' …/r/TOKEN/depots/LIVRAISON</c>. It is answered the report of the
/// check: 200 for a valid file, 422 for one to correct, 202 for one that is checked later. The same file again changes nothing.
/// <c>Corrections: oui</c> agrees ahead to the repairs that are sure.
/// </summary>
internal static class DeliveryPut
{
    private const string Json = "application/json; charset=utf-8";

    public static Task<IResult> Take(string token, string delivery, Office office, HttpContext context) => DeliveryHandlers.Entered(office, token, delivery, context, async (visit, view) =>
    {
        if (await DeliveryUpload.Body(context) is not { } content)
            return Problem(ReceivingRules.OverLimit, StatusCodes.Status413PayloadTooLarge);
        var name = context.Request.Query["nom"].ToString() is { Length: > 0 } given ? given : view.Template.Id;
        var sent = DeliveryHandlers.Sent(visit, view, DeliveryWay.Put, name, content, Attests(context.Request), office.Now) with { AgreesAhead = Says(context.Request, "Corrections", RepairRules.Field) };
        if (await office.Deliveries.Give(sent, context.RequestAborted) is { } refusal)
            return Problem(refusal, RefusalStatus.Of(refusal));
        var after = (await office.Deliveries.Of(visit.Consultation, visit.Organisation.Id, context.RequestAborted)).FirstOrDefault(one => one.Template.Id == delivery);
        if (after?.Deposit is not { Checked: { } check } deposit
            || await office.DeliveryFiles.Report(deposit.Consultation, deposit.Delivery, deposit.File, context.RequestAborted) is not { } report)
        {
            context.Response.Headers.Location = $"{visit.Path}/depots/{delivery}/rapport.json";
            return Results.Text("""{"message":"Le fichier est reçu. Sa vérification est en cours : le rapport sera à l’adresse donnée par Location."}""", Json, statusCode: StatusCodes.Status202Accepted);
        }
        return new Written(report, check.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    });

    internal static bool Attests(HttpRequest request) => Says(request, "Attestation", ReceivingRules.AttestField);

    private static bool Says(HttpRequest request, string header, string field) =>
        request.Headers[header].ToString().Trim() is "oui" or "true" || request.Query[field].ToString().Trim() is "oui" or "true";

    /// <summary>As the API says what it refuses.</summary>
    internal static IResult Problem(Refusal refusal, int status)
    {
        var message = refusal.Fields.Any(field => field.Field == ReceivingRules.AttestField)
            ? $"{refusal.Message} Un programme l’atteste par l’en-tête «\u00A0Attestation: oui\u00A0» ou par «\u00A0?attestation=oui\u00A0»." : refusal.Message;
        return Results.Text(JsonSerializer.Serialize(new { error = new { message } }, Readable), Json, statusCode: status);
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed class Written(byte[] json, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = Json;
            context.Response.ContentLength = json.Length;
            return context.Response.Body.WriteAsync(json).AsTask();
        }
    }
}
