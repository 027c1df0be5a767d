using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>Data files that producers deliver.</summary>
public sealed class DeliveryTriggers(EndpointTable table)
{
    [Function("RecordDelivery")]
    public Task<IActionResult> RecordDelivery([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/deliveries/{delivery}/file")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("AcceptDelivery")]
    public Task<IActionResult> AcceptDelivery([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/deliveries/{delivery}/accept")] HttpRequest request) => table.Run(request.HttpContext);
}
