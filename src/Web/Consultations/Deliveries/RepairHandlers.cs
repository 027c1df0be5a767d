using Almanach.Core;
using Almanach.Core.Data.Deliveries.Repairs;
using Almanach.Core.Engine;
using Almanach.Web.Consultations.Entrance;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Deliveries;

/// <summary>A producer agrees, in one click, to what the platform proposes to mend in the file that stands.</summary>
internal static class RepairHandlers
{
    public static Task<IResult> Take(string token, string delivery, Office office, HttpContext context) => DeliveryHandlers.Entered(office, token, delivery, context, async (visit, view) =>
    {
        var form = await PostedForm.Read(context);
        var given = new RepairAgreement(visit.Consultation.Id, view.Template.Id, visit.Organisation.Id, visit.Contact.Id, form.Text(RepairRules.SeenField), Chosen(form.All(RepairRules.Field), view.Deposit?.Checked?.Offered ?? 0), office.Now);
        if (await office.Repairs.Agree(given, context.RequestAborted) is not { } refusal)
            return PageMapping.SeeOther($"{visit.Path}/depots/{view.Template.Id}?fait=corrige");
        if (refusal.Why is Why.Closed or Why.NotYetOpen)
            return await ClosedPages.Of(office, visit, RefusalStatus.Of(refusal), stop: context.RequestAborted);
        var now = (await office.Deliveries.Of(visit.Consultation, visit.Organisation.Id, context.RequestAborted)).FirstOrDefault(one => one.Template.Id == delivery) ?? view;
        return await DeliveryHandlers.Page(visit, now, refusal.Fields is { Count: > 0 } fields ? fields : [new FieldError(RepairRules.Field, refusal.Message)], office, context, status: RefusalStatus.Of(refusal));
    });

    /// <summary>The boxes that are ticked; null where the list has none, and is taken whole.</summary>
    /// <param name="offered">How many values the file that stands has to mend: the stamp says whether it is that list.</param>
    public static IReadOnlySet<int>? Chosen(IEnumerable<string> ticked, int offered) => offered is > 1 and <= RepairRules.MostBoxes
        ? ticked.Select(text => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place) ? place : -1).Where(place => place >= 0).ToHashSet() : null;
}
