using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>Newsletters: editions and their articles.</summary>
public sealed class NewsletterTriggers(EndpointTable table)
{
    [Function("PlanEdition")]
    public Task<IActionResult> PlanEdition([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/editions")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SetEdition")]
    public Task<IActionResult> SetEdition([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/editions/{edition}")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("WriteArticle")]
    public Task<IActionResult> WriteArticle([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/editions/{edition}/articles/{article}")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ApproveArticle")]
    public Task<IActionResult> ApproveArticle([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/editions/{edition}/articles/{article}/approve")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SetArticleAside")]
    public Task<IActionResult> SetArticleAside([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/editions/{edition}/articles/{article}/set-aside")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("TakeArticleUp")]
    public Task<IActionResult> TakeArticleUp([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/editions/{edition}/articles/{article}/take-up")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("PutArticleOff")]
    public Task<IActionResult> PutArticleOff([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/editions/{edition}/articles/{article}/put-off")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RaiseArticle")]
    public Task<IActionResult> RaiseArticle([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/editions/{edition}/articles/{article}/raise")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ProveEdition")]
    public Task<IActionResult> ProveEdition([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/editions/{edition}/proof")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SendEdition")]
    public Task<IActionResult> SendEdition([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/editions/{edition}/send")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("GiveEditionUp")]
    public Task<IActionResult> GiveEditionUp([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/editions/{edition}/give-up")] HttpRequest request) => table.Run(request.HttpContext);
}
