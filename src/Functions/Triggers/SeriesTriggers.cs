using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>The series of the dashboard.</summary>
public sealed class SeriesTriggers(EndpointTable table)
{
    [Function("AddSeriesFile")]
    public Task<IActionResult> AddSeriesFile([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/series/{reading}/file")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ConfirmSmallCounts")]
    public Task<IActionResult> ConfirmSmallCounts([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/series/{reading}/{number}/confirm-few")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("HideSmallCounts")]
    public Task<IActionResult> HideSmallCounts([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/series/{reading}/{number}/hide-few")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RecheckRelease")]
    public Task<IActionResult> RecheckRelease([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/series/{reading}/{number}/recheck")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("WithholdFigures")]
    public Task<IActionResult> WithholdFigures([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/series/{reading}/{number}/withhold")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("WithdrawSeriesFile")]
    public Task<IActionResult> WithdrawSeriesFile([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/series/{reading}/{number}/withdraw")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("DismissUnreadFile")]
    public Task<IActionResult> DismissUnreadFile([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/series-unread/dismiss")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SendAlerts")]
    public Task<IActionResult> SendAlerts([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/alerts/{body}/send")] HttpRequest request) => table.Run(request.HttpContext);
}
