using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>Pages of partners, the cockpit, whatever the API only reads, and all that no other function answers.</summary>
public sealed class PageTriggers(EndpointTable table)
{
    [Function("Pages")]
    public Task<IActionResult> Pages(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", Route = "{**path}")] HttpRequest request) =>
        table.Run(request.HttpContext);
}
