using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>Portraits of the departments and of the region.</summary>
public sealed class PortraitTriggers(EndpointTable table)
{
    [Function("EditPortrait")]
    public Task<IActionResult> EditPortrait([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/portraits/{year:int}/{territory}")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("PublishPortrait")]
    public Task<IActionResult> PublishPortrait([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/portraits/{year:int}/{territory}/publish")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("WithdrawPortrait")]
    public Task<IActionResult> WithdrawPortrait([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/portraits/{year:int}/{territory}/withdraw")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("PublishReadPortraits")]
    public Task<IActionResult> PublishReadPortraits([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/portraits/{year:int}/publish")] HttpRequest request) => table.Run(request.HttpContext);
}
