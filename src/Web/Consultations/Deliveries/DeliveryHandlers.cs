using Almanach.Core;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Tables;
using Almanach.Web.Consultations.Entrance;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Deliveries;

/// <summary>A producer sees which files are expected of it, deposits one, reads what is to be corrected and sends it again.</summary>
internal static class DeliveryHandlers
{
    public static Task<IResult> List(Visit visit) => PageResult.Of<DeliveriesPage>(new Dictionary<string, object?> { [nameof(DeliveriesPage.Visit)] = visit });

    public static Task<IResult> Show(string token, string delivery, string? fait, Office office, HttpContext context) => Entered(office, token, delivery, context,
        (visit, view) => Page(visit, view, [], office, context, done: fait));

    public static Task<IResult> Take(string token, string delivery, Office office, HttpContext context) => Entered(office, token, delivery, context, async (visit, view) =>
    {
        var form = await DeliveryUpload.Form(context);
        var (name, content, tooLarge) = DeliveryUpload.File(form);
        using var file = content;
        // The form of the attestation alone has no file; the other must have one.
        var attesting = form["etape"].ToString() == "attester";
        var refusal = tooLarge ? ReceivingRules.OverLimit
            : content is null && !attesting ? Refusal.Invalid(new FieldError(ReceivingRules.FileField, "Choisissez le fichier à déposer."))
            : await office.Deliveries.Give(Sent(visit, view, DeliveryWay.Page, name, attesting ? null : content, form[ReceivingRules.AttestField].Count > 0, office.Now), context.RequestAborted);
        if (refusal is null)
            return PageMapping.SeeOther($"{visit.Path}/depots/{view.Template.Id}?fait=oui");
        return refusal.Why == Why.Invalid
            ? await Page(visit, view, refusal.Fields, office, context)
            : await ClosedPages.Of(office, visit, RefusalStatus.Of(refusal), stop: context.RequestAborted);
    });

    /// <summary>The report as JSON: 404 where nothing was checked.</summary>
    public static Task<IResult> Report(string token, string delivery, Office office, HttpContext context) => Entered(office, token, delivery, context, async (visit, view) =>
        view.Deposit is { } deposit && await office.DeliveryFiles.Report(deposit.Consultation, deposit.Delivery, deposit.File, context.RequestAborted) is { } report
            ? Results.Bytes(report, "application/json; charset=utf-8") : Results.NotFound());

    /// <summary>The columns that are expected, as an empty table; 404 where nothing says them.</summary>
    public static Task<IResult> Model(string token, string delivery, Office office, HttpContext context) => Entered(office, token, delivery, context, async (visit, view) =>
        await office.EarlierFiles.Columns(view.Template, visit.Consultation.Year, context.RequestAborted) is { } expected
            ? Results.File(CsvText.Of(new ExportTable("modele", [.. expected.Columns.Select(column => column.Name)], [])), "text/csv; charset=utf-8", "modele.csv") : Results.NotFound());

    internal static FileSent Sent(Visit visit, DeliveryView view, DeliveryWay way, string name, Stream? content, bool attests, DateTimeOffset now) =>
        new(visit.Consultation.Id, view.Template.Id, visit.Organisation.Id, visit.Contact.Id, way, name, content, attests, now);

    /// <summary>Only what is expected of the organisation itself.</summary>
    internal static Task<IResult> Entered(Office office, string token, string delivery, HttpContext context, Func<Visit, DeliveryView, Task<IResult>> inside) =>
        Door.Enter(office, token, context, visit => visit.Has(QuestionKind.Deliveries) && visit.Deliveries.FirstOrDefault(view => view.Template.Id == delivery) is { } view
            ? inside(visit, view) : Task.FromResult(Results.NotFound()));

    /// <param name="done">What was just done, by its word in the address; null for nothing.</param>
    /// <param name="status">Of a refusal; null for that of its fields.</param>
    internal static async Task<IResult> Page(Visit visit, DeliveryView view, IReadOnlyList<FieldError> errors, Office office, HttpContext context, string? done = null, int? status = null) =>
        await PageResult.Of<DeliveryPage>(new Dictionary<string, object?>
        {
            [nameof(DeliveryPage.Visit)] = visit,
            [nameof(DeliveryPage.Delivery)] = view,
            [nameof(DeliveryPage.Report)] = view.Deposit is { } deposit && await office.DeliveryFiles.Report(deposit.Consultation, deposit.Delivery, deposit.File, context.RequestAborted) is { } report
                ? DeliveryReport.Read(report) : null,
            [nameof(DeliveryPage.Held)] = view.Deposit is { IsAccepted: true } accepted ? await office.SeriesFiles.HeldBack(accepted, context.RequestAborted) : [],
            [nameof(DeliveryPage.Unfinished)] = await office.Uploads.Unfinished(visit.Consultation.Id, view.Template.Id, visit.Contact.Id, office.Now, context.RequestAborted),
            [nameof(DeliveryPage.Columns)] = await office.EarlierFiles.Columns(view.Template, visit.Consultation.Year, context.RequestAborted),
            [nameof(DeliveryPage.Errors)] = errors,
            [nameof(DeliveryPage.Done)] = done is not null,
            [nameof(DeliveryPage.Mended)] = done == "corrige",
        }, status ?? (errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK));
}
