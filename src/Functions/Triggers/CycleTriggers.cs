using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>Years and their steps: what no gesture of its own does.</summary>
public sealed class CycleTriggers(EndpointTable table)
{
    [Function("OpenYear")]
    public Task<IActionResult> OpenYear([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/open")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("AdvanceCycle")]
    public Task<IActionResult> AdvanceCycle([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/advance")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("OpenStep")]
    public Task<IActionResult> OpenStep([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/steps/{step}/open")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("CloseStep")]
    public Task<IActionResult> CloseStep([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/steps/{step}/close")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SkipStep")]
    public Task<IActionResult> SkipStep([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/steps/{step}/skip")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ReopenStep")]
    public Task<IActionResult> ReopenStep([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/steps/{step}/reopen")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("MoveStep")]
    public Task<IActionResult> MoveStep([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/steps/{step}/move")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("TickNow")]
    public Task<IActionResult> TickNow([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/tick")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RetryTrouble")]
    public Task<IActionResult> RetryTrouble([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/troubles/{effect}/retry")] HttpRequest request) => table.Run(request.HttpContext);
}
