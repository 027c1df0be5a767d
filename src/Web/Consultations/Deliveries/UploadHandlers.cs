using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Almanach.Core;
using Almanach.Core.Consultations;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Uploads;
using Almanach.Core.Data.Reading;
using Almanach.Core.Engine;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Deliveries;

/// <summary>
/// A large file comes in pieces, and goes on after a break: tus 1.0 (https://tus.io/protocols/resumable-upload), its core with creation,
/// expiration and termination. <c>POST</c> begins or finds again, <c>HEAD</c> says how far it is, <c>PATCH</c> goes on, <c>DELETE</c>
/// forgets. The last <c>PATCH</c> has the file taken; the report is at <c>rapport.json</c>.
/// </summary>
internal static class UploadHandlers
{
    private const string Version = "1.0.0";

    private const string Offset = "Upload-Offset";

    private const string Length = "Upload-Length";

    public static Task<IResult> Begin(string token, string delivery, Office office, HttpContext context) => Entered(token, delivery, office, context, async (visit, view) =>
    {
        if (!visit.TakesAnswers)
            return Closed(visit, office);
        if (Number(context.Request, Length) is not { } size)
            return DeliveryPut.Problem(Refusal.Because(Why.Invalid, $"Dites la taille du fichier, en octets, par l’en-tête «\u00A0{Length}\u00A0»."), StatusCodes.Status400BadRequest);
        var told = Metadata(context.Request.Headers["Upload-Metadata"].ToString());
        var name = DepositName.Clean(Fields.Clean(told.GetValueOrDefault("filename", view.Template.Id)));
        var changed = told.GetValueOrDefault("changed", "");
        var id = changed.Length > 0 ? UploadRules.IdOf(visit.Consultation.Id, view.Template.Id, visit.Contact.Id, name, size, changed) : RandomNumberGenerator.GetHexString(32, lowercase: true);
        var asked = new Upload(id, visit.Consultation.Id, view.Template.Id, visit.Organisation.Id, visit.Contact.Id, told.ContainsKey("page") ? DeliveryWay.Page : DeliveryWay.Put, name, size, office.Now);
        var (progress, refusal) = await office.Uploads.Begin(asked, DeliveryPut.Attests(context.Request), context.RequestAborted);
        if (progress is null)
            return DeliveryPut.Problem(refusal!, size > DataLimits.Bytes ? StatusCodes.Status413PayloadTooLarge : RefusalStatus.Of(refusal!));
        context.Response.Headers.Location = $"{visit.Path}/depots/{view.Template.Id}/envois/{id}";
        return Told(context, progress, StatusCodes.Status201Created);
    });

    /// <summary>How far it is. Changes nothing.</summary>
    public static Task<IResult> Show(string token, string delivery, string upload, Office office, HttpContext context) => Found(token, delivery, upload, office, context, (visit, progress) =>
    {
        context.Response.Headers[Length] = progress.Upload.Size.ToString(CultureInfo.InvariantCulture);
        return Task.FromResult(Told(context, progress, StatusCodes.Status200OK));
    });

    public static Task<IResult> Append(string token, string delivery, string upload, Office office, HttpContext context) => Found(token, delivery, upload, office, context, async (visit, progress) =>
    {
        if (!visit.TakesAnswers)
            return Closed(visit, office);
        if (context.Request.ContentType?.Split(';')[0].Trim() != "application/offset+octet-stream")
            return DeliveryPut.Problem(Refusal.Because(Why.Invalid, "Envoyez les octets eux-mêmes, avec Content-Type\u00A0: application/offset+octet-stream."), StatusCodes.Status415UnsupportedMediaType);
        if (Number(context.Request, Offset) != progress.Offset)
        {
            Tell(context, progress);
            return DeliveryPut.Problem(Refusal.Because(Why.Changed, $"Cet envoi en est à {progress.Offset} octets. Reprenez-le à partir de là."), StatusCodes.Status409Conflict);
        }
        if (context.Request.ContentLength > progress.Upload.Size - progress.Offset)
            return DeliveryPut.Problem(Refusal.Because(Why.Invalid, "Ce morceau va au-delà de la taille annoncée du fichier. Recommencez l’envoi."), StatusCodes.Status413PayloadTooLarge);
        var (now, refusal) = await office.Uploads.Append(progress, context.Request.Body, office.Now, context.RequestAborted);
        return refusal is null ? Told(context, now, StatusCodes.Status204NoContent) : DeliveryPut.Problem(refusal, RefusalStatus.Of(refusal));
    });

    public static Task<IResult> Forget(string token, string delivery, string upload, Office office, HttpContext context) => Found(token, delivery, upload, office, context, async (visit, progress) =>
    {
        await office.Uploads.Forget(progress.Upload, context.RequestAborted);
        return Results.StatusCode(StatusCodes.Status204NoContent);
    });

    private static Task<IResult> Entered(string token, string delivery, Office office, HttpContext context, Func<Visit, DeliveryView, Task<IResult>> inside)
    {
        context.Response.Headers["Tus-Resumable"] = Version;
        if (context.Request.Headers["Tus-Resumable"].ToString() is not ("" or Version))
        {
            context.Response.Headers["Tus-Version"] = Version;
            return Task.FromResult(DeliveryPut.Problem(Refusal.Because(Why.Invalid, $"Cette adresse comprend la version {Version} de tus."), StatusCodes.Status412PreconditionFailed));
        }
        return DeliveryHandlers.Entered(office, token, delivery, context, inside);
    }

    /// <summary>Only what the same person began for the same delivery.</summary>
    private static Task<IResult> Found(string token, string delivery, string upload, Office office, HttpContext context, Func<Visit, UploadProgress, Task<IResult>> inside) =>
        Entered(token, delivery, office, context, async (visit, view) =>
            await office.Uploads.Find(upload, context.RequestAborted) is { } progress && progress.Upload.By == visit.Contact.Id
            && progress.Upload.Consultation == visit.Consultation.Id && progress.Upload.Delivery == view.Template.Id && !UploadRules.IsPast(progress.Upload, office.Now)
                ? await inside(visit, progress)
                : DeliveryPut.Problem(Refusal.Because(Why.Unknown, "Cet envoi n’existe pas, ou n’est plus gardé. Recommencez-le."), StatusCodes.Status404NotFound));

    private static IResult Told(HttpContext context, UploadProgress progress, int status)
    {
        Tell(context, progress);
        return Results.StatusCode(status);
    }

    private static void Tell(HttpContext context, UploadProgress progress)
    {
        context.Response.Headers[Offset] = progress.Offset.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["Upload-Expires"] = UploadRules.Expires(progress.Upload).ToString("R", CultureInfo.InvariantCulture);
    }

    private static IResult Closed(Visit visit, Office office) =>
        ConsultationRules.Window(visit.Consultation, office.Now) is { } refusal ? DeliveryPut.Problem(refusal, RefusalStatus.Of(refusal)) : Results.StatusCode(StatusCodes.Status409Conflict);

    private static long? Number(HttpRequest request, string header) =>
        long.TryParse(request.Headers[header].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary><c>filename cnNhLmNzdg==,page</c>: keys with their values in Base64 of UTF-8. What cannot be read is left out.</summary>
    private static Dictionary<string, string> Metadata(string header)
    {
        Dictionary<string, string> told = [];
        foreach (var pair in header.Split(',', 16, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var space = pair.IndexOf(' ', StringComparison.Ordinal);
            var bytes = new byte[pair.Length];
            if (Convert.TryFromBase64String(space < 0 ? "" : pair[(space + 1)..].Trim(), bytes, out var length))
                told[space < 0 ? pair : pair[..space]] = Encoding.UTF8.GetString(bytes, 0, length);
        }
        return told;
    }
}
