using Almanach.Core.Platforms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations;

/// <summary>A consultation after its close: what was recorded, and the result of a vote.</summary>
internal static class ClosedPages
{
    public static Task<IResult> Of(Visit visit, int status) => PageResult.Of<ClosedPage>(
        new Dictionary<string, object?> { [nameof(ClosedPage.Visit)] = visit, [nameof(ClosedPage.HasResult)] = visit.Has(QuestionKind.Grades), [nameof(ClosedPage.Refused)] = status != StatusCodes.Status200OK },
        status);
}
