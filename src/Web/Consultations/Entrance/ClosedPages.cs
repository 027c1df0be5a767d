using Almanach.Core;
using Almanach.Core.Platforms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Entrance;

/// <summary>A consultation after its close: what was recorded, the result of a vote, and where a new subject goes.</summary>
internal static class ClosedPages
{
    /// <param name="sent">What came too late, if anything did.</param>
    public static async Task<IResult> Of(Office office, Visit visit, int status, Fields? sent = null, CancellationToken stop = default) =>
        await PageResult.Of<ClosedPage>(new Dictionary<string, object?>
        {
            [nameof(ClosedPage.Visit)] = visit,
            [nameof(ClosedPage.HasResult)] = visit.IsVote,
            [nameof(ClosedPage.Refused)] = status != StatusCodes.Status200OK,
            [nameof(ClosedPage.Fields)] = sent ?? Fields.None,
            [nameof(ClosedPage.OwnPage)] = Door.OwnPage(office, visit),
            [nameof(ClosedPage.NextYear)] = visit.Has(QuestionKind.Proposals) && await office.Opening.Years(stop) is [.., var latest]
                ? await office.Outside.Year(latest, office.Now, stop) : visit.Consultation.Year,
        }, status);
}
