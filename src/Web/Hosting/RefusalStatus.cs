using Almanach.Core.Engine;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Hosting;

/// <summary>Which HTTP status a refusal has.</summary>
public static class RefusalStatus
{
    public static int Of(Refusal refusal) => refusal.Why switch
    {
        Why.Invalid => StatusCodes.Status422UnprocessableEntity,
        Why.Unknown => StatusCodes.Status404NotFound,
        Why.NotYetOpen or Why.Closed or Why.Changed or Why.NotNow => StatusCodes.Status409Conflict,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
